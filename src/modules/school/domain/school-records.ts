import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { GroupId, PersonId, SchoolId, StaffId, TrustId, YearId } from '#src/kernel/ids.ts';
import { ownSource } from '#src/kernel/own-source.ts';
import type { Phase } from './school.form.ts';
import type { Closure, Term } from './school-calendar.ts';

export const SiteId = z.uuid().brand<'SiteId'>();
export type SiteId = z.output<typeof SiteId>;
export const ClosureId = z.uuid().brand<'ClosureId'>();
export type ClosureId = z.output<typeof ClosureId>;

export type School = {
  readonly schoolId: SchoolId;
  readonly trustId: TrustId | null;
  readonly trustName: string | null;
  readonly urn: string;
  readonly laestab: string;
  readonly laCode: string;
  /** Null: the name of the national list is used. */
  readonly authorityName: string | null;
  readonly name: string;
  readonly phase: Phase;
  readonly hasSenUnit: boolean;
  readonly hasResourcedProvision: boolean;
  readonly version: number;
};

export type Site = {
  readonly siteId: SiteId;
  readonly name: string;
  readonly address: string | null;
  readonly isMain: boolean;
};

export type KeptClosure = Closure & { readonly closureId: ClosureId };

export type AcademicYear = {
  readonly yearId: YearId;
  /** `2026/27` */
  readonly name: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
  readonly terms: readonly Term[];
  readonly insetDays: readonly SchoolDate[];
  readonly closures: readonly KeptClosure[];
  readonly version: number;
};

export const groupKinds = [
  { value: 'class', label: 'Class or registration group' },
  { value: 'teaching', label: 'Teaching group' },
] as const;
export const GroupKind = z.enum(groupKinds.map((kind) => kind.value));
export type GroupKind = z.output<typeof GroupKind>;

/** A class, a registration group or a teaching group. */
export type Group = {
  readonly groupId: GroupId;
  readonly kind: GroupKind;
  readonly name: string;
  /** Null: pupils of several years. */
  readonly yearGroup: string | null;
  readonly subject: string | null;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly source: string;
  readonly version: number;
};

/** Somebody in charge of a group for a time. */
export type GroupPlace = {
  readonly staffId: StaffId;
  readonly name: string;
  readonly post: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};
export type StaffedGroup = Group & { readonly staff: readonly GroupPlace[] };

export type Lesson = {
  /** Monday is 1. */
  readonly weekday: number;
  /** `A` or `B` where the timetable has two weeks; else empty. */
  readonly week: string;
  readonly period: string;
  readonly staffId: StaffId | null;
  /** `09:00` */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly room: string | null;
};
export type KeptLesson = Lesson & {
  readonly lessonId: string;
  readonly groupId: GroupId;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly source: string;
  readonly version: number;
};

/** What is known of somebody who works at the school, whether they sign in or not. */
export type StaffFacts = {
  /** The short name on the timetable: `DOY`. */
  readonly code: string | null;
  readonly title: string | null;
  readonly forename: string;
  readonly surname: string;
  readonly post: string;
  readonly email: string | null;
  readonly startedOn: SchoolDate | null;
  readonly leftOn: SchoolDate | null;
};

export type StaffMember = StaffFacts & {
  readonly staffId: StaffId;
  readonly personId: PersonId | null;
  readonly source: string;
  readonly version: number;
};

export type Contract = {
  readonly contractId: string;
  readonly minutesPerWeek: number;
  readonly weeksPerYear: number;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

export type CostRate = {
  readonly costRateId: string;
  readonly pencePerHour: number;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** `Mrs Doyle`, or `Ann Doyle` where no title is known. */
export const staffName = (staff: Pick<StaffFacts, 'title' | 'forename' | 'surname'>): string =>
  `${staff.title ?? staff.forename} ${staff.surname}`;

/** A fact of a person's own keeping has this source; imports give the name of theirs. */
export { ownSource };
