import { z } from 'zod';
import {
  type Attempt,
  chosen,
  date,
  type Field,
  form,
  oneOf,
  optionalOneOf,
  optionalText,
  text,
  version,
} from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';
import { partStateWords, type ShownParagraph, type TypedParagraph, writtenStates } from './request-draft.ts';

/** More paragraphs no part has on one page; what comes after stays as the records have it. */
const mostParagraphs = 80;
const places = Array.from({ length: mostParagraphs }, (_, at) => at + 1);

const words = () => optionalText({ label: 'Paragraph', max: 6000, kind: 'longText' });
const hidden = (max: number) => ({ ...optionalText({ label: 'Paragraph', max }), kind: 'hidden' as const });
const numbered = <F extends Field>(name: string, make: () => F): Record<string, F> =>
  Object.fromEntries(places.map((at) => [`${name}${at}`, make()]));

const versionSoFar = () => ({ ...version(), schema: z.coerce.number().int().min(0) });

/** A part of a request: a field for each paragraph, beside it its key and what the record said when it was drawn. */
export const requestPartForm = form({
  ...numbered('words', words),
  ...numbered('key', () => hidden(200)),
  ...numbered('seen', () => hidden(6000)),
  own: optionalText({
    label: 'Add in your own words',
    hint: 'What stands nowhere on record. It is told apart as written for this request',
    max: 8000,
    kind: 'longText',
  }),
  state: oneOf({
    label: 'How far is this part?',
    missing: 'Select how far this part is',
    options: writtenStates.map((value) => ({ value, label: partStateWords[value] })),
  }),
  version: versionSoFar(),
  goOn: {
    ...optionalOneOf({ label: 'Then', options: [{ value: 'next', label: 'Next' }] }),
    kind: 'hidden' as const,
  },
});

export type DrawnParagraph = {
  readonly shown: ShownParagraph;
  readonly at: number;
  readonly field: Field & { readonly name: string };
};

/** The paragraphs of a part with their fields; those past the last field are drawn as they are. */
export const fieldsOfParagraphs = (shown: readonly ShownParagraph[]): readonly DrawnParagraph[] =>
  shown
    .slice(0, mostParagraphs)
    .map((one, at) => ({ shown: one, at: at + 1, field: { ...words(), name: `words${at + 1}` } }));

/** The words of a paragraph as they were typed, whatever its place was then; undefined where its form was not sent. */
export function typedWords({ values }: Attempt, key: string): string | undefined {
  const at = places.find((place) => values[`key${place}`] === key);
  return at === undefined ? undefined : String(values[`words${at}`] ?? '');
}

/** What came back of the paragraphs that were shown. */
export const typedParagraphs = (values: Readonly<Record<string, unknown>>): readonly TypedParagraph[] =>
  places.flatMap((at) => {
    const key = values[`key${at}`];
    const told = (name: string) => String(values[`${name}${at}`] ?? '');
    return typeof key === 'string' ? [{ key, words: told('words'), seen: told('seen') }] : [];
  });

export const requestAppendicesForm = form({
  documents: {
    label: 'Documents that go with it',
    hint: 'They are numbered in this order. A PDF is bound into the request; anything else is enclosed apart, and said so',
    kind: 'checkboxes' as const,
    isOptional: true,
    schema: z.array(z.uuid()).max(40, 'Choose 40 documents or fewer'),
  },
  version: versionSoFar(),
});

/** Sending: the clock of the authority runs from the day on which it receives the request (SEND Regulations 2014 reg 5(1)). */
export const sendRequestForm = form({
  sentOn: date({ label: 'Sent on', missing: 'Enter the day on which it was sent' }),
  receivedOn: date({
    label: 'Received by the authority on',
    hint: 'An email counts on the day it is sent, or on the next working day after 5pm',
    missing: 'Enter the day on which the authority received it',
  }),
  authorityId: mayBeBlank(chosen({ label: 'Authority' })),
  how: text({
    label: 'How, and to whom',
    hint: 'By its portal, by email to the SEND team. Keep the receipt among the documents',
    max: 500,
    missing: 'Enter how it was sent',
  }),
  version: versionSoFar(),
});
