import {
  chosen,
  date,
  form,
  oneOf,
  optionalDate,
  optionalText,
  text,
  version,
} from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';
import { caseAudiences, caseAudienceWords, type Facts, outcomes } from './case.ts';

/** Opens a case. Which events can begin it and what it asks beside dates depend on its kind: the page gives the choices. */
export const newCaseForm = form({
  name: chosen({ label: 'What happened', kind: 'radios' }),
  happenedOn: date({ label: 'When' }),
  authorityId: mayBeBlank(chosen({ label: 'Authority' })),
  askedBy: mayBeBlank(chosen({ label: 'Who asks', kind: 'radios' })),
  kind: mayBeBlank(chosen({ label: 'Which' })),
  appealable: mayBeBlank(chosen({ label: 'Can the matter be appealed?', kind: 'radios' })),
  note: optionalText({ label: 'Note', max: 2000, kind: 'longText' }),
});

/** Puts a case right that was opened with the wrong authority, or for the wrong readers. */
export const changeCaseForm = form({
  authorityId: mayBeBlank(chosen({ label: 'Authority' })),
  audience: oneOf({
    label: 'Who may read it',
    missing: 'Select who may read it',
    options: caseAudiences.map((value) => ({ value, label: caseAudienceWords[value] })),
  }),
  why: text({ label: 'Why it is changed', max: 1000, kind: 'longText', missing: 'Enter why it is changed' }),
  version: version(),
});

/** Records an event of a case, on the day it happened. */
export const caseEventForm = form({
  happenedOn: date({ label: 'When' }),
  note: optionalText({ label: 'Note', max: 2000, kind: 'longText' }),
  documentId: mayBeBlank(chosen({ label: 'Document' })),
  answer: mayBeBlank(chosen({ label: 'The school’s answer', kind: 'radios' })),
  ground: mayBeBlank(chosen({ label: 'Ground of CFA 2014 s39(4), if it cannot', kind: 'radios' })),
  version: version(),
});

/** Takes back a wrong event; with a day, the same event stands on that day. */
export const withdrawEventForm = form({
  why: text({ label: 'What was wrong', max: 1000, kind: 'longText', missing: 'Enter what was wrong' }),
  instead: optionalDate({
    label: 'It happened on',
    hint: 'If only the date was wrong. Left blank, the event is taken out',
  }),
  version: version(),
});

/** An exception of the law that somebody claims for a clock. */
export const claimForm = form({
  exceptionId: chosen({ label: 'Which exception', kind: 'radios' }),
  claimedOn: date({ label: 'When it was claimed' }),
  claimedBy: text({ label: 'Who claims it', max: 200 }),
  words: optionalText({ label: 'In what words', max: 2000, kind: 'longText' }),
});

export const withdrawClaimForm = form({
  why: text({ label: 'Why it is taken back', max: 1000, kind: 'longText' }),
});

const handOutcomes = ['withdrawn', 'left-school', 'agreed', 'decided', 'opened-in-error'] as const;

/** Ends a case that no event of its own ends. */
export const endCaseForm = form({
  outcome: oneOf({
    label: 'How it ended',
    options: handOutcomes.map((value) => ({ value, label: outcomes[value] })),
  }),
  endedOn: date({ label: 'When' }),
  why: text({ label: 'Why', max: 1000, kind: 'longText' }),
  version: version(),
});

/** The letter as it was sent. */
export const chaseLetterForm = form({
  words: text({
    label: 'Letter',
    hint: 'Change what you like. It is kept as you send it',
    max: 2000,
    kind: 'longText',
  }),
  version: version(),
});

/** Only the facts that were told. */
export const factsTold = (told: Readonly<Record<string, string | undefined>>): Facts =>
  Object.fromEntries(Object.entries(told).filter((fact): fact is [string, string] => fact[1] !== undefined));
