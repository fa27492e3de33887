import type { PupilId, StaffId } from '../../../kernel/ids.ts';
import { type Span, spansMeet } from './clock-times.ts';
import type { Demand, Force, Slot, Weekday } from './week.ts';

/** Where a demand comes from: a run of provision, a line of Section F, or somebody's hand. */
export const demandKinds = [
  'one_to_one',
  'class_support',
  'group',
  'duty',
  'meeting',
  'run',
  'line',
] as const;
export type DemandKind = (typeof demandKinds)[number];

export const slotKinds = ['before', 'lesson', 'break', 'lunch', 'after'] as const;
export type SlotKind = (typeof slotKinds)[number];

/** A time of the week that is taken, by the wall clock. */
export type Taken = Span & { readonly day: number };

/** When help may be given. */
export type When = {
  readonly length: number;
  /** Null: any day. */
  readonly weekdays: readonly number[] | null;
  readonly from: number | null;
  readonly until: number | null;
  readonly kinds: readonly SlotKind[];
  /** The only minutes at which it begins, where its own record says so. */
  readonly exact: readonly { readonly day: number; readonly minute: number }[] | null;
};

/** A demand with what the page says of it. */
export type NamedDemand = Demand & {
  readonly kind: DemandKind;
  readonly title: string;
  /** The class that is helped, where it is not single pupils. */
  readonly groupName: string | null;
  readonly room: string | null;
  /** It stands with its run: adult and times are changed there. */
  readonly runId: string | null;
};

/** The slots of a day in the order of their time. */
export const dayOf = (slots: readonly Slot[], day: number): readonly Slot[] =>
  slots.filter((slot) => slot.day === day).toSorted((one, other) => one.from - other.from);

/** The slots that `length` times from a slot on take, one after the other without a gap; null where the day ends before. */
export function stretchFrom(slots: readonly Slot[], first: Slot, length: number): readonly Slot[] | null {
  const day = dayOf(slots, first.day);
  const at = day.findIndex(({ slotId }) => slotId === first.slotId);
  const some = day.slice(at, at + length);
  const isWhole = at >= 0 && some.length === length;
  return isWhole && some.every((slot, place) => place === 0 || some[place - 1]?.until === slot.from)
    ? some
    : null;
}

/**
 * The slots at which help may begin (rule dep-1): on its days, within its times, in slots of its kinds that follow one another
 * without a gap, and where nothing that its pupils must not miss and no other use of its room lies.
 */
export function startsOf(slots: readonly Slot[], when: When, taken: readonly Taken[]): ReadonlySet<string> {
  const found = slots.filter((slot) => {
    const stretch = stretchFrom(slots, slot, when.length);
    return (
      stretch !== null &&
      isAsked(slot, when) &&
      stretch.every((one) => fits(one, when)) &&
      !taken.some((one) => one.day === slot.day && stretch.some((part) => spansMeet(part, one)))
    );
  });
  return new Set(found.map(({ slotId }) => slotId));
}

const isAsked = (slot: Slot, { weekdays, exact }: When): boolean =>
  exact === null
    ? weekdays?.includes(slot.day) !== false
    : exact.some(({ day, minute }) => day === slot.day && slot.from <= minute && minute < slot.until);

const fits = (slot: Slot, { kinds, from, until, exact }: When): boolean =>
  exact !== null ||
  (kinds.includes(slot.kind) &&
    (from === null || slot.from >= from) &&
    (until === null || slot.until <= until));

/** The slot in which a minute of a day lies. */
export const slotAt = (slots: readonly Slot[], day: number, minute: number): Slot | null =>
  slots.find((slot) => slot.day === day && slot.from <= minute && minute < slot.until) ?? null;

/** How many slots one after the other a stretch of minutes touches, from the slot in which it begins; 1 at least. */
export function slotsTouched(slots: readonly Slot[], day: number, { from, until }: Span): number {
  return Math.max(1, dayOf(slots, day).filter((slot) => spansMeet(slot, { from, until })).length);
}

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];

export const forceWords: Readonly<Record<Force, string>> = {
  safety: 'Safety and health',
  law: 'Named in an EHC plan',
  intervention: 'Intervention',
  general: 'General',
};

export const kindWords: Readonly<Record<DemandKind, string>> = {
  one_to_one: 'One to one',
  class_support: 'Help in class',
  group: 'Group',
  duty: 'Duty',
  meeting: 'Meeting',
  run: 'Provision',
  line: 'Section F',
};

/** Those of the week who know one of the pupils: they run something that the pupil is in. */
export const whoKnows = (
  pupilIds: readonly PupilId[],
  byPupil: ReadonlyMap<PupilId, ReadonlySet<StaffId>>,
): ReadonlySet<StaffId> => new Set(pupilIds.flatMap((pupilId) => [...(byPupil.get(pupilId) ?? [])]));
