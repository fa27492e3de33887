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
 * words of anybody's.
 */
export const safeguardingWords = 'The safeguarding lead holds a file';

export type NewAlert = {
  readonly pupilId: PupilId;
  readonly kind: AlertKind;
  /** Up to 200 characters; what is given for safeguarding is not kept. */
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

/** The words and the audience that are kept: court and safeguarding are sensitive whoever says otherwise. */
export function settledAlert(given: Pick<NewAlert, 'kind' | 'words' | 'audience'>) {
  const { kind, words, audience } = given;
  const usual = alertsOf[kind].audience;
  return {
    words: kind === 'safeguarding' ? safeguardingWords : words,
    audience: usual === 'sensitive' ? usual : (audience ?? usual),
  };
}

export const isAlertKind = (text: string): text is AlertKind => alertKinds.some((kind) => kind === text);
export const isAlertAudience = (text: string): text is AlertAudience =>
  text === 'staff' || text === 'health' || text === 'sensitive';
