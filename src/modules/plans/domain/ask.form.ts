import { anyOf, chosen, type Field, form, optionalText, tick, type Values } from '#src/kernel/form.ts';
import { mostAsked } from './ask.ts';
import { sectionKinds, sectionWords } from './plan.ts';

export const answerRows: readonly number[] = Array.from({ length: mostAsked }, (_, at) => at + 1);

const rowFields = (row: number): Readonly<Record<string, Field>> => ({
  [`item${row}`]: optionalText({ label: 'What was asked', max: 36 }),
  [`version${row}`]: optionalText({ label: 'Version', max: 10 }),
  [`words${row}`]: optionalText({ label: `Answer ${row}`, max: 8000, kind: 'longText' }),
  [`nothing${row}`]: tick({ label: 'Nothing to say' }),
});

const rows: Readonly<Record<string, Field>> = Object.assign({}, ...answerRows.map(rowFields));

/** Everything that somebody was asked, on one page. */
export const answersForm = form(rows);

export type Answer = {
  readonly askItemId: string;
  readonly words: string | null;
  readonly nothing: boolean;
  /** Of the part of a plan that the form was drawn from; 0 for everything else. */
  readonly version: number;
};

/** The answers that were given, in their order; what was left blank is asked still. */
export const answersTyped = (values: Readonly<Record<string, unknown>>): readonly Answer[] =>
  answerRows.flatMap((row): Answer[] => {
    const askItemId = values[`item${row}`];
    const words = values[`words${row}`];
    const nothing = values[`nothing${row}`] === true;
    if (typeof askItemId !== 'string' || (typeof words !== 'string' && !nothing)) return [];
    const hasWords = typeof words === 'string';
    const version = Number(values[`version${row}`] ?? 0);
    return [{ askItemId, words: hasWords ? words : null, nothing: nothing && !hasWords, version }];
  });

export const askForPartForm = form({
  personId: chosen({ label: 'Whom', kind: 'radios', missing: 'Select whom to ask' }),
  parts: anyOf({
    label: 'For which parts',
    options: sectionKinds.map((value) => ({ value, label: sectionWords[value].label })),
  }),
});
export type AskedParts = Values<typeof askForPartForm>['parts'];
