import type { z } from 'zod';
import { chosen, date, form, money, oneOf, optionalText, text, version } from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';
import { PupilId } from '../../../kernel/ids.ts';
import { incomeSources, spendingHeads } from './budget.ts';
import { kindWords } from './budget-words.ts';

export const mostPence = 100_000_000;
const amount = (label: string, hint?: string) =>
  money({ label, ...(hint === undefined ? {} : { hint }), maxPence: mostPence });

const kinds = [
  ...incomeSources.map((kind) => ({ value: `income:${kind}` as const, label: `Income: ${kindWords(kind)}` })),
  ...spendingHeads.map((kind) => ({
    value: `spending:${kind}` as const,
    label: `Spending: ${kindWords(kind)}`,
  })),
];

const why = text({ label: 'Why', max: 1000, kind: 'longText' });

const lineFields = {
  name: text({
    label: 'Name of the line',
    hint: 'Without the name of a pupil: choose the pupil below',
    max: 120,
  }),
  code: optionalText({ label: 'Code in the finance system', max: 40 }),
  band: optionalText({ label: 'Band', hint: 'Of top-up, as the authority calls it', max: 40 }),
};

/** A line of a year. The years and pupils to choose among are the page's. */
export const newLineForm = form({
  year: chosen({ label: 'Year' }),
  kind: oneOf({ label: 'What it is', options: kinds, kind: 'select', missing: 'Select what it is' }),
  ...lineFields,
  pupilId: mayBeBlank({ ...chosen({ label: 'Pupil' }), schema: PupilId }),
  planned: mayBeBlank(amount('Planned for the year', 'In pounds')),
});

export const changeLineForm = form({ ...lineFields, why, version: version() });

const entryKinds = [
  { value: 'plan', label: 'Planned', hint: 'Adds to what is planned for the year' },
  { value: 'commitment', label: 'Agreed or ordered', hint: 'Not yet received or paid' },
  { value: 'actual', label: 'Received or paid' },
] as const;

/** An amount on a line. One that takes away is a correction, a credit or a cut, and says so in its words. */
export const entryForm = form({
  kind: oneOf({ label: 'What it is', options: entryKinds }),
  sign: oneOf({
    label: 'Which way',
    options: [
      { value: 'adds', label: 'Adds to the line' },
      { value: 'takes', label: 'Takes away: a credit, a correction, a cut' },
    ],
  }),
  amount: amount('Amount', 'In pounds'),
  onDate: date({ label: 'Day' }),
  words: optionalText({ label: 'What for', max: 200 }),
  reference: optionalText({ label: 'Reference', hint: 'Number of the invoice or payment', max: 60 }),
});

export const settleForm = form({
  amount: amount('Amount', 'In pounds'),
  onDate: date({ label: 'Day' }),
  reference: optionalText({ label: 'Reference', hint: 'Number of the invoice or payment', max: 60 }),
});

export const virementForm = form({
  fromLineId: chosen({ label: 'From' }),
  toLineId: chosen({ label: 'To' }),
  amount: amount('Amount', 'In pounds'),
  onDate: date({ label: 'Day' }),
  why,
});

export const withdrawForm = form({ why, version: version() });

export const proposalForm = form({
  title: text({ label: 'What is proposed', hint: 'Without the name of a pupil', max: 120 }),
  words: optionalText({ label: 'What the head should know', max: 2000, kind: 'longText' }),
});

export const decideForm = form({
  decision: oneOf({
    label: 'Decision',
    options: [
      { value: 'accepted', label: 'Accept' },
      { value: 'refused', label: 'Refuse' },
    ],
  }),
  why,
  version: version(),
});

/** A line's kind as its field writes it: `income:top_up`. */
export type KindChoice = z.output<(typeof newLineForm)['schema']>['kind'];
