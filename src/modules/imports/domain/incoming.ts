import type { SchoolDate } from '../../../kernel/dates.ts';

/**
 * What a file tells about one thing. Three cases are kept apart: the property is missing (the file has no
 * such column or element), null (the place is there and blank), a value. Neither of the first two ever
 * means "clear what is held"; an empty list is like null.
 */
export type Told<T> = T | null;

/** A value from a code list: the text as it stands in the file, and the code it means; null is "not recognised". */
export type CodeInFile<C extends string = string> = { readonly text: string; readonly code: C | null };

/** Census codes, and the letters of the years before 2014 and 2018 that stay in histories. */
export type SenCode = 'N' | 'K' | 'E' | 'S' | 'A' | 'P' | 'Q';
/** `isMonitoring`: the school watches the pupil, who is N in the census. */
export type SenStatusInFile = CodeInFile<SenCode> & { readonly isMonitoring?: boolean };

/** One stretch of a pupil's SEN history: both days included, `until` null while it lasts. */
export type IncomingSenPeriod = {
  readonly from: SchoolDate;
  readonly until: SchoolDate | null;
  readonly status: SenStatusInFile;
};

export type IncomingNeed = {
  /** 1 is the primary need; null when the file gives no rank. */
  readonly rank: number | null;
  /** Null when the file describes the need in words only. */
  readonly type: CodeInFile | null;
  readonly from?: Told<SchoolDate>;
  readonly until?: Told<SchoolDate>;
  readonly ownWords?: Told<string>;
};

export type IncomingAddress = {
  /** From the house to the town, no blank line. */
  readonly lines: readonly string[];
  /** In the usual form (`SE1 1AA`), or as written when it has not the shape of one. */
  readonly postcode?: Told<string>;
  readonly country?: Told<string>;
  readonly uprn?: Told<string>;
};

export type IncomingPhone = {
  /** Telephone type: M mobile, H home, W work, A alternate home, F fax, D minicom; null when not told. */
  readonly kind: CodeInFile | null;
  readonly number: string;
};

export type IncomingContact = {
  /** Lines of the table, or the pupil's place in a CTF. */
  readonly rows: readonly number[];
  readonly order?: Told<number>;
  readonly misId?: Told<string>;
  readonly title?: Told<string>;
  readonly forename?: Told<string>;
  readonly surname?: Told<string>;
  readonly middleNames?: Told<string>;
  readonly sex?: Told<CodeInFile>;
  readonly salutation?: Told<string>;
  readonly relationship?: Told<CodeInFile>;
  /** Parental responsibility. It is no permission to contact, nor to release a record. */
  readonly hasParentalResponsibility?: Told<boolean>;
  readonly livesWithPupil?: Told<boolean>;
  readonly phones?: readonly IncomingPhone[];
  readonly email?: Told<string>;
  /** `asPupil`: the file says that the contact lives where the pupil does. */
  readonly address?: Told<IncomingAddress | 'asPupil'>;
};

export type IncomingFsmInstance = {
  readonly from: SchoolDate;
  readonly until: SchoolDate | null;
  readonly country: CodeInFile | null;
};

/** Sums of sessions (half days) at one school, for a year or until a day. Percentages run from 0 to 100. */
export type IncomingAttendance = {
  /** First year of the academic year: 2026 for 2026/27. */
  readonly year?: number;
  readonly schoolName?: string;
  readonly asAt?: SchoolDate;
  readonly possible?: Told<number>;
  readonly attended?: Told<number>;
  readonly authorised?: Told<number>;
  readonly unauthorised?: Told<number>;
  readonly late?: Told<number>;
  readonly percent?: Told<number>;
};

export type IncomingSuspension = {
  readonly rows: readonly number[];
  readonly from: SchoolDate;
  readonly until?: Told<SchoolDate>;
  /** Half days. */
  readonly sessions?: Told<number>;
  readonly category?: Told<CodeInFile>;
  readonly reason?: Told<CodeInFile>;
};

export type IncomingSchoolStay = {
  readonly laestab?: string;
  readonly urn?: string;
  readonly name?: string;
  readonly entryOn?: SchoolDate;
  readonly leavingOn?: SchoolDate;
  readonly leavingReason?: CodeInFile;
  /** The school that wrote the file. */
  readonly isSender: boolean;
};

export type IncomingLanguage = { readonly kind: CodeInFile | null; readonly language: CodeInFile };

/** What tells which pupil is meant. Another thing in the file (a class, a lesson) names pupils by it. */
export type PupilKey = {
  /** Upper case, shape and check letter sound. */
  readonly upn?: Told<string>;
  /** The number that the school's own system gives the pupil. */
  readonly misId?: Told<string>;
  /** Legal names. */
  readonly surname?: Told<string>;
  readonly forename?: Told<string>;
  readonly bornOn?: Told<SchoolDate>;
};

/** All that any file says about one pupil. Everything but the rows may be missing: see `Told`. */
export type IncomingPupil = PupilKey & {
  /** Lines of the table as Excel counts them (headings included), or the place in a CTF, from 1. */
  readonly rows: readonly number[];
  readonly formerUpns?: readonly string[];
  readonly uln?: Told<string>;
  readonly middleNames?: Told<string>;
  readonly preferredSurname?: Told<string>;
  readonly preferredForename?: Told<string>;
  readonly formerSurname?: Told<string>;
  readonly formerForename?: Told<string>;
  readonly sex?: Told<CodeInFile>;

  readonly yearGroup?: Told<CodeInFile>;
  /** Registration group, tutor group, form or class. */
  readonly classGroup?: Told<string>;
  readonly house?: Told<string>;
  readonly enrolmentStatus?: Told<CodeInFile>;
  readonly entryOn?: Told<SchoolDate>;
  readonly leavingOn?: Told<SchoolDate>;
  readonly leavingReason?: Told<CodeInFile>;
  readonly schoolHistory?: readonly IncomingSchoolStay[];

  readonly ethnicity?: Told<CodeInFile>;
  readonly ethnicitySource?: Told<CodeInFile>;
  readonly languages?: readonly IncomingLanguage[];
  readonly hasEal?: Told<boolean>;
  /** Free school meals now. From a CTF: an instance was open on the day that the file was made. */
  readonly hasFsm?: Told<boolean>;
  readonly fsmInstances?: readonly IncomingFsmInstance[];
  readonly hasFsmEver6?: Told<boolean>;
  readonly hasPupilPremium?: Told<boolean>;
  readonly isInCare?: Told<boolean>;
  readonly wasEverInCare?: Told<boolean>;
  /** LA code, MMM (outside) or XXX (not known). */
  readonly careAuthority?: Told<CodeInFile>;
  readonly serviceChild?: Told<CodeInFile>;
  /** The sender holds medical notes on the pupil; the notes themselves never travel. */
  readonly hasMedicalFlag?: Told<boolean>;
  readonly disabilities?: readonly CodeInFile[];
  readonly isYoungCarer?: Told<boolean>;

  /** Status now, and since when if the file says. */
  readonly senNow?: Told<{ readonly status: SenStatusInFile; readonly since?: Told<SchoolDate> }>;
  /** Oldest first, without overlaps or gaps. */
  readonly senHistory?: readonly IncomingSenPeriod[];
  /** By rank, needs without one last. */
  readonly needs?: readonly IncomingNeed[];
  readonly senReviewOn?: Told<SchoolDate>;
  readonly senNotes?: Told<string>;
  readonly isInSenUnit?: Told<boolean>;
  readonly hasResourcedPlace?: Told<boolean>;
  readonly hasTopUp?: Told<boolean>;

  readonly address?: Told<IncomingAddress>;
  readonly phones?: readonly IncomingPhone[];
  readonly email?: Told<string>;
  readonly contacts?: readonly IncomingContact[];
  readonly attendance?: readonly IncomingAttendance[];
  readonly suspensions?: readonly IncomingSuspension[];
};

export type IncomingStaff = {
  readonly rows: readonly number[];
  /** Staff code or initials, as timetables name the person. */
  readonly code?: Told<string>;
  readonly title?: Told<string>;
  readonly forename?: Told<string>;
  readonly surname?: Told<string>;
  readonly email?: Told<string>;
  /** As the file words it. */
  readonly role?: Told<string>;
  readonly startOn?: Told<SchoolDate>;
  readonly endOn?: Told<SchoolDate>;
  /** Full-time equivalent, 0 to 1. */
  readonly fte?: Told<number>;
};

/** A class (every pupil has one) or a teaching group (one subject). */
export type IncomingGroup = {
  readonly rows: readonly number[];
  readonly name: string;
  readonly kind: 'class' | 'teachingGroup';
  readonly subject?: Told<string>;
  readonly yearGroup?: Told<CodeInFile>;
  /** Staff codes, or names where the file has no codes. */
  readonly teachers: readonly string[];
  readonly pupils: readonly PupilKey[];
};

/** One place in the timetable's week. */
export type IncomingLesson = {
  readonly row: number;
  /** 1 Monday to 7 Sunday. */
  readonly day: number;
  readonly period: string;
  /** `A` or `B` where the timetable runs over two weeks. */
  readonly week?: Told<string>;
  readonly group: string;
  readonly subject?: Told<string>;
  readonly room?: Told<string>;
  readonly teachers: readonly string[];
  /** `09:05`, 24 hours. */
  readonly startsAt?: Told<string>;
  readonly endsAt?: Told<string>;
};

/**
 * `error`: the row cannot be read and nothing of it is taken. `warning`: taken, but for the value named,
 * or taken as it is and worth a look.
 */
export type Problem = {
  readonly level: 'error' | 'warning';
  /** Line of the table or place in a CTF; null when it is about the whole file. */
  readonly row: number | null;
  /** Heading or element. */
  readonly column: string | null;
  /** As it stands in the file, cut to 100 characters. */
  readonly value?: string;
  /** Why. */
  readonly message: string;
  /** What to do. */
  readonly todo: string;
};

/** What was read. Those `unread` had an error: they are in the file, so they are not "missing from it". */
export type Incoming = {
  readonly pupils: readonly IncomingPupil[];
  readonly unread: readonly IncomingPupil[];
  readonly staff: readonly IncomingStaff[];
  readonly groups: readonly IncomingGroup[];
  readonly lessons: readonly IncomingLesson[];
  readonly problems: readonly Problem[];
};
