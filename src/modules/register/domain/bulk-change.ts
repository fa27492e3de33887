import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId, StaffId } from '#src/kernel/ids.ts';
import { latestOf, SenStatus, type StatusRecord, statusSentence } from './sen-status.ts';
import { refusalOfChange, type StatusRefusal, type StatusWorld } from './status-change.ts';

/** What can be done for many pupils as one deed. */
export const bulkKinds = ['status', 'key_worker', 'task'] as const;
export type BulkKind = (typeof bulkKinds)[number];
export const BulkKind = z.enum(bulkKinds);

/** As many as one deed may change: one statement or a few are written for each. */
export const mostPupils = 300;

/** What is to be done, as it was given: the same for every pupil. */
export const BulkGiven = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('status'),
    status: SenStatus,
    fromOn: SchoolDate,
    reason: z.string(),
    isPlanCeased: z.boolean(),
    parentsToldOn: SchoolDate.optional(),
  }),
  z.object({
    kind: z.literal('key_worker'),
    /** Null: nobody any more. */
    staffId: StaffId.nullable(),
    name: z.string().nullable(),
    fromOn: SchoolDate,
    why: z.string().optional(),
  }),
  z.object({
    kind: z.literal('task'),
    title: z.string(),
    details: z.string().optional(),
    dueOn: SchoolDate.optional(),
    ownerPersonId: PersonId,
    ownerName: z.string(),
  }),
]);
export type BulkGiven = z.output<typeof BulkGiven>;
export type GivenOf<K extends BulkKind> = Extract<BulkGiven, { kind: K }>;

/** What came of one pupil: what was made, as what it was left, and whether it was taken back since. */
export const BulkOutcome = z.object({
  pupilId: PupilId,
  made: z.string().nullable(),
  /** Tells whether anybody has changed it since. */
  mark: z.string(),
  /** What was ended for it, and until when it had been meant to last. */
  ended: z.object({ id: z.string(), untilOn: SchoolDate.nullable() }).nullable(),
  undo: z.enum(['undone', 'left']).nullable(),
});
export type BulkOutcome = z.output<typeof BulkOutcome>;

export type BulkChange = {
  readonly bulkChangeId: string;
  readonly kind: BulkKind;
  readonly byName: string;
  readonly pupilIds: readonly PupilId[];
  /** Null until it was said what is to be done. */
  readonly given: BulkGiven | null;
  readonly outcome: readonly BulkOutcome[];
  readonly state: 'draft' | 'done' | 'undone';
  /** The day in London on which it was done. */
  readonly doneOn: SchoolDate | null;
  readonly version: number;
};

/** Why a pupil is left as they are. */
export type Obstacle =
  | StatusRefusal
  | 'same_day'
  | 'same_key_worker'
  | 'key_worker_same_day'
  | 'another_planned'
  | 'not_in_reach'
  | 'not_there';

/** What the deed would come to for one pupil: as it is, as it would be, or why not. */
export type PlanLine = {
  readonly pupilId: PupilId;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly obstacle: Obstacle | null;
};

type Line = Omit<PlanLine, 'pupilId' | 'name'>;

/** What stands when nothing is on record. */
const nothing = '–';

/**
 * The status of one pupil. A status that began on the same day would be put right, not ended: that is for the pupil's own
 * page, as it could not be taken back with the others.
 */
export function planStatus(given: GivenOf<'status'>, world: StatusWorld): Line {
  const latest = latestOf(world.statuses);
  const before = latest === null ? nothing : statusSentence(latest);
  const record: Pick<StatusRecord, 'status' | 'recordedCode' | 'fromOn' | 'reason'> = {
    ...given,
    recordedCode: null,
    reason: null,
  };
  const isSameDay = latest?.fromOn === given.fromOn;
  const obstacle = refusalOfChange(given, world) ?? (isSameDay ? ('same_day' as const) : null);
  return { before, after: statusSentence(record), obstacle };
}

/** A key worker's time with a pupil; what is withdrawn is left out. */
export type KeyWorkerTime = {
  readonly staffId: StaffId;
  readonly name: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** The key worker of one pupil, whose times are all those that last on the day or begin later. */
export function planKeyWorker(given: GivenOf<'key_worker'>, times: readonly KeyWorkerTime[]): Line {
  const { fromOn } = given;
  const now = times.find((one) => one.fromOn <= fromOn && (one.untilOn === null || one.untilOn >= fromOn));
  const isPlanned = times.some((one) => one.fromOn > fromOn);
  const obstacle = isPlanned
    ? 'another_planned'
    : (now?.staffId ?? null) === given.staffId
      ? 'same_key_worker'
      : now?.fromOn === fromOn
        ? 'key_worker_same_day'
        : null;
  return { before: now?.name ?? nothing, after: given.name ?? nothing, obstacle };
}

/** A task about one pupil, for somebody who may see the pupil or may not. */
export const planTask = (given: GivenOf<'task'>, isInReach: boolean): Line => ({
  before: nothing,
  after: given.title,
  obstacle: isInReach ? null : 'not_in_reach',
});

/** May it still be taken back: on the day on which it was done (London)? */
export const mayUndoBulk = ({ state, doneOn }: BulkChange, today: SchoolDate): boolean =>
  state === 'done' && doneOn === today;
