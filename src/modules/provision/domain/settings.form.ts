import { form, oneOf, text, version } from '../../../kernel/form.ts';
import { chargeWords, type TierWords, tierWords } from './provision-words.ts';
import { type Charge, charges, type Tier } from './run.ts';

/** How the school speaks of its waves, and how a new run is charged. Version 1: as shipped. */
export type ProvisionSettings = {
  readonly tierWords: TierWords;
  readonly charge: Charge;
  readonly version: number;
};

/** What holds where the school has said nothing. */
export const usualSettings: ProvisionSettings = { tierWords, charge: 'shared', version: 1 };

const name = (tier: Tier) => text({ label: `${tierWords[tier]} is called`, max: 40 });

/** The school's own names of the waves, and its way to charge. */
export const settingsForm = form({
  universal: name('universal'),
  targeted: name('targeted'),
  specialist: name('specialist'),
  charge: oneOf({
    label: 'What a new group costs is',
    hint: 'Can be said otherwise for each group. Groups that exist stay as they are',
    options: charges.map((value) => ({ value, label: chargeWords[value] })),
  }),
  why: text({ label: 'Why', max: 1000, kind: 'longText' }),
  version: version(),
});
