import { chosen, date, form, oneOf, optionalText, text, version } from '../../../kernel/form.ts';

export const correctionForm = form({
  askedBy: text({ label: 'Who asks', max: 200, missing: 'Enter who asks' }),
  receivedOn: date({ label: 'Received on', missing: 'Enter the day on which it was received' }),
  record: chosen({ label: 'Which record', missing: 'Select which record is said to be wrong' }),
  whatIsWrong: text({
    label: 'What is wrong, and what should stand there',
    hint: 'In the words of whoever asks',
    kind: 'longText',
    max: 2000,
    missing: 'Enter what is wrong',
  }),
});

export const correctionDecisions = [
  {
    value: 'corrected',
    label: 'Corrected',
    hint: 'Make the change on the page that owns the fact, then say here what was changed',
  },
  {
    value: 'not_agreed',
    label: 'Not agreed',
    hint: 'The record stays, and what whoever asks says of it is kept beside it',
  },
] as const;
export type CorrectionDecision = (typeof correctionDecisions)[number]['value'];

export const decideCorrectionForm = form({
  decision: oneOf({ label: 'Decision', options: correctionDecisions, missing: 'Select the decision' }),
  why: text({
    label: 'What was changed, or why not',
    kind: 'longText',
    max: 2000,
    missing: 'Enter what was changed, or why not',
  }),
  statement: optionalText({
    label: 'Their statement, where it is not agreed',
    kind: 'longText',
    max: 4000,
  }),
  version: version(),
});

export type UndecidedWhy = 'statement_missing' | 'statement_unasked';

/**
 * What is wrong with a decision (rule priv-8): one that is not agreed keeps what whoever asks says beside the record, and
 * a record that was corrected needs no such statement. Null where it can stand.
 */
export function whyUndecided(
  decision: CorrectionDecision,
  statement: string | undefined,
): UndecidedWhy | null {
  if (decision === 'not_agreed' && statement === undefined) return 'statement_missing';
  return decision === 'corrected' && statement !== undefined ? 'statement_unasked' : null;
}
