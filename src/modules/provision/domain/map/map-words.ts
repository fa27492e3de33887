import type { Area, FundingSource, Tier } from '../run.ts';
import type { MapGroup } from './map-filter.ts';

export const areaWords: Readonly<Record<Area, string>> = {
  communication: 'Communication and interaction',
  cognition: 'Cognition and learning',
  semh: 'Social, emotional and mental health',
  sensory_physical: 'Sensory and physical',
};

export const sourceWords: Readonly<Record<FundingSource, string>> = {
  core: 'Core budget',
  notional_sen: 'Notional SEN budget',
  top_up: 'Top-up',
  pupil_premium: 'Pupil premium',
  pupil_premium_plus: 'Pupil premium plus',
  inclusive_mainstream: 'Inclusive Mainstream Fund',
  early_years: 'Early years funding',
  other: 'Another source',
};

export const groupWords: Readonly<Record<MapGroup, string>> = {
  area: 'Area of need',
  tier: 'Wave',
  type: 'Intervention',
  source: 'Source of money',
  class: 'Class',
  year: 'Year group',
  need: 'Main need',
};

export type TierWords = Readonly<Record<Tier, string>>;
/** As shipped; a school may call them otherwise. */
export const usualTiers: TierWords = {
  universal: 'Wave 1, universal',
  targeted: 'Wave 2, targeted',
  specialist: 'Wave 3, specialist',
};
