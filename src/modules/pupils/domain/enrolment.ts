import { labelOf } from '../../../kernel/codes/codes.ts';
import { enrolmentStatus } from '../../../kernel/codes/enrolment-status.codes.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';

/** How a pupil is enrolled: single, main, subsidiary, guest, further education, other (codes of `enrolment_status`). */
export const enrolmentStatuses = ['C', 'M', 'S', 'G', 'F', 'O'] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

export const isEnrolmentStatus = (text: string): text is EnrolmentStatus =>
  enrolmentStatuses.some((status) => status === text);

export const enrolmentWords = (status: EnrolmentStatus): string => labelOf(enrolmentStatus, status);

/** A stretch of being at the school. The referring school is the one that sends a pupil to alternative provision. */
export type NewEnrolment = {
  readonly status: EnrolmentStatus;
  readonly fromOn: SchoolDate;
  readonly untilOn?: SchoolDate | undefined;
  readonly leavingReason?: string | undefined;
  readonly referringSchool?: string | undefined;
  readonly referringUrn?: string | undefined;
  readonly returnExpectedOn?: SchoolDate | undefined;
};

export const identifierKinds = ['upn', 'former_upn', 'uln', 'mis_id'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];
export type NewIdentifier = { readonly kind: IdentifierKind; readonly value: string };

export const isIdentifierKind = (text: string): text is IdentifierKind =>
  identifierKinds.some((kind) => kind === text);
