import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ByHand, MeasuredRun, ReviewOfRun, RunPupilScored } from '../domain/impact/measured-run.ts';
import { dateOf, known, runOf, slotOf } from './run-rows.ts';

/** All runs that touch these days, or those of the same kind as one. Withdrawn ones never. */
export type MeasuredAsked =
  | { readonly from: SchoolDate; readonly until: SchoolDate }
  | { readonly sameKindAs: string };

type PupilRow = {
  readonly run_pupil_id: string;
  readonly pupil_id: string;
  readonly forename: string;
  readonly surname: string;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly version: number;
};
type SlotRow = {
  readonly slot_id: string;
  readonly weekday: number;
  readonly starts_at: string | null;
  readonly minutes: number;
  readonly place: string | null;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly version: number;
};
type ReviewRow = {
  readonly reviewed_on: string;
  readonly decision: string;
  readonly words: string | null;
  readonly advised: string | null;
};

/** What hangs on each run, as one JSON: the walls hold within it as everywhere. */
const hanging = {
  pupils: sql<readonly PupilRow[]>`coalesce((
    select json_agg(json_build_object('run_pupil_id', p.run_pupil_id, 'pupil_id', p.pupil_id, 'forename', l.forename,
      'surname', l.surname, 'from_on', p.from_on, 'until_on', p.until_on, 'version', p.version)
      order by l.surname, l.forename, p.pupil_id, p.from_on)
    from run_pupils p join pupil_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id
    where p.school_id = r.school_id and p.run_id = r.run_id and p.withdrawn_at is null), '[]')`.as('pupils'),
  slots: sql<readonly SlotRow[]>`coalesce((
    select json_agg(to_jsonb(s)) from run_slots s
    where s.school_id = r.school_id and s.run_id = r.run_id and s.withdrawn_at is null), '[]')`.as('slots'),
  measureKeys: sql<readonly string[]>`coalesce((
    select json_agg(m.measure_key order by m.recorded_at, m.measure_key) from run_measures m
    where m.school_id = r.school_id and m.run_id = r.run_id), '[]')`.as('measureKeys'),
  byHand: sql<
    readonly {
      run_pupil_id: string;
      measure_key: string;
      entry_id: string;
      exit_id: string;
      version: number;
    }[]
  >`coalesce((
    select json_agg(to_jsonb(h)) from run_results h join run_pupils p using (school_id, run_pupil_id)
    where h.school_id = r.school_id and p.run_id = r.run_id), '[]')`.as('byHand'),
  held: sql<number>`(
    select count(*)::int from sessions e where e.school_id = r.school_id and e.run_id = r.run_id
      and e.withdrawn_at is null and e.state = 'held' and e.slot_id is not null)`.as('held'),
  spent: sql<{ pence: number; unrated: number }>`(
    select json_build_object('pence', coalesce(sum(c.pence), 0), 'unrated', coalesce(sum(c.minutes) filter (where c.pence is null), 0))
    from session_costs c join sessions e using (school_id, session_id)
    where c.school_id = r.school_id and e.run_id = r.run_id and e.withdrawn_at is null)`.as('spent'),
  bought: sql<number>`(
    select coalesce(sum(c.pence), 0)::int from run_costs c
    where c.school_id = r.school_id and c.run_id = r.run_id and c.withdrawn_at is null)`.as('bought'),
  reviews: sql<readonly ReviewRow[]>`coalesce((
    select json_agg(to_jsonb(v) order by v.reviewed_on, v.recorded_at) from run_reviews v
    where v.school_id = r.school_id and v.run_id = r.run_id), '[]')`.as('reviews'),
};

/** Runs in order of their first day, with all that their impact is made of but the scores: one statement. */
export async function listMeasuredRuns(tx: Tx, asked: MeasuredAsked): Promise<readonly MeasuredRun[]> {
  const rows = await tx
    .selectFrom('runs as r')
    .selectAll('r')
    .select(Object.values(hanging))
    .where('r.schoolId', '=', tx.scope.actor.schoolId)
    .where('r.withdrawnAt', 'is', null)
    .where(chosen(tx, asked))
    .orderBy('r.fromOn')
    .orderBy('r.runId')
    .execute();
  const mayCost = tx.scope.actor.sees.includes('finance');
  return rows.map((row) => measuredOf(row, mayCost));
}

function chosen(tx: Tx, asked: MeasuredAsked) {
  if ('sameKindAs' in asked)
    return sql<boolean>`exists (select from runs o where o.school_id = ${tx.scope.actor.schoolId}
      and o.run_id = ${asked.sameKindAs} and (o.run_id = r.run_id or (o.entry_key, o.entry_id) is not distinct from
        (r.entry_key, r.entry_id) and (o.entry_key is not null or o.entry_id is not null or lower(o.name) = lower(r.name))))`;
  return sql<boolean>`r.from_on <= ${asked.until}::date and coalesce(r.until_on >= ${asked.from}::date, true)`;
}

type Row = RowOf<'runs'> & {
  readonly pupils: readonly PupilRow[];
  readonly slots: readonly SlotRow[];
  readonly measureKeys: readonly string[];
  readonly byHand: readonly {
    run_pupil_id: string;
    measure_key: string;
    entry_id: string | null;
    exit_id: string | null;
    version: number;
  }[];
  readonly held: number;
  readonly spent: { readonly pence: number; readonly unrated: number };
  readonly bought: number;
  readonly reviews: readonly ReviewRow[];
};

const decisions = ['keep', 'change', 'stop', 'not_enough_data'] as const;

function measuredOf(row: Row, mayCost: boolean): MeasuredRun {
  const { runId } = row;
  return {
    run: runOf(row),
    slots: row.slots.map((slot) =>
      slotOf({
        ...slot,
        schoolId: row.schoolId,
        runId,
        slotId: slot.slot_id,
        startsAt: slot.starts_at,
        fromOn: slot.from_on,
        untilOn: slot.until_on,
        importId: null,
        withdrawnAt: null,
      }),
    ),
    pupils: row.pupils.map(
      (one): RunPupilScored => ({
        runPupilId: one.run_pupil_id,
        pupilId: PupilId.parse(one.pupil_id),
        forename: one.forename,
        surname: one.surname,
        fromOn: schoolDate(one.from_on),
        // Without an end of their own, pupils leave with the run.
        untilOn: dateOf(one.until_on ?? row.untilOn),
        version: one.version,
      }),
    ),
    measureKeys: row.measureKeys,
    byHand: row.byHand.map(
      (one): ByHand => ({
        runPupilId: one.run_pupil_id,
        measureKey: one.measure_key,
        entryId: one.entry_id,
        exitId: one.exit_id,
        version: one.version,
      }),
    ),
    sessionsHeld: row.held,
    // Nothing spent is nothing known: a run without a rate, a logged session or a bill has no cost to tell.
    pence: mayCost ? row.spent.pence + row.bought || null : null,
    unratedMinutes: row.spent.unrated,
    reviews: row.reviews.map(
      (one): ReviewOfRun => ({
        reviewedOn: schoolDate(one.reviewed_on),
        decision: known(decisions, one.decision),
        words: one.words,
        advised: one.advised === null ? null : known(decisions, one.advised),
      }),
    ),
  };
}
