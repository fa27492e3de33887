import type { SchoolDate } from '#src/kernel/dates.ts';

/** A dated fact: `until` is the last day on which it held; null: it still holds. */
export type Held = { readonly from: SchoolDate; readonly until: SchoolDate | null };

export type DemoPupil = {
  /** Unique in the trust; tells a pupil to the loader, never to a person. */
  readonly key: string;
  readonly upn: string;
  readonly isUpnTemporary: boolean;
  readonly formerUpns: readonly { readonly upn: string; readonly until: SchoolDate }[];
  /** Admission number in the school's MIS, leading noughts kept. */
  readonly misId: string;
  readonly legalForename: string;
  readonly legalSurname: string;
  readonly middleNames: string | null;
  /** Null where the legal name is the one used. */
  readonly preferredForename: string | null;
  readonly preferredSurname: string | null;
  readonly formerSurname: { readonly surname: string; readonly until: SchoolDate } | null;
  readonly bornOn: SchoolDate;
  readonly sex: 'M' | 'F';
  /** Since entry, the earliest first; the last still holds. */
  readonly yearGroups: readonly (Held & { readonly yearGroup: string })[];
  /** Class or registration group of last year and this year, and this year's teaching groups. */
  readonly groups: readonly (Held & { readonly groupKey: string })[];
  /** Codes of the set `enrolment_status`. */
  readonly enrolment: Held & { readonly status: 'C' | 'M' | 'S' };
  /** Code of the set `ethnicity`. */
  readonly ethnicity: string;
  /** Code of the set `language`. */
  readonly homeLanguage: string;
  readonly isEal: boolean;
  readonly fsm: readonly (Held & { readonly category: 'TFSM' | 'EFSM' | 'OFSM' })[];
  /** Codes of the set `pupil_premium_indicator`. */
  /** Code of the authority where the family lives: nearly always the school's own. */
  readonly homeLaCode: string;
  /** Money from the authority above the school's own, for some with a plan. */
  readonly topUp: Held | null;
  readonly pupilPremium: readonly (Held & { readonly code: 'DPP' | 'SCP' | 'LAP' | 'AFC' })[];
  readonly lookedAfter: (Held & { readonly laCode: string }) | null;
  /** Code of the set `service_child`. */
  readonly serviceChild: 'Y' | 'N' | 'U' | 'R';
  readonly attendance: readonly DemoAttendance[];
  readonly suspensions: readonly DemoSuspension[];
  /** Never overlap; no row for the time before the first concern. `none`: came off, with the reason why. */
  readonly statuses: readonly DemoStatus[];
  readonly needs: readonly DemoNeed[];
  readonly strengths: readonly DemoStrength[];
  readonly alerts: readonly DemoAlert[];
  readonly carers: readonly DemoCarerLink[];
  readonly keyWorkerStaffCode: string | null;
  readonly unitPlace: (Held & { readonly unitName: string }) | null;
  /** For a pupil in alternative provision: the school that sent them. */
  readonly referringSchool: DemoReferringSchool | null;
  /** Mistakes put into this record on purpose, as real registers have them. */
  readonly faults: readonly DemoFault[];
};

/** Sessions are half days. possible = attended + authorised + unauthorised; late ones are among the attended. */
export type DemoAttendance = {
  readonly academicYear: string;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly late: number;
};

export type DemoSuspension = {
  readonly from: SchoolDate;
  /** Code of the set `suspension_category`. */
  readonly category: 'SUSP' | 'LNCH';
  /** Code of the set `suspension_reason`. */
  readonly reason: string;
  readonly sessions: number;
};

export type DemoStatusKind = 'none' | 'monitoring' | 'sen_support' | 'ehc_plan';

export type DemoStatus = Held & {
  readonly status: DemoStatusKind;
  readonly reason: string;
  /** Where the school has it from: a decision of its own, the last school's file, the MIS. */
  readonly source: string;
  readonly parentsToldOn: SchoolDate | null;
};

export type DemoNeed = Held & {
  /** Code of the set `sen_type`. */
  readonly type: string;
  /** 1 is the primary need. */
  readonly rank: number;
  readonly ownWords: string | null;
  readonly toldBy: string | null;
};

export type DemoStrength = { readonly text: string; readonly toldBy: string; readonly since: SchoolDate };

export type DemoAlert = Held & {
  readonly kind: 'medical' | 'safety' | 'court' | 'safeguarding';
  readonly text: string;
  readonly source: string;
};

export type DemoCarerLink = {
  readonly carerKey: string;
  /** Code of the set `relationship`. */
  readonly relationship: string;
  /** Order in which to ring, 1 first. */
  readonly priority: number;
  readonly parentalResponsibility: boolean;
  readonly livesWith: boolean;
  readonly getsLetters: boolean;
  /** What a court has forbidden or limited. With it, nothing is ever sent to this carer. */
  readonly courtRestriction: (Held & { readonly text: string }) | null;
};

export type DemoReferringSchool = Held & {
  readonly name: string;
  /** Null where the pupil was sent by the authority and has no other school. */
  readonly laestab: string | null;
  /** Whether the pupil is still on that school's roll (dual registration). */
  readonly isStillOnRoll: boolean;
  readonly reason: string;
};

export type DemoFault =
  | 'sen_support_without_need'
  | 'nsa_with_plan'
  | 'plan_without_need'
  | 'parents_not_told'
  | 'need_open_after_leaving_register'
  | 'no_key_worker'
  | 'same_adult_entered_twice'
  | 'no_contact_number'
  | 'status_before_entry_date'
  | 'temporary_upn_kept_too_long';
