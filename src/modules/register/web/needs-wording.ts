import { needRows } from '../domain/change-needs.form.ts';
import type { NeedsFault, NeedsProblem } from '../domain/needs.ts';

type At = 'type' | 'since' | 'form';
/** What is wrong with a list of needs, said at the field that it is about. */
export const needsWording: Readonly<Record<NeedsFault, { readonly at: At; readonly words: string }>> = {
  no_primary: { at: 'form', words: 'Select a primary need: needs are in order, without a gap' },
  rank_gap: { at: 'form', words: 'Leave no gap between needs: they are in order of rank' },
  rank_twice: { at: 'form', words: 'Two needs cannot have the same rank' },
  type_twice: { at: 'form', words: 'The same type of need stands twice: leave one of them out' },
  type_unknown: { at: 'type', words: 'Select a type of need from the list' },
  type_withdrawn: {
    at: 'type',
    words: 'This type of need is no longer in use: assess again and select one of today',
  },
  type_not_yet: {
    at: 'since',
    words:
      'The census had no code for this need on that day. Enter the first day of the code or a later one, and say in your own words since when the need is known',
  },
  nsa_with_plan: {
    at: 'type',
    words:
      'NSA, no specialist assessment, is for SEN support only. An EHC plan names the needs: select what the plan says',
  },
  before_birth: { at: 'since', words: 'Since must not be before the pupil was born' },
  in_future: { at: 'since', words: 'Since must be today or in the past' },
};

/** Each problem at the field that it is about; those of the whole list above the form. */
export function needsErrors(problems: readonly NeedsProblem[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { fault, rank } of problems) {
    const { at, words } = needsWording[fault];
    const row = needRows.find((one) => one === rank);
    const name = at === 'form' || row === undefined ? 'form' : `${at}${row}`;
    errors[name] ??= words;
  }
  return errors;
}
