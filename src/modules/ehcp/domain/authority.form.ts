import { z } from 'zod';
import type { Values } from '../../../kernel/form.ts';
import { email, form, optionalText, text, version, wholeNumber } from '../../../kernel/form.ts';
import { mayBeBlank } from '../../../kernel/form-optional.ts';
import { type AskKind, type Authority, type AuthorityRules, askKinds } from './authority.ts';

export const askKindWords: Readonly<Record<AskKind, string>> = {
  cycles: 'cycles of support',
  costs: 'costs',
  form: 'its own form',
  advice: 'reports',
  views: 'views',
  other: 'anything else',
};

/** An authority that the school works with, and what it does its own way. */
export const authorityForm = form({
  name: text({ label: 'Name', max: 120 }),
  code: optionalText({ label: 'Number', hint: 'Three digits, as in the list of local authorities', max: 3 }),
  teamContact: optionalText({ label: 'Name of the SEND team or contact', max: 120 }),
  teamEmail: mayBeBlank(email({ label: 'Email' })),
  teamPhone: optionalText({ label: 'Telephone', max: 60 }),
  teamPost: optionalText({ label: 'Postal address', max: 500, kind: 'longText' }),
  draftWeek: mayBeBlank(
    wholeNumber({
      label: 'Week in which it sends a draft plan',
      hint: 'LOCAL: 16 is usual; the law gives no week',
      min: 6,
      max: 20,
    }),
  ),
  askAdviceDays: mayBeBlank(
    wholeNumber({
      label: 'Days before a review at which advice is asked for',
      hint: 'LOCAL: 42 is usual',
      min: 14,
      max: 120,
    }),
  ),
  asks: optionalText({
    label: 'What it asks to be sent with a request',
    hint: `A line each, beginning with what it is about: ${askKinds.join(', ')}. Like “cycles: two reviewed plans”`,
    max: 4000,
    kind: 'longText',
  }),
  version: { kind: 'hidden', label: 'Version', schema: z.coerce.number().int().min(0) },
});

export const withdrawAuthorityForm = form({
  why: text({ label: 'Why it is taken out', max: 1000, kind: 'longText' }),
  version: version(),
});

/** `cycles: two reviewed plans` is an ask about cycles; a line without a known word before its colon is about anything else. */
export function readAsks(lines: string): AuthorityRules['asks'] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 30)
    .map((line) => {
      const [before = '', after = ''] = line.split(/:(.*)/s);
      const kind = askKinds.find((known) => known === before.trim().toLowerCase());
      return kind === undefined || after.trim() === ''
        ? { words: line.slice(0, 300), kind: 'other' as const }
        : { words: after.trim().slice(0, 300), kind };
    });
}

export const asksAsLines = ({ asks }: AuthorityRules): string =>
  asks.map(({ words, kind }) => (kind === 'other' ? words : `${kind}: ${words}`)).join('\n');

/** What was typed, as an authority is kept. */
export function authorityTyped(
  typed: Values<typeof authorityForm>,
): Omit<Authority, 'authorityId' | 'isWithdrawn' | 'version'> {
  const { name, code, teamContact, teamEmail, teamPhone, teamPost, draftWeek, askAdviceDays, asks } = typed;
  return {
    name,
    code: code ?? null,
    teamContact: teamContact ?? null,
    teamEmail: teamEmail ?? null,
    teamPhone: teamPhone ?? null,
    teamPost: teamPost ?? null,
    rules: {
      ...(draftWeek === undefined ? {} : { draftWeek }),
      ...(askAdviceDays === undefined ? {} : { askAdviceDays }),
      asks: readAsks(asks ?? ''),
    },
  };
}
