import type { Audience } from '../../../kernel/access.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import type { CarerId, PupilId } from '../../../kernel/ids.ts';

export const alertKinds = ['medical', 'safety', 'court', 'safeguarding'] as const;
export type AlertKind = (typeof alertKinds)[number];
export type AlertAudience = Extract<Audience, 'staff' | 'health' | 'sensitive'>;

/** What each kind is called, and who sees it unless it is said otherwise. */
export const alertsOf: Readonly<Record<AlertKind, { label: string; audience: AlertAudience }>> = {
  medical: { label: 'Medical', audience: 'health' },
  safety: { label: 'Safety', audience: 'staff' },
  court: { label: 'Court order', audience: 'sensitive' },
  safeguarding: { label: 'Safeguarding', audience: 'sensitive' },
};

/**
 * All that Sendero says of safeguarding: child-protection files are never stored here, so this flag takes no
 * words of anybody's. The database takes no others (rule access-5).
 */
export const safeguardingWords = 'The safeguarding lead holds a file';
export const safeguardingSource = 'Safeguarding lead';

/** The kinds that anybody who keeps alerts may raise; the flag of safeguarding is its lead's alone. */
export const raisedKinds = ['medical', 'safety', 'court'] as const;
export type RaisedKind = (typeof raisedKinds)[number];

export type NewAlert = {
  readonly pupilId: PupilId;
  readonly kind: RaisedKind;
  /** Up to 200 characters. */
  readonly words: string;
  readonly carerId?: CarerId | undefined;
  readonly fromOn: SchoolDate;
  readonly untilOn?: SchoolDate | undefined;
  /** Absent: that of the kind. Court and safeguarding are always `sensitive`. */
  readonly audience?: AlertAudience | undefined;
  /** Who says so: 'Mother', 'Court order of 3 May 2026', 'SIMS' … */
  readonly source: string;
};

export type Alert = {
  readonly alertId: string;
  readonly pupilId: PupilId;
  readonly kind: AlertKind;
  readonly words: string;
  readonly carerId: CarerId | null;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly audience: AlertAudience;
  readonly source: string;
  readonly version: number;
};

/** The audience that is kept: a court order is sensitive whoever says otherwise. */
export function settledAudience({ kind, audience }: Pick<NewAlert, 'kind' | 'audience'>): AlertAudience {
  const usual = alertsOf[kind].audience;
  return usual === 'sensitive' ? usual : (audience ?? usual);
}

export const isAlertKind = (text: string): text is AlertKind => alertKinds.some((kind) => kind === text);
export const isAlertAudience = (text: string): text is AlertAudience =>
  text === 'staff' || text === 'health' || text === 'sensitive';
