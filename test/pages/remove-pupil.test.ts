import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { programActor } from '#src/kernel/access.ts';
import { PupilId, type SchoolId } from '#src/kernel/ids.ts';
import { askRemoval } from '#src/modules/privacy/commands/ask-removal.ts';
import { holdRecords } from '#src/modules/privacy/commands/hold-records.ts';
import { removePupil } from '#src/modules/privacy/commands/remove-pupil.ts';
import { setRetentionYears } from '#src/modules/privacy/commands/set-retention-years.ts';
import { listPupilTables } from '#src/modules/privacy/queries/list-pupil-tables.ts';
import { findAskedRemoval, listRemoved } from '#src/modules/privacy/queries/list-removals.ts';
import { findLeaver } from '#src/modules/privacy/queries/list-retention.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import { fillTwoSchools } from '#test/two-schools.ts';
import { asOwner, program } from '#test/worker-database.ts';

let schoolId: SchoolId;
let pupilId: PupilId;
let others: readonly PupilId[];
const surname = 'Quillfeather';
const here = <T>(work: (tx: Tx) => Promise<T>) => inScope(scopeOf(program), programActor(schoolId), work);

type Rows = ReadonlyMap<string, readonly string[]>;

/** Every row of every table as text, past every wall. */
async function everything(): Promise<Rows> {
  const tables = await asOwner<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' order by 1",
  );
  const rows = new Map<string, readonly string[]>();
  for (const { name } of tables) {
    const found = await asOwner<{ row: string }>(
      `select to_jsonb(t)::text as row from app.${name} t order by 1`,
    );
    rows.set(
      name,
      found.map(({ row }) => row),
    );
  }
  return rows;
}

/** Turns the oldest row of each table that speaks of nobody we look at into one of this pupil. */
async function fillEveryTable(tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const [own] = await asOwner(`select 1 from app.${table} where pupil_id = $1`, [pupilId]);
    if (own !== undefined) continue;
    await asOwner(
      `update app.${table} set pupil_id = $1 where ctid = (select ctid from app.${table} where school_id = $2 limit 1)`,
      [pupilId, schoolId],
    );
  }
}

beforeAll(async () => {
  const filled = await fillTwoSchools(23);
  const [school] = filled.schools;
  const [first, ...rest] = school?.pupilIds ?? [];
  if (school === undefined || first === undefined) throw new Error('a school with pupils');
  schoolId = school.schoolId;
  pupilId = PupilId.parse(first);
  others = rest;
  await asOwner(`update app.pupil_facts set value = $2 where pupil_id = $1 and kind = 'legal_surname'`, [
    pupilId,
    surname,
  ]);
  await asOwner(`update app.pupil_lines set surname = $2 where pupil_id = $1`, [pupilId, surname]);
  await asOwner(`update app.carers set surname = $2 where pupil_ids = array[$1]::uuid[]`, [pupilId, surname]);
  await asOwner(
    `update app.import_rows set match_id = $1, content = jsonb_build_object('surname', $3::text) where school_id = $2`,
    [pupilId, schoolId, surname],
  );
  await asOwner(
    `update app.import_changes set row_key = to_jsonb($1::text), after = jsonb_build_object('pupil_id', $1::text)
     where school_id = $2`,
    [pupilId, schoolId],
  );
}, 120_000);

const removal = async (tx: Tx) => {
  const found = await findAskedRemoval(tx, pupilId);
  if (found === null) throw new Error('nobody asked');
  return found;
};
const remove = () => here(async (tx) => removePupil(tx, await removal(tx), 1));
const ask = () =>
  here(async (tx) => {
    const leaver = await findLeaver(tx, pupilId);
    if (leaver === null) throw new Error('no pupil');
    return askRemoval(tx, leaver, 'Thirty-one years have passed');
  });
const why = async (tried: Promise<{ ok: true } | { ok: false; refusal: string }>) => {
  const answer = await tried;
  return answer.ok ? 'done' : answer.refusal;
};

describe('removing what is held of a pupil', () => {
  it('is refused while the pupil is on roll, before the time, and while the records are held (rule priv-4)', async () => {
    await asOwner('update app.retention_holds set ended_on = from_on, ended_why = $2 where pupil_id = $1', [
      pupilId,
      'Settled',
    ]);
    expect(await why(ask())).toBe('on_roll');
    await asOwner(
      `update app.enrolments set from_on = '2000-09-01', until_on = '2011-07-20' where enrolment_id =
      (select enrolment_id from app.enrolments where pupil_id = $1 limit 1)`,
      [pupilId],
    );
    expect(await why(ask())).toBe('not_ended');
    await asOwner(`update app.pupils set born_on = '1990-05-03' where pupil_id = $1`, [pupilId]);
    await here((tx) => setRetentionYears(tx, { sen_pupil: 60, pupil: 60 }, 'For this test'));
    expect(await why(ask())).toBe('not_ended');
    await here((tx) => setRetentionYears(tx, { sen_pupil: 31, pupil: 25 }, 'As shipped'));
    expect(await why(ask())).toBe('done');
    expect(await why(ask())).toBe('asked_already');
    await here(async (tx) =>
      holdRecords(tx, { pupilId, kind: 'claim', why: 'A claim', fromOn: tx.scope.today }),
    );
    expect(await why(remove())).toBe('held');
    await asOwner('update app.retention_holds set ended_on = from_on, ended_why = $2 where pupil_id = $1', [
      pupilId,
      'Settled',
    ]);
  });

  it('leaves nothing of the pupil in any table but the removal itself, and all that is of others', async () => {
    const tables = await here(listPupilTables);
    await fillEveryTable(tables);
    const before = await everything();
    const has = (row: string) => row.includes(pupilId) || row.includes(surname);
    const empty = tables.filter((table) => !(before.get(table) ?? []).some(has));
    expect(empty).toEqual([]);

    expect(await why(remove())).toBe('done');

    const after = await everything();
    const left = [...after].flatMap(([table, rows]) => rows.filter(has).map(() => table));
    expect(left).toEqual(['retention_removals']);
    const [done] = await here(listRemoved);
    expect(done?.pupilId).toBe(pupilId);
    expect(done?.why).toBe('Thirty-one years have passed');
    const counted = Object.keys(done?.counts ?? {});
    expect(tables.filter((table) => !counted.includes(table))).toEqual([]);
    for (const [table, rows] of before) {
      if (table === 'retention_removals') continue;
      const kept = new Set(after.get(table));
      expect({ table, lost: rows.filter((row) => !has(row) && !kept.has(row)) }).toEqual({ table, lost: [] });
    }
  });

  it('records the deed with who, when, why and the counts, and names nobody', async () => {
    const [event] = await asOwner<{ why: string; changes: object; pupil_id: string | null }>(
      `select why, changes, pupil_id from app.events where school_id = $1 and type = 'PupilRemoved'`,
      [schoolId],
    );
    expect(event?.why).toBe('Thirty-one years have passed');
    expect(event?.pupil_id).toBeNull();
    expect(event?.changes).toMatchObject({ pupils: { before: 1, after: 0 } });
  });

  it('cannot be done twice', async () => {
    await expect(remove()).rejects.toThrow('nobody asked');
  });

  it('is a role that sees no other pupil, adds nothing and changes nothing', async () => {
    const [other] = others;
    await here(async (tx) => {
      await tx.executeQuery(rawQuery(`set local app.erasing = '${other}'; set local role sendero_retention`));
      const seen = await tx.executeQuery(rawQuery('select distinct pupil_id from app.pupil_facts'));
      expect(seen.rows.map((row) => Object.values(Object(row))[0])).toEqual([other]);
    });
    for (const deed of [
      'update app.needs set rank = 2',
      `insert into app.strengths (school_id) values (gen_random_uuid())`,
      'delete from app.retention_removals',
      'select * from app.members',
    ]) {
      const tried = here(async (tx) => {
        await tx.executeQuery(
          rawQuery(`set local app.erasing = '${other}'; set local role sendero_retention`),
        );
        await tx.executeQuery(rawQuery(deed));
      });
      await expect(tried).rejects.toThrow(/permission denied/);
    }
  });

  it('sees nobody at all when no pupil was named', async () => {
    await here(async (tx) => {
      await tx.executeQuery(rawQuery('set local role sendero_retention'));
      for (const table of ['pupils', 'carers', 'views', 'import_changes', 'events']) {
        const seen = await tx.executeQuery(rawQuery(`select count(*)::int as n from app.${table}`));
        expect(seen.rows).toEqual([{ n: 0 }]);
      }
    });
  });
});

function rawQuery(text: string) {
  return sql.raw(text).compile(program.database.app);
}
