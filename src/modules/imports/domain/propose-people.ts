import type { SchoolDate } from '#src/kernel/dates.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import type { IncomingAttendance, IncomingContact, IncomingPupil } from './incoming.ts';
import { plainName } from './match.ts';
import { type CarerToRecord, type Change, type HeldCarer, type HeldPupil, ownSource } from './proposal.ts';
import { addressLine } from './propose-facts.ts';

const preferredKinds = ['M', 'H', 'W', 'A', 'D'];

/** Mobile first, then home: as one rings. */
function numbers(contact: IncomingContact): (string | null)[] {
  const place = (code: string | null | undefined) => {
    const at = preferredKinds.indexOf(code ?? '');
    return at === -1 ? preferredKinds.length : at;
  };
  const sorted = [...(contact.phones ?? [])]
    .filter(({ kind }) => kind?.code !== 'F')
    .sort((one, other) => place(one.kind?.code) - place(other.kind?.code));
  return sorted.map(({ number }) => number.slice(0, 40));
}

/** A contact of the file as a carer; null when it has no surname, as then there is nobody to name. */
function toCarer(contact: IncomingContact, place: number, pupilAddress: string | null): CarerToRecord | null {
  if (contact.surname == null) return null;
  const [phone = null, otherPhone = null] = numbers(contact);
  return {
    title: contact.title ?? null,
    forename: contact.forename ?? null,
    surname: contact.surname,
    phone,
    otherPhone,
    email: contact.email ?? null,
    address: contact.address === 'asPupil' ? pupilAddress : addressLine(contact.address),
    relationship: contact.relationship?.code ?? contact.relationship?.text ?? 'OTH',
    hasParentalResponsibility: contact.hasParentalResponsibility ?? null,
    livesWith: contact.livesWithPupil ?? (contact.address === 'asPupil' ? true : null),
    priority: Math.min(99, Math.max(1, contact.order ?? place)),
  };
}

export const carerName = (carer: {
  title: string | null;
  forename: string | null;
  surname: string;
}): string =>
  [carer.title, carer.forename, carer.surname].filter((part) => part !== null && part !== '').join(' ');

type Named = Pick<HeldCarer, 'forename' | 'surname'>;
const isSamePerson = (held: Named, carer: Named): boolean =>
  plainName(held.surname) === plainName(carer.surname) &&
  (held.forename === null ||
    carer.forename === null ||
    plainName(held.forename) === plainName(carer.forename));

const fieldWords: Partial<Record<keyof CarerToRecord, string>> = {
  phone: 'phone',
  email: 'email address',
  address: 'address',
  relationship: 'relationship',
  hasParentalResponsibility: 'parental responsibility',
  livesWith: 'lives with the pupil',
  priority: 'order',
};
const comparedFields = [
  'phone',
  'email',
  'address',
  'relationship',
  'hasParentalResponsibility',
  'livesWith',
  'priority',
] as const;

function differences(held: HeldCarer, carer: CarerToRecord): Change[] {
  return comparedFields.flatMap((field) => {
    const [before, after] = [held[field], carer[field]];
    if (after === null || before === after) return [];
    return [
      {
        label: `${carerName(held)}: ${fieldWords[field]}`,
        before: words(before),
        after: words(after) ?? '',
        isOurs: held.source === ownSource,
        does: { kind: 'carerChange' as const, held, set: { [field]: after } },
      },
    ];
  });
}

const words = (value: string | number | boolean | null): string | null =>
  value === null ? null : value === true ? 'yes' : value === false ? 'no' : String(value);

/** One adult entered twice for a pupil is one adult: the second telephone is kept beside the first. */
function oneOfEach(carers: readonly CarerToRecord[]): CarerToRecord[] {
  const kept: CarerToRecord[] = [];
  for (const carer of carers) {
    const at = kept.findIndex((one) => isSamePerson(one, carer));
    const first = kept[at];
    if (first === undefined) kept.push(carer);
    else if (first.otherPhone === null && carer.phone !== first.phone)
      kept[at] = { ...first, otherPhone: carer.phone };
  }
  return kept;
}

/** Carers that the pupil has not yet, and what differs in those that they have. Nobody is taken away. */
export function proposeCarers(incoming: IncomingPupil, of: HeldPupil | null): Change[] {
  const pupilAddress = addressLine(incoming.address) ?? of?.facts.get('address')?.value ?? null;
  const carers = oneOfEach(
    (incoming.contacts ?? []).flatMap((contact, index) => toCarer(contact, index + 1, pupilAddress) ?? []),
  );
  return carers.flatMap((carer) => {
    const held = of?.carers.find((one) => isSamePerson(one, carer));
    if (held !== undefined) return differences(held, carer);
    return [
      {
        label: 'Carer',
        before: null,
        after: carerName(carer),
        isOurs: false,
        does: { kind: 'carer' as const, carer },
      },
    ];
  });
}

/** Sums of sessions, by academic year. A percentage without its sessions is not kept: nothing can be counted from it. */
export function proposeAttendance(
  incoming: IncomingPupil,
  of: HeldPupil | null,
  givenOn: SchoolDate,
): Change[] {
  return (incoming.attendance ?? []).flatMap((told) => {
    const { possible, attended } = told;
    if (possible == null || attended == null || attended > possible) return [];
    const period = periodOf(told, givenOn);
    const before = of?.attendance.find((one) => one.fromOn === period.fromOn);
    if (before?.possible === possible && before.attended === attended) return [];
    const { authorised = null, unauthorised = null } = told;
    return [
      {
        label: `Attendance ${period.name}`,
        before: before === undefined ? null : `${before.attended} of ${before.possible} sessions`,
        after: `${attended} of ${possible} sessions`,
        isOurs: false,
        does: {
          kind: 'attendance' as const,
          fromOn: period.fromOn,
          untilOn: period.untilOn,
          possible,
          attended,
          authorised,
          unauthorised,
        },
      },
    ];
  });
}

/** The academic year that sums belong to, until the day that they were counted. */
function periodOf(told: IncomingAttendance, givenOn: SchoolDate) {
  const asAt = told.asAt ?? givenOn;
  const year = told.year ?? startOfYear(asAt);
  const fromOn = schoolDate(`${year}-09-01`);
  const end = schoolDate(`${year + 1}-08-31`);
  const isWithin = asAt >= fromOn && asAt <= end;
  return {
    fromOn,
    untilOn: isWithin ? asAt : end,
    name: `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
  };
}

const startOfYear = (on: SchoolDate): number => Number(on.slice(0, 4)) - (on.slice(5, 7) < '09' ? 1 : 0);

export function proposeSuspensions(incoming: IncomingPupil, of: HeldPupil | null): Change[] {
  return (incoming.suspensions ?? []).flatMap(({ from, sessions, category, reason }) => {
    const kind = (category?.code ?? category?.text ?? 'SUSP').slice(0, 20);
    if (of?.suspensions.some((one) => one.fromOn === from && one.category === kind)) return [];
    return [
      {
        label: 'Suspension',
        before: null,
        after: `from ${from}`,
        isOurs: false,
        does: {
          kind: 'suspension' as const,
          fromOn: from,
          sessions: sessions ?? null,
          category: kind,
          reason: (reason?.code ?? reason?.text)?.slice(0, 100) ?? null,
        },
      },
    ];
  });
}
