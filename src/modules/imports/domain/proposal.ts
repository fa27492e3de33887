import type { SchoolDate } from '#src/kernel/dates.ts';
import type { CarerId, PupilId } from '#src/kernel/ids.ts';
import { ownSource } from '#src/kernel/own-source.ts';

export type HeldFact = { readonly value: string; readonly fromOn: SchoolDate; readonly source: string };
export type HeldStatus = {
  readonly status: SenStatusHeld;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly source: string;
};
export type SenStatusHeld = 'none' | 'monitoring' | 'sen_support' | 'ehc_plan';
export type HeldNeed = {
  readonly senType: string;
  readonly rank: number;
  readonly ownWords: string | null;
  readonly source: string;
};
export type HeldCarer = {
  readonly carerId: CarerId;
  readonly pupilCarerId: string;
  readonly title: string | null;
  readonly forename: string | null;
  readonly surname: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly relationship: string;
  readonly hasParentalResponsibility: boolean | null;
  readonly livesWith: boolean | null;
  readonly priority: number;
  readonly source: string;
  readonly carerVersion: number;
  readonly tieVersion: number;
};

/** What Sendero holds of a pupil today, beside which a file is laid. */
export type HeldPupil = {
  readonly pupilId: PupilId;
  readonly bornOn: SchoolDate;
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  readonly facts: ReadonlyMap<string, HeldFact>;
  readonly className: string | null;
  readonly enrolment: {
    readonly status: string;
    readonly fromOn: SchoolDate;
    readonly untilOn: SchoolDate | null;
  } | null;
  readonly statuses: readonly HeldStatus[];
  /** Lines of files that a person withdrew: the same word of a file does not bring them back. */
  readonly withdrawn: readonly HeldStatus[];
  readonly needs: readonly HeldNeed[];
  readonly specialPlace: string | null;
  readonly carers: readonly HeldCarer[];
  readonly attendance: readonly {
    readonly fromOn: SchoolDate;
    readonly possible: number;
    readonly attended: number;
  }[];
  readonly suspensions: readonly { readonly fromOn: SchoolDate; readonly category: string }[];
};

export type IdentifierKind = 'upn' | 'former_upn' | 'uln' | 'mis_id';

export type StatusToRecord = {
  readonly status: SenStatusHeld;
  readonly recordedCode: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};
export type NeedToRecord = {
  readonly senType: string;
  readonly rank: number;
  readonly ownWords: string | null;
  readonly fromOn: SchoolDate | null;
};
export type CarerToRecord = {
  readonly title: string | null;
  readonly forename: string | null;
  readonly surname: string;
  readonly phone: string | null;
  readonly otherPhone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly relationship: string;
  readonly hasParentalResponsibility: boolean | null;
  readonly livesWith: boolean | null;
  readonly priority: number;
};

/** What taking a change would do, as data: the review shows it, the commit does it. */
export type Does =
  | {
      readonly kind: 'fact';
      readonly fact: { kind: string; value: string; fromOn: SchoolDate; untilOn?: SchoolDate };
    }
  | { readonly kind: 'identifier'; readonly identifier: { kind: IdentifierKind; value: string } }
  | { readonly kind: 'class'; readonly name: string; readonly yearGroup: string | null }
  | { readonly kind: 'leaves'; readonly on: SchoolDate; readonly reason: string | null }
  | { readonly kind: 'enrolment'; readonly status: string; readonly fromOn: SchoolDate }
  | { readonly kind: 'statuses'; readonly statuses: readonly StatusToRecord[] }
  | { readonly kind: 'needs'; readonly needs: readonly NeedToRecord[] }
  | { readonly kind: 'place'; readonly place: 'sen_unit' | 'resourced_provision' }
  | { readonly kind: 'carer'; readonly carer: CarerToRecord }
  | { readonly kind: 'carerChange'; readonly held: HeldCarer; readonly set: Partial<CarerToRecord> }
  | {
      readonly kind: 'attendance';
      readonly fromOn: SchoolDate;
      readonly untilOn: SchoolDate;
      readonly possible: number;
      readonly attended: number;
      readonly authorised: number | null;
      readonly unauthorised: number | null;
    }
  | {
      readonly kind: 'suspension';
      readonly fromOn: SchoolDate;
      readonly sessions: number | null;
      readonly category: string;
      readonly reason: string | null;
    };

/** One difference between the file and what is held. */
export type Change = {
  readonly label: string;
  readonly before: string | null;
  readonly after: string;
  /** A person wrote in Sendero what the file would replace: left alone unless somebody says otherwise. */
  readonly isOurs: boolean;
  readonly does: Does;
};

export { ownSource };

/** Who may take a change: what it writes decides. */
export const audienceOf = (does: Does): 'identity' | 'contacts' | 'staff' | 'fact' => {
  switch (does.kind) {
    case 'fact':
      return 'fact';
    case 'carer':
    case 'carerChange':
      return 'contacts';
    case 'statuses':
    case 'needs':
    case 'place':
    case 'attendance':
    case 'suspension':
      return 'staff';
    default:
      return 'identity';
  }
};
