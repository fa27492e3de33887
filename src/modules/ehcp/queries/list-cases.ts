import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Case, type CaseKind, caseAudiences, caseKinds } from '../domain/case.ts';

export const ClaimedExceptions = z.array(
  z.object({
    claimedExceptionId: z.string(),
    clockId: z.string(),
    exceptionId: z.string(),
    claimedOn: SchoolDate,
    claimedBy: z.string(),
    words: z.string().nullable(),
  }),
);

const Row = z.object({
  caseId: z.string(),
  pupilId: PupilId,
  kind: z.enum(caseKinds),
  authorityId: z.string().nullable(),
  facts: z.record(z.string(), z.string()),
  openedOn: SchoolDate,
  endedOn: SchoolDate.nullable(),
  outcome: z.string().nullable(),
  endedWhy: z.string().nullable(),
  audience: z.enum(caseAudiences),
  version: z.number(),
  events: z
    .array(
      z.object({
        caseEventId: z.string(),
        name: z.string(),
        happenedOn: SchoolDate,
        note: z.string().nullable(),
        documentId: z.string().nullable(),
        withdrawnWhy: z.string().nullable(),
        version: z.number(),
      }),
    )
    .nullable()
    .transform((events) => events ?? []),
  exceptions: ClaimedExceptions.nullable().transform((exceptions) => exceptions ?? []),
});

export type CasesAsked = {
  readonly pupilIds?: readonly PupilId[];
  readonly kind?: CaseKind;
  readonly open?: boolean;
};

/** Which cases are asked for, as a condition on `cases c`. */
export function whichCases(tx: Tx, { pupilIds, kind, open }: CasesAsked) {
  return sql.join(
    [
      sql`c.school_id = ${tx.scope.actor.schoolId}`,
      ...(pupilIds === undefined ? [] : [sql`c.pupil_id = any(${[...pupilIds]}::uuid[])`]),
      ...(kind === undefined ? [] : [sql`c.kind = ${kind}`]),
      ...(open === undefined ? [] : [open ? sql`c.ended_on is null` : sql`c.ended_on is not null`]),
    ],
    sql` and `,
  );
}

/** Cases with their events and what was claimed of their clocks, the newest first. One statement, however many. */
export const listCases = (tx: Tx, asked: CasesAsked = {}): Promise<Case[]> => read(tx, whichCases(tx, asked));

/** One case, or null where there is none that the actor sees. */
export async function findCase(tx: Tx, caseId: string): Promise<Case | null> {
  const [found] = await read(tx, sql`c.school_id = ${tx.scope.actor.schoolId} and c.case_id = ${caseId}`);
  return found ?? null;
}

/** One case; throws `NotFound` where the actor sees none of this id. */
export async function getCase(tx: Tx, caseId: string): Promise<Case> {
  const found = await findCase(tx, caseId);
  if (found === null) throw new NotFound();
  return found;
}

async function read(tx: Tx, which: RawBuilder<unknown>): Promise<Case[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql`
    with c as materialized (select * from cases c where ${which})
    select c.case_id, c.pupil_id, c.kind, c.authority_id, c.facts, c.opened_on, c.ended_on, c.outcome, c.ended_why,
      c.audience, c.version, e.events, x.exceptions
    from c
    left join (select e.case_id, json_agg(json_build_object('caseEventId', e.case_event_id, 'name', e.name,
        'happenedOn', e.happened_on, 'note', e.note, 'documentId', e.document_id, 'withdrawnWhy', e.withdrawn_why,
        'version', e.version) order by e.happened_on, e.recorded_at, e.case_event_id) as events
      from case_events e where e.school_id = ${schoolId} and e.case_id in (select case_id from c)
      group by e.case_id) e on e.case_id = c.case_id
    left join (select x.case_id, json_agg(json_build_object('claimedExceptionId', x.claimed_exception_id,
        'clockId', x.clock_id, 'exceptionId', x.exception_id, 'claimedOn', x.claimed_on, 'claimedBy', x.claimed_by,
        'words', x.words) order by x.claimed_on) as exceptions
      from claimed_exceptions x where x.school_id = ${schoolId} and x.withdrawn_at is null
        and x.case_id in (select case_id from c) group by x.case_id) x on x.case_id = c.case_id
    order by c.opened_on desc, c.case_id`.execute(tx);
  return z.array(Row).parse(rows);
}
