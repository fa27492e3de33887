import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { date, form, oneOf } from '#src/kernel/form.ts';
import type { School } from '#src/modules/school/index.ts';
import { seen } from './change-status.form.ts';

/** Places that the local authority recognises and the census asks for. */
export const specialPlaceKinds = ['sen_unit', 'resourced_provision'] as const;
export type SpecialPlaceKind = (typeof specialPlaceKinds)[number];

const Kind = z.enum(specialPlaceKinds);
/** Reads a kind that the database gave; throws on any other word. */
export const specialPlaceKind = (name: string): SpecialPlaceKind => Kind.parse(name);

export const placeLabel: Readonly<Record<SpecialPlaceKind, string>> = {
  sen_unit: 'SEN unit',
  resourced_provision: 'Resourced provision',
};

export type PlaceRecord = {
  readonly specialPlaceId: string;
  readonly kind: SpecialPlaceKind;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly source: string;
  readonly sourceOn: SchoolDate;
  readonly version: number;
};

/** What the school's settings say it has. */
export type PlacesOffered = Readonly<Record<SpecialPlaceKind, boolean>>;
export const placesOffered = (
  school: Pick<School, 'hasSenUnit' | 'hasResourcedProvision'>,
): PlacesOffered => ({
  sen_unit: school.hasSenUnit,
  resourced_provision: school.hasResourcedProvision,
});

export type PlaceRefusal =
  | 'not_offered'
  | 'same_place'
  | 'no_place'
  | 'before_birth'
  | 'in_future'
  | 'before_current';

type World = {
  readonly held: PlaceRecord | null;
  readonly bornOn: SchoolDate;
  readonly today: SchoolDate;
};

function dayRefusal(on: SchoolDate, { held, bornOn, today }: World): PlaceRefusal | null {
  if (on < bornOn) return 'before_birth';
  if (on > today) return 'in_future';
  return held !== null && on < held.fromOn ? 'before_current' : null;
}

/** Why a place cannot be given; null when it can. The school has to have one of the kind (rule census-4). */
export function refusalOfPlace(
  given: { kind: SpecialPlaceKind; fromOn: SchoolDate },
  world: World & { readonly offered: PlacesOffered },
): PlaceRefusal | null {
  if (!world.offered[given.kind]) return 'not_offered';
  if (world.held?.kind === given.kind && world.held.untilOn === null) return 'same_place';
  return dayRefusal(given.fromOn, world);
}

/** Why a place cannot end on a day; null when it can. */
export const refusalOfPlaceEnd = (endedOn: SchoolDate, world: World): PlaceRefusal | null =>
  world.held === null ? 'no_place' : dayRefusal(endedOn, world);

export const placeForm = form({
  kind: oneOf({
    label: 'Place',
    options: [
      { value: 'none', label: 'No special place' },
      ...specialPlaceKinds.map((value) => ({ value, label: placeLabel[value] })),
    ],
    missing: 'Select a place',
  }),
  onDay: date({
    label: 'From',
    hint: 'The first day of the place; for none, the last day of the place held until now.',
    missing: 'Enter the day',
  }),
  seen: seen(),
});
