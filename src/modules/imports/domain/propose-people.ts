import type { IncomingContact, IncomingPupil } from './incoming.ts';
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
    title: contact.title?.slice(0, 20) ?? null,
    forename: contact.forename?.slice(0, 100) ?? null,
    surname: contact.surname.slice(0, 100),
    phone,
    otherPhone,
    email: contact.email?.slice(0, 254) ?? null,
    address: contact.address === 'asPupil' ? pupilAddress : addressLine(contact.address),
    relationship: (contact.relationship?.code ?? contact.relationship?.text ?? 'OTH').slice(0, 40),
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

type Named = Pick<HeldCarer, 'title' | 'forename' | 'surname'>;

/** Mr and Mrs Okafor are two, although the file gives neither a forename. */
const titlesDiffer = (one: Named, other: Named): boolean =>
  one.title !== null && other.title !== null && plainName(one.title) !== plainName(other.title);

/** Whether two names of a pupil's carers may be one person's; a forename that is missing speaks against nothing. */
export const isSamePerson = (held: Named, carer: Named): boolean => {
  if (plainName(held.surname) !== plainName(carer.surname)) return false;
  if (held.forename === null || carer.forename === null) return !titlesDiffer(held, carer);
  return plainName(held.forename) === plainName(carer.forename);
};

const isAlike = (held: Named, carer: Named): boolean =>
  isSamePerson(held, carer) && (held.forename === null) === (carer.forename === null);

/** Of several whom a name may mean the one that it means best. */
const heldAs = (carers: readonly HeldCarer[], carer: Named): HeldCarer | undefined =>
  carers.find((one) => isAlike(one, carer)) ?? carers.find((one) => isSamePerson(one, carer));

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
        isOurs: held.source === ownSource && before !== null,
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

function carersOf(incoming: IncomingPupil, of: HeldPupil | null): CarerToRecord[] {
  const pupilAddress = addressLine(incoming.address) ?? of?.facts.get('address')?.value ?? null;
  return oneOfEach(
    (incoming.contacts ?? []).flatMap((contact, index) => toCarer(contact, index + 1, pupilAddress) ?? []),
  );
}

/** Carers that the pupil has not yet, and what differs in those that they have. Nobody is taken away. */
export function proposeCarers(incoming: IncomingPupil, of: HeldPupil | null): Change[] {
  return carersOf(incoming, of).flatMap((carer) => {
    const held = heldAs(of?.carers ?? [], carer);
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

/** What belongs to the person and not to the tie with one pupil: brothers and sisters say it of the same parent. */
const ofThePerson = ['phone', 'email', 'address'] as const;

/** What a record says of carers who are held, with a key for each thing that can be said once. */
export function sayingsOfCarers(
  incoming: IncomingPupil,
  of: HeldPupil,
): readonly { readonly key: string; readonly label: string; readonly value: string }[] {
  return carersOf(incoming, of).flatMap((carer) => {
    const held = heldAs(of.carers, carer);
    if (held === undefined) return [];
    return ofThePerson.flatMap((field) => {
      const value = carer[field];
      const label = `${carerName(held)}: ${fieldWords[field]}`;
      return value === null ? [] : [{ key: `${held.carerId} ${field}`, label, value }];
    });
  });
}
