import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import type { Tx } from './scope.ts';

const oneSchool = (tx: Tx) =>
  tx.selectFrom('schools').selectAll().where('schoolId', '=', tx.scope.actor.schoolId).execute();
const moments = async (tx: Tx, moment: string) =>
  (
    await sql<{ at: Date; onDay: string; many: string[] }>`
    select ${moment}::timestamptz as at, ${'2026-11-24'}::date as on_day, array['a', 'b'] as many`.execute(tx)
  ).rows;
const nobody = (tx: Tx) =>
  tx.selectFrom('pupils').select('pupilId').where('schoolId', '=', tx.scope.actor.schoolId).execute();

async function counted<T>(work: () => Promise<T>): Promise<[T, number]> {
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  subscribe('sendero:sql', count);
  try {
    return [await work(), statements];
  } finally {
    unsubscribe('sendero:sql', count);
  }
}

describe('reads that go together', () => {
  it('gives what each read gives alone, by one statement', async () => {
    const school = await given.school();
    await given.inSchool(school, async (tx) => {
      const alone = {
        school: await oneSchool(tx),
        moments: await moments(tx, '2026-11-24T09:00:00.25Z'),
        nobody: await nobody(tx),
      };
      const [together, statements] = await counted(() =>
        tx.scope.together({
          school: oneSchool,
          moments: (asked) => moments(asked, '2026-11-24T09:00:00.25Z'),
          nobody,
        }),
      );
      expect(together).toEqual(alone);
      expect(together.moments[0]?.at).toBeInstanceOf(Date);
      expect(statements).toBe(1);
    });
  });

  it('sends what comes after in a second round, and a read alone as it is', async () => {
    const school = await given.school();
    await given.inSchool(school, async (tx) => {
      const [read, statements] = await counted(() =>
        tx.scope.together({
          once: oneSchool,
          twice: async (asked) => [await oneSchool(asked), await oneSchool(asked)],
        }),
      );
      expect(read.twice).toEqual([read.once, read.once]);
      expect(statements).toBe(2);
    });
  });

  it('fails as a whole when one of them fails', async () => {
    const school = await given.school();
    const failing = given.inSchool(school, (tx) =>
      tx.scope.together({ school: oneSchool, wrong: (asked) => moments(asked, 'no moment') }),
    );
    await expect(failing).rejects.toThrow(/invalid input syntax/);
  });
});
