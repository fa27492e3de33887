import { z } from 'zod';
import {
  chosen,
  date,
  form,
  oneOf,
  optionalDate,
  optionalOneOf,
  optionalText,
  text,
  version,
  wholeNumber,
} from '#src/kernel/form.ts';
import { mayBeBlank } from '#src/kernel/form-optional.ts';
import {
  perUnits,
  perWords,
  type sectionLetters,
  sectionTitles,
  versionKinds,
  versionKindWords,
} from './ehc-plan.ts';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const beginEhcPlanForm = form({
  authorityId: chosen({ label: 'Authority that maintains it', missing: 'Select the authority' }),
  madeOn: optionalDate({
    label: 'First made on',
    hint: 'The day of the first final plan, here or elsewhere. Leave it blank while there is only a draft',
  }),
});

export const endEhcPlanForm = form({
  endedOn: date({ label: 'Ended on', missing: 'Enter the day on which the plan ended' }),
  words: text({ label: 'Why', max: 1000, kind: 'longText', missing: 'Enter why the plan ended' }),
  version: version(),
});

/** What a plan of a hundred pages has, and more: what is longer is no section. */
export const longestSection = 60_000;

export const beginEntryForm = form({
  kind: oneOf({
    label: 'What the authority sent',
    missing: 'Select what the authority sent',
    options: versionKinds.map((value) => ({ value, label: versionKindWords[value] })),
  }),
  datedOn: date({ label: 'Date on it', missing: 'Enter the date on it' }),
  pasted: optionalText({
    label: 'Or its words, pasted',
    hint: 'Copied from the Word file or PDF. They are cut by their headings and offered to you section by section',
    max: 400_000,
    kind: 'longText',
  }),
  /** A browser sends an empty file when none was chosen. */
  file: {
    label: 'The file',
    hint: 'Word, OpenDocument, PDF or plain text, up to 25 MB',
    kind: 'file' as const,
    isOptional: true,
    schema: z.preprocess(
      (value) => (value instanceof File && value.size > 0 ? value : undefined),
      z.instanceof(File).optional(),
    ),
  },
});

const section = (letter: (typeof sectionLetters)[number]) =>
  optionalText({ label: `${letter}: ${sectionTitles[letter]}`, max: longestSection, kind: 'longText' });

/** All sections on one page: what was read is offered in its place, and counts only when it is saved. */
export const sectionsForm = form({
  A: section('A'),
  B: section('B'),
  C: section('C'),
  D: section('D'),
  E: section('E'),
  F: section('F'),
  G: section('G'),
  H1: section('H1'),
  H2: section('H2'),
  I: section('I'),
  J: section('J'),
  K: section('K'),
  version: version(),
});

export const linesForm = form({
  outcomes: optionalText({
    label: 'Outcomes of Section E, one a line',
    max: 40_000,
    kind: 'longText',
  }),
  lines: optionalText({
    label: 'Provision of Section F, one promise a line',
    hint: 'How much and how often is read from the words, and can be put right for each line afterwards',
    max: 60_000,
    kind: 'longText',
  }),
  version: version(),
});

export const lineForm = form({
  minutes: mayBeBlank(wholeNumber({ label: 'Minutes each time', min: 1, max: 2400 })),
  times: mayBeBlank(wholeNumber({ label: 'How many times', min: 1, max: 100 })),
  per: optionalOneOf({
    label: 'In each',
    options: perUnits.map((value) => ({ value, label: capital(perWords[value].replace(/^(a|every) /, '')) })),
  }),
  byWhom: optionalText({ label: 'By whom', max: 200 }),
  fromOn: optionalDate({ label: 'From' }),
  untilOn: optionalDate({ label: 'Until' }),
  version: version(),
});

export const tieForm = form({
  runId: chosen({ label: 'Run', missing: 'Select a run' }),
  fromOn: date({ label: 'Counts from', missing: 'Enter the day from which its sessions count' }),
  untilOn: optionalDate({ label: 'Until' }),
});

export const linkTargetsForm = form({
  targets: {
    label: 'Targets that work towards it',
    kind: 'checkboxes' as const,
    isOptional: true,
    schema: z.array(z.uuid()).max(100),
  },
});
