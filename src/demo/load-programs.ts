import { programActor } from '#src/kernel/access.ts';
import { addDays } from '#src/kernel/dates.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import { findApiToken, makeToken, type NewToken, revokeToken } from '#src/modules/identity/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';

type Made = Omit<NewToken, 'untilOn'> & { readonly days: number; readonly revokedWhy?: string };

/** Programs as a school may have them, made up. Nobody is told their tokens. */
const made: readonly Made[] = [
  { name: 'Attendance board (demo)', role: 'exams', isReadOnly: true, days: 240 },
  { name: 'Nightly MIS import (demo)', role: 'office', isReadOnly: false, days: 365 },
  {
    ...{ name: 'Old timetable (demo)', role: 'exams' as const, isReadOnly: true, days: 30 },
    revokedWhy: 'The school has changed its timetable system',
  },
];

/** Gives the schools of the demo a few programs. */
export async function loadPrograms(
  program: Program,
  schools: Iterable<{ schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools) {
    await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
      for (const one of made) await load(tx, one);
    });
  }
}

async function load(tx: Tx, { days, revokedWhy, ...given }: Made): Promise<void> {
  const done = await makeToken(tx, { ...given, untilOn: addDays(tx.scope.today, days) });
  if (!done.ok || revokedWhy === undefined) return;
  const token = await findApiToken(tx, done.value.apiTokenId);
  if (token !== null) await revokeToken(tx, token, revokedWhy);
}
