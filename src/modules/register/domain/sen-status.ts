import { z } from 'zod';
import { type Code, findCode } from '#src/kernel/codes/codes.ts';
import { senProvision } from '#src/kernel/codes/sen-provision.codes.ts';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { ownSource } from '#src/kernel/own-source.ts';

/** Where a pupil may stand. `monitoring` is the school's own stage before SEN support: N in the census. */
export const senStatuses = ['none', 'monitoring', 'sen_support', 'ehc_plan'] as const;
export type SenStatus = (typeof senStatuses)[number];
export const SenStatus = z.enum(senStatuses);

export const statusLabel: Readonly<Record<SenStatus, string>> = {
  none: 'No SEN',
  monitoring: 'Monitoring',
  sen_support: 'SEN support',
  ehc_plan: 'EHC plan',
};

/** The colour of the tag that says it; the words say the same. */
export const statusTag = {
  none: 'watch',
  monitoring: 'watch',
  sen_support: 'support',
  ehc_plan: 'plan',
} as const satisfies Record<SenStatus, 'watch' | 'support' | 'plan'>;

/** The letter of the school census: monitoring is N (rule census-3). `monitoring` → `N`, `sen_support` → `K`. */
export const censusCode: Readonly<Record<SenStatus, 'N' | 'K' | 'E'>> = {
  none: 'N',
  monitoring: 'N',
  sen_support: 'K',
  ehc_plan: 'E',
};

/** Is a pupil of this status one of those whom the census counts with SEN (rule sen-1)? */
export const isOnRegister = (status: SenStatus): boolean => censusCode[status] !== 'N';

/** What a person wrote in Sendero; every other source is a file or another system. */
export { ownSource };

/** A status in force from a day until a day, both included; `untilOn` null while it lasts. */
export type StatusRecord = {
  readonly statusId: string;
  readonly status: SenStatus;
  readonly recordedCode: string | null;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly reason: string | null;
  readonly parentsToldOn: SchoolDate | null;
  readonly source: string;
  readonly sourceOn: SchoolDate;
  readonly version: number;
};

type Spell = Pick<StatusRecord, 'fromOn' | 'untilOn'>;

/** The spell in force on a day. Spells never overlap. */
export const inForceOn = <S extends Spell>(spells: readonly S[], on: SchoolDate): S | null =>
  spells.find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || untilOn >= on)) ?? null;

/** The spell that began last, ended or not. */
export const latestOf = <S extends Spell>(spells: readonly S[]): S | null =>
  spells.reduce<S | null>(
    (latest, one) => (latest === null || one.fromOn > latest.fromOn ? one : latest),
    null,
  );

/** The letter of the years before 2014 and 2018 that a file gave (S, A, P, Q); null for one of today. */
export function oldLetterOf(recordedCode: string | null): Code | null {
  const code = recordedCode === null ? null : findCode(senProvision, recordedCode);
  return code?.status === 'withdrawn' ? code : null;
}

/** `SEN support`, or for history `School Action Plus / Early Years Action Plus (P)` (rule sen-7). */
export function statusWords(record: Pick<StatusRecord, 'status' | 'recordedCode'>): string {
  const old = oldLetterOf(record.recordedCode);
  return old === null ? statusLabel[record.status] : `${old.label} (${old.code})`;
}

/** One line of what a status record says, to lay beside what somebody else wrote. */
export const statusSentence = (
  record: Pick<StatusRecord, 'status' | 'recordedCode' | 'fromOn' | 'reason'>,
): string =>
  `${statusWords(record)} from ${longDate(record.fromOn)}${record.reason === null ? '' : `: ${unstopped(record.reason)}`}`;

/** Words that a sentence goes on after, or ends with a full stop of its own. */
const unstopped = (words: string): string => words.trim().replace(/\.$/, '');

/** The law, as it is shown when a pupil is placed on SEN support. */
export const tellParentsRule =
  'The school must tell parents when it makes special educational provision for their child ' +
  '(Children and Families Act 2014, section 68), and notify them formally when it decides on SEN support, ' +
  'even if they are already involved (SEND Code of Practice 2015, 6.48).';

/** Must the school record that the parents were told (rule sen-2)? With a plan the authority has told them. */
export const mustTellParents = (status: SenStatus): boolean => status === 'sen_support';
