import { z } from 'zod';
import {
  date,
  form,
  money,
  oneOf,
  optionalDate,
  optionalText,
  text,
  tick,
  version,
  wholeNumber,
} from '#src/kernel/form.ts';
import { fundingSources, fundingWords } from './document.ts';
import { principles } from './inclusion-strategy.ts';
import { countKinds, countWords } from './report-facts.ts';

const partVersion = { kind: 'hidden' as const, label: 'Version', schema: z.coerce.number().int().min(0) };

export const partForm = form({
  words: optionalText({ label: 'Words', max: 6000, kind: 'longText' }),
  version: partVersion,
});

export const lineForm = form({
  part: oneOf({
    label: 'Principle',
    kind: 'select',
    options: principles.map(({ part, title }) => ({ value: part, label: title })),
    missing: 'Select the principle',
  }),
  activity: text({ label: 'Activity', hint: 'What the money is spent on. No pupil is named.', max: 300 }),
  pence: money({ label: 'Cost', hint: 'In pounds, for the year', maxPence: 100_000_000 }),
  source: oneOf({
    label: 'Paid from',
    kind: 'select',
    options: fundingSources.map((value) => ({ value, label: fundingWords[value] })),
    missing: 'Select what it is paid from',
  }),
});

export const countForm = form({
  kind: oneOf({
    label: 'What is counted',
    options: countKinds.map((value) => ({ value, label: countWords[value] })),
    missing: 'Select what is counted',
  }),
  theme: text({
    label: 'Theme or topic',
    hint: 'No name of a pupil or a family',
    max: 120,
    missing: 'Enter the theme',
  }),
  counted: wholeNumber({ label: 'How many', min: 1, max: 10_000, missing: 'Enter how many' }),
});

export const daysForm = form({
  reviewOn: optionalDate({ label: 'Day of review', hint: 'When it is looked at again' }),
  spansYears: tick({ label: 'It is for several years, and is reviewed each year' }),
  version: version(),
});

export const approveForm = form({
  approvedOn: date({ label: 'Approved on', missing: 'Enter the day of the approval' }),
  note: optionalText({ label: 'Note', hint: 'The meeting or the minute. It is not published.', max: 500 }),
  version: version(),
});

export const publishForm = form({
  looked: { kind: 'hidden', label: 'Looked at', schema: z.string().max(100_000).default('') },
  isNobody: tick({ label: 'I looked at each of these words: none is about a pupil of this school' }),
  version: version(),
});

export const withdrawPublicationForm = form({
  why: text({ label: 'Why it is withdrawn', max: 1000, missing: 'Enter why it is withdrawn' }),
  publicationId: { kind: 'hidden', label: 'Publication', schema: z.uuid() },
});
