import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';

/** The processes of law about one pupil that a school follows. */
export const caseKinds = [
  'needs-assessment',
  'consultation',
  'annual-review',
  'reassessment',
  'phase-transfer',
  'la-transfer',
  'appeal',
  'mediation',
  'tribunal-order',
  'ceasing',
] as const;
export type CaseKind = (typeof caseKinds)[number];

export const caseKindWords: Readonly<Record<CaseKind, string>> = {
  'needs-assessment': 'Needs assessment',
  consultation: 'Consultation',
  'annual-review': 'Annual review',
  reassessment: 'Reassessment',
  'phase-transfer': 'Phase transfer',
  'la-transfer': 'Change of authority',
  appeal: 'Appeal',
  mediation: 'Mediation',
  'tribunal-order': 'Tribunal order',
  ceasing: 'Ceasing the plan',
};

/** What belongs to the parent or young person and the Tribunal: the school only keeps it in sight. */
export const isForInformation = (kind: CaseKind): boolean => kind === 'appeal' || kind === 'mediation';

export const caseAudiences = ['staff', 'family', 'sensitive', 'leaders'] as const;
export type CaseAudience = (typeof caseAudiences)[number];
export const caseAudienceWords: Readonly<Record<CaseAudience, string>> = {
  staff: 'Staff who teach or support the pupil',
  family: 'Staff, and the family too',
  sensitive: 'SENCO, leaders, designated teacher and safeguarding lead only',
  leaders: 'SENCO and leaders only',
};

export type CaseEvent = {
  readonly caseEventId: string;
  /** A name of the machine of the kind: see `case-machine.ts`. */
  readonly name: string;
  readonly happenedOn: SchoolDate;
  readonly note: string | null;
  readonly documentId: string | null;
  readonly withdrawnWhy: string | null;
  readonly version: number;
};

export type ClaimedException = {
  readonly claimedExceptionId: string;
  readonly clockId: string;
  readonly exceptionId: string;
  readonly claimedOn: SchoolDate;
  readonly claimedBy: string;
  readonly words: string | null;
};

export type Facts = Readonly<Record<string, string>>;

export type Case = {
  readonly caseId: string;
  readonly pupilId: PupilId;
  readonly kind: CaseKind;
  readonly authorityId: string | null;
  readonly facts: Facts;
  readonly openedOn: SchoolDate;
  readonly endedOn: SchoolDate | null;
  readonly outcome: string | null;
  readonly endedWhy: string | null;
  readonly audience: CaseAudience;
  readonly version: number;
  /** By date, then as they were recorded; those withdrawn are among them. */
  readonly events: readonly CaseEvent[];
  readonly exceptions: readonly ClaimedException[];
};

/** What clocks are reckoned from. */
export type DatedCase = Pick<Case, 'caseId' | 'pupilId' | 'kind' | 'authorityId' | 'facts' | 'exceptions'> & {
  readonly events: readonly DatedEvent[];
};
export type DatedEvent = Pick<CaseEvent, 'name' | 'happenedOn' | 'withdrawnWhy'>;

/** The events that stand: not withdrawn. */
export const standing = <E extends DatedEvent>(events: readonly E[]): readonly E[] =>
  events.filter(({ withdrawnWhy }) => withdrawnWhy === null);

/** How a case can end, beside what its last event says. */
export const outcomes = {
  'plan-made': 'A plan was made',
  'no-plan': 'No plan was made',
  'no-assessment': 'The authority did not assess',
  maintained: 'The plan goes on as it is',
  amended: 'The plan was amended',
  ceased: 'The plan ceased',
  answered: 'The school answered',
  transferred: 'The plan moved',
  agreed: 'It was agreed',
  decided: 'It was decided',
  complied: 'The order was followed',
  withdrawn: 'It was withdrawn by who asked',
  'left-school': 'The pupil left the school',
  'opened-in-error': 'It was opened by mistake',
} as const satisfies Readonly<Record<string, string>>;
export type Outcome = keyof typeof outcomes;
export const isOutcome = (text: string): text is Outcome => Object.hasOwn(outcomes, text);
