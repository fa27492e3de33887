import { programActor } from '#src/kernel/access.ts';
import { checkedDay } from '#src/kernel/dates.ts';
import { SchoolId } from '#src/kernel/ids.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { listEmails } from '#src/platform/auth/accounts.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { log } from '#src/platform/log/log.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import type { Deadline } from '../domain/deadline.ts';
import { deadlinesEvents } from '../domain/deadlines.events.ts';
import { tellHeadDays, toTellHead } from '../domain/escalation.ts';
import { listCaseReaders } from '../queries/list-case-readers.ts';
import { listDeadlines } from '../queries/list-deadlines.ts';
import { listToldHead } from '../queries/list-told-head.ts';

const record = recorder(deadlinesEvents);

/** Each morning, school by school: legal dates of the school that are five days away go to its head. */
export async function tellHeadsEverywhere(program: Program): Promise<void> {
  const schools = await program.database.app
    .selectFrom('schools')
    .select('schoolId')
    .orderBy('schoolId')
    .execute();
  for (const { schoolId } of schools) await tellHeads(program, SchoolId.parse(schoolId));
}

/**
 * Tells the head of one school, once for each date. That they were told is kept first, in the transaction that found it:
 * run twice at the same moment, one mail goes. A school without a head is told nothing, and nothing is kept.
 */
export async function tellHeads(program: Program, schoolId: SchoolId): Promise<void> {
  const found = await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
    const readers = await listCaseReaders(tx);
    const heads = readers.filter(({ roles }) => roles.includes('head'));
    if (heads.length === 0) return null;
    const due = toTellHead(await listDeadlines(tx), await listToldHead(tx), tx.scope.today);
    if (due.length === 0) return null;
    const kept = await keepTold(tx, due);
    return kept.length === 0 ? null : { heads, due: kept, school: (await getSchool(tx)).name };
  });
  if (found === null) return;
  const { heads, due, school } = found;
  const emails = await listEmails(
    program.database.auth,
    heads.map(({ personId }) => personId),
  );
  for (const { personId, knownAs } of heads) {
    const to = emails.get(personId);
    if (to === undefined) continue;
    try {
      await program.post.send({ to, ...mailOf({ knownAs, school, due, url: program.settings.url }) });
    } catch (failure) {
      log.error({ code: Reflect.get(Object(failure), 'code'), personId }, 'a head was not mailed');
    }
  }
}

/** Keeps that the head is told, with one event a case; those that another run kept meanwhile fall away. */
async function keepTold(tx: Tx, due: readonly Deadline[]): Promise<readonly Deadline[]> {
  const { actor, today } = tx.scope;
  const rows = await tx
    .insertInto('headTellings')
    .values(
      due.map(({ caseId, pupilId, clock }) => ({
        schoolId: actor.schoolId,
        caseId,
        pupilId,
        clockId: clock.id,
        toldDueOn: clock.dueOn,
        toldOn: today,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning(['caseId', 'clockId'])
    .execute();
  const kept = due.filter(({ caseId, clock }) =>
    rows.some((row) => row.caseId === caseId && row.clockId === clock.id),
  );
  for (const { caseId, pupilId, clock } of kept)
    await record(tx, {
      type: 'HeadTold',
      audience: 'leaders',
      pupilId,
      subjectId: caseId,
      changes: { [clock.id]: { before: null, after: clock.dueOn } },
    });
  return kept;
}

const mailOf = (of: {
  readonly knownAs: string;
  readonly school: string;
  readonly due: readonly Deadline[];
  readonly url: string;
}) => ({
  subject: 'A legal date of the school is near',
  text: [
    `${of.knownAs},`,
    `${of.school} owes this by law within ${tellHeadDays} days. Whom it is about stands in Sendero alone.`,
    of.due
      .map(
        ({ caseId, clock }) =>
          `- ${checkedDay(clock.dueOn)}: ${clock.name}. ${clock.source}.\n  ${of.url}/cases/${caseId}`,
      )
      .join('\n'),
    '',
  ].join('\n\n'),
});
