import type { SchoolDate } from '#src/kernel/dates.ts';
import type { DemoPupil } from './demo-pupil.ts';

/** Same seed, same `today`, same trust: to the last letter. */
export type DemoOptions = {
  readonly seed: number;
  /** The day on which the demo is set; nothing in it lies later but the ends of terms and contracts. */
  readonly today: SchoolDate;
  /** Left out: the three schools of the demo. Given: that many schools, primary and secondary by turns. */
  readonly schools?: number;
  /** Pupils in each school. Left out: 420 in a primary, 1,050 in a secondary, 45 in alternative provision. */
  readonly pupils?: number;
};

/** A trust that does not exist, as plain data. All names, numbers and addresses in it are invented. */
export type DemoTrust = {
  readonly name: string;
  /** The trust's number. Eight figures: those of real trusts are shorter. */
  readonly uid: string;
  readonly schools: readonly DemoSchool[];
  readonly people: readonly DemoPerson[];
};

export type DemoRole =
  | 'senco'
  | 'assistant_senco'
  | 'head'
  | 'senior_leader'
  | 'teacher'
  | 'ta'
  | 'office'
  | 'exams'
  | 'finance'
  | 'designated_teacher'
  | 'safeguarding_lead'
  | 'governor'
  | 'trust_lead'
  | 'trustee';

/** Somebody who signs in. Each address of email is used once in the trust. */
export type DemoPerson = {
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  readonly email: string;
  readonly memberships: readonly DemoMembership[];
  /** Where this person is also on a school's list of staff. */
  readonly staffAs: readonly { readonly schoolUrn: string; readonly staffCode: string }[];
};

/** `schoolUrn` null: a membership of the trust. `until` null: still holds. */
export type DemoMembership = {
  readonly schoolUrn: string | null;
  readonly role: DemoRole;
  readonly from: SchoolDate;
  readonly until: SchoolDate | null;
};

export type DemoPhase = 'primary' | 'secondary' | 'alternative';

export type DemoSchool = {
  readonly urn: string;
  /** Authority (3) and establishment (4), seven figures together. */
  readonly laestab: string;
  readonly laCode: string;
  /** The invented authority's name for screens. The code beside it is only borrowed, see `DEMO_AUTHORITY`. */
  readonly authorityName: string;
  readonly name: string;
  readonly phase: DemoPhase;
  /** Code of the set `school_phase`. */
  readonly phaseCode: 'PS' | 'SS' | 'PR';
  /** In the order of the school: `['R', '1', … '6']`. */
  readonly yearGroups: readonly string[];
  /** `larkfield.example` */
  readonly domain: string;
  readonly phone: string;
  readonly sites: readonly DemoSite[];
  readonly unit: DemoUnit | null;
  /** This year and last year, the earlier first. */
  readonly academicYears: readonly DemoAcademicYear[];
  readonly groups: readonly DemoGroup[];
  readonly staff: readonly DemoStaff[];
  readonly groupStaff: readonly DemoGroupStaff[];
  /** One row for each carer; pupils point at them, so brothers and sisters share them. */
  readonly carers: readonly DemoCarer[];
  readonly pupils: readonly DemoPupil[];
};

export type DemoSite = { readonly name: string; readonly address: DemoAddress; readonly isMain: boolean };

export type DemoAddress = {
  readonly house: string;
  readonly street: string;
  readonly town: string;
  /** In the area `ZA`, which the post does not use; the shape is right. */
  readonly postcode: string;
};

/** A base for pupils with one kind of need, recognised by the authority. */
export type DemoUnit = {
  readonly name: string;
  readonly kind: 'resourced_provision' | 'sen_unit';
  readonly needTypes: readonly string[];
  readonly places: number;
  readonly recognisedFrom: SchoolDate;
};

export type DemoAcademicYear = {
  /** `2026/27` */
  readonly name: string;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
  readonly terms: readonly DemoTerm[];
  readonly insetDays: readonly SchoolDate[];
  readonly closures: readonly {
    readonly from: SchoolDate;
    readonly reopensOn: SchoolDate;
    readonly reason: string;
  }[];
};

export type DemoTerm = {
  readonly name: string;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
  readonly halfTerm: { readonly from: SchoolDate; readonly until: SchoolDate } | null;
};

/** A class (in a secondary the registration group) or a teaching group of one year. `key` is unique in the school. */
export type DemoGroup = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'class' | 'teaching';
  readonly academicYear: string;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
  /** Null where the group mixes years. */
  readonly yearGroup: string | null;
  readonly subject: string | null;
};

export type DemoPost =
  | 'head'
  | 'deputy_head'
  | 'senco'
  | 'assistant_senco'
  | 'teacher'
  | 'hlta'
  | 'teaching_assistant'
  | 'office'
  | 'exams'
  | 'finance';

export type DemoStaff = {
  /** Initials and perhaps a figure, as a timetable prints them; unique in the school. */
  readonly code: string;
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  readonly post: DemoPost;
  readonly jobTitle: string;
  readonly email: string;
  readonly contracts: readonly DemoContract[];
  readonly rates: readonly DemoRate[];
};

export type DemoContract = {
  readonly from: SchoolDate;
  readonly until: SchoolDate | null;
  readonly minutesPerWeek: number;
  readonly weeksPerYear: number;
};

/** What an hour of this person costs the school, on-costs included, in pence. */
export type DemoRate = {
  readonly from: SchoolDate;
  readonly until: SchoolDate | null;
  readonly pencePerHour: number;
};

export type DemoGroupStaff = {
  readonly groupKey: string;
  readonly staffCode: string;
  readonly job: 'teacher' | 'tutor' | 'support';
  readonly from: SchoolDate;
  readonly until: SchoolDate | null;
};

export type DemoCarer = {
  readonly key: string;
  readonly title: string | null;
  readonly forename: string;
  readonly surname: string;
  /** A number kept free for drama: 07700 900000 to 07700 900999. Null: none is known. */
  readonly phone: string | null;
  readonly email: string | null;
  /** Null: none is held, as for a family in a refuge. */
  readonly address: DemoAddress | null;
  /** Code of the set `language`. */
  readonly language: string;
  readonly needsInterpreter: boolean;
  readonly preferredContact: 'phone' | 'text' | 'email' | 'letter' | 'in person';
};
