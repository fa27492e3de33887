import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { GroupId, PersonId, PupilId, StaffId } from '#src/kernel/ids.ts';
import {
  type AlertAudience,
  checkLetterOf,
  type EnrolmentStatus,
  enrolPupil,
  type FactKind,
  factKinds,
  giveKeyWorker,
  joinGroup,
  type NewFact,
  type NewIdentifier,
  ownSource,
  type RaisedKind,
  type RecordedCarer,
  raiseAlert,
  recordCarer,
} from '#src/modules/pupils/index.ts';
import { getStaffMember, linkStaffToPerson, listStaff } from '#src/modules/school/index.ts';
import { inSchool, type School } from './given.ts';
import * as givenSchool from './given-school.ts';

/** The day since which everything made here holds, unless it is said otherwise. */
export const termStart = schoolDate('2026-09-01');
export const byHand = { source: ownSource, sourceOn: termStart } as const;

let count = 0;

/** A permanent UPN with a right check letter, another each time. */
export function upn(): string {
  count += 1;
  const body = `801200${String(count).padStart(6, '0')}`;
  return `${checkLetterOf(body)}${body}`;
}

export type PupilOptions = {
  readonly forename?: string;
  readonly surname?: string;
  readonly yearGroup?: string | null;
  readonly bornOn?: string;
  readonly upn?: string | null;
  readonly status?: EnrolmentStatus;
  readonly fromOn?: SchoolDate;
  readonly untilOn?: SchoolDate;
  readonly facts?: Partial<Record<FactKind, string>>;
  readonly identifiers?: readonly NewIdentifier[];
};

/** A pupil on roll since the start of term. */
export async function pupil(of: School, options: PupilOptions = {}): Promise<PupilId> {
  const { forename = 'Amara', surname = 'Okafor', yearGroup = '4', fromOn = termStart, untilOn } = options;
  const given: Partial<Record<FactKind, string>> = {
    legal_forename: forename,
    legal_surname: surname,
    ...(yearGroup === null ? {} : { year_group: yearGroup }),
    ...options.facts,
  };
  const facts = factKinds.flatMap((kind): NewFact[] => {
    const value = given[kind];
    return value === undefined ? [] : [{ kind, value, fromOn }];
  });
  const number = options.upn === undefined ? upn() : options.upn;
  return inSchool(of, async (tx) => {
    const done = await enrolPupil(tx, {
      bornOn: schoolDate(options.bornOn ?? '2018-05-03'),
      told: byHand,
      identifiers: [
        ...(number === null ? [] : [{ kind: 'upn' as const, value: number }]),
        ...(options.identifiers ?? []),
      ],
      facts,
      enrolment: { status: options.status ?? 'C', fromOn, untilOn },
    });
    if (!done.ok) throw new Error(done.refusal);
    return done.value;
  });
}

/** Puts a pupil into a group since the start of term. */
export const inGroup = (of: School, pupilId: PupilId, groupId: GroupId): Promise<boolean> =>
  inSchool(of, (tx) => joinGroup(tx, { pupilId, groupId, fromOn: termStart, told: byHand }));

/** Brings a pupil within somebody's reach: a class of theirs, since the start of term. */
export async function taughtBy(of: School, pupilId: PupilId, personId: PersonId): Promise<GroupId> {
  count += 1;
  const groupId = await givenSchool.group(of, { name: `Oak ${count}` });
  await givenSchool.teaching(of, { groupId, staffId: await staffOf(of, personId) });
  await inGroup(of, pupilId, groupId);
  return groupId;
}

/** The member of staff that somebody who signs in is; made when there is none. */
export async function staffOf(of: School, personId: PersonId): Promise<StaffId> {
  const staff = await inSchool(of, (tx) => listStaff(tx, null));
  const same = staff.find((member) => member.personId === personId);
  if (same !== undefined) return same.staffId;
  const staffId = await givenSchool.staff(of);
  await inSchool(of, async (tx) => {
    givenSchool.granted(await linkStaffToPerson(tx, await getStaffMember(tx, staffId), personId));
  });
  return staffId;
}

type CarerOptions = Partial<Omit<RecordedCarer, 'pupilId' | 'told'>>;

/** The mother of a pupil. */
export const carer = (of: School, pupilId: PupilId, options: CarerOptions = {}) =>
  inSchool(of, (tx) =>
    recordCarer(tx, {
      pupilId,
      told: byHand,
      carer: { title: 'Mrs', forename: 'Ngozi', surname: 'Okafor', phone: '01632 960001' },
      relationship: 'PAM',
      hasParentalResponsibility: true,
      priority: 1,
      livesWith: true,
      fromOn: termStart,
      ...options,
    }),
  );

type AlertOptions = { kind?: RaisedKind; words?: string; audience?: AlertAudience; untilOn?: SchoolDate };

/** An alert since the start of term; without more, the medical one that staff with an eye on health see. */
export const alert = (of: School, pupilId: PupilId, options: AlertOptions = {}): Promise<string> =>
  inSchool(of, (tx) =>
    raiseAlert(tx, {
      pupilId,
      kind: 'medical',
      words: 'Epilepsy plan',
      fromOn: termStart,
      source: 'Mother',
      ...options,
    }),
  );

/** A key worker since the start of term. */
export const keyWorker = (of: School, pupilId: PupilId, staffId: StaffId) =>
  inSchool(of, (tx) => giveKeyWorker(tx, { pupilId, staffId, fromOn: termStart }));
