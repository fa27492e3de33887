import type { Lost } from './ledger.ts';
import {
  type Area,
  type Charge,
  type FundingSource,
  type Outcome,
  type RunStatus,
  type Slot,
  type StaffKind,
  type Tier,
  tiers,
} from './run.ts';
import { lostReasons } from './session.ts';

/** What the waves are called. */
export type TierWords = Readonly<Record<Tier, string>>;

export const tierWords: TierWords = {
  universal: 'Wave 1: universal',
  targeted: 'Wave 2: targeted',
  specialist: 'Wave 3: specialist',
};

/** The waves to choose among, as the school calls them. */
export const tierOptions = (words: TierWords): readonly { readonly value: Tier; readonly label: string }[] =>
  tiers.map((value) => ({ value, label: words[value] }));

export const areaWords: Readonly<Record<Area, string>> = {
  communication: 'Communication and interaction',
  cognition: 'Cognition and learning',
  semh: 'Social, emotional and mental health',
  sensory_physical: 'Sensory and physical',
};

export const staffKindWords: Readonly<Record<StaffKind, string>> = {
  ta: 'Teaching assistant',
  teacher: 'Teacher',
  specialist: 'Specialist',
  volunteer: 'Volunteer',
  anyone: 'Anyone',
};

export const chargeWords: Readonly<Record<Charge, string>> = {
  shared: 'Shared among the pupils who are there',
  one: 'Charged to the pupils for whom it was set up',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  met: 'Aim met',
  partly: 'Aim partly met',
  not_met: 'Aim not met',
  not_known: 'Not known',
};

export const fundingWords: Readonly<Record<FundingSource, string>> = {
  core: 'School budget (element 1)',
  notional_sen: 'Notional SEN budget (element 2)',
  top_up: 'Top-up (element 3)',
  pupil_premium: 'Pupil premium',
  pupil_premium_plus: 'Pupil premium plus',
  inclusive_mainstream: 'Inclusive Mainstream Fund',
  early_years: 'Early years funds',
  other: 'Another source',
};

/** Whose money it is, of a source as the database has it. */
export const fundingLabel = (source: string): string =>
  Object.entries(fundingWords).find(([known]) => known === source)?.[1] ?? source;

export const runStatusWords: Readonly<Record<RunStatus, string>> = {
  planned: 'Planned',
  running: 'Running',
  ended: 'Ended',
  withdrawn: 'Withdrawn',
};

/** The layers of the white paper of 2026: proposed, not law. */
export const layerWords: Readonly<Record<string, string>> = {
  universal: 'Universal (proposed, not law)',
  targeted: 'Targeted (proposed, not law)',
  targeted_plus: 'Targeted plus (proposed, not law)',
  specialist: 'Specialist (proposed, not law)',
};

export const weekdayWords = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const weekdayShort = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;

/** `09:05` → 9.05 */
export const timeWords = (time: string): string => time.replace(/^0/, '').replace(':', '.');

/** `Tue and Thu 9.30, 30 min`: the places of a week that hold, those of one time and length together. */
export function weekInWords(slots: readonly Slot[]): string {
  const alike = Map.groupBy(slots, ({ startsAt, minutes }) => `${startsAt ?? ''}|${minutes}`);
  return [...alike.values()].map(sameTimeInWords).join('; ');
}

function sameTimeInWords(slots: readonly Slot[]): string {
  const [first] = slots;
  if (first === undefined) return '';
  const days = [...new Set(slots.map(({ weekday }) => weekday))].toSorted();
  const named = days.map((day) => weekdayShort[day] ?? '');
  const last = named.at(-1) ?? '';
  const words =
    named.length === 5 ? 'Daily' : named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`;
  return [
    words,
    first.startsAt === null ? '' : ` ${timeWords(first.startsAt)}`,
    `, ${first.minutes} min`,
  ].join('');
}

export const lostWords = (reason: Lost): string =>
  reason === 'shorter'
    ? 'Shorter than planned'
    : (lostReasons.find(({ code }) => code === reason)?.words ?? reason);

/** 90 → 1 h 30 min; 0 → 0 min */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** A.O.: no more of a name than is needed on a screen that others may see. */
export const initialsOf = ({ forename, surname }: { forename: string; surname: string }): string =>
  `${forename.charAt(0)}.${surname.charAt(0)}.`;
