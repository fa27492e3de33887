import { z } from 'zod';
import { type Field, form, optionalDate, optionalText, type Values, version } from '#src/kernel/form.ts';
import {
  type Card,
  type CardKind,
  type CardLine,
  type CardOrigin,
  cardKinds,
  cardKindWords,
  cardOrigins,
  longestLine,
  mostLines,
} from './card.ts';

/** Lines of the plan that were ticked, each as `help:Say it in fewer words`. */
const ticked = (label: string) => ({
  kind: 'checkboxes' as const,
  label,
  isOptional: true,
  schema: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(longestLine + 20)).max(200),
  ),
});

/** `must1` to `must3`, `should1` to `should5`. */
const slotNames = cardKinds.flatMap((kind) =>
  Array.from({ length: mostLines[kind] }, (_, at) => `${kind}${at + 1}`),
);

const lineFields: Readonly<Record<string, Field>> = Object.fromEntries(
  cardKinds.flatMap((kind) =>
    Array.from({ length: mostLines[kind] }, (_, at) => [
      `${kind}${at + 1}`,
      optionalText({ label: `${cardKindWords[kind]} ${at + 1}`, max: longestLine }),
    ]),
  ),
);

export const cardForm = form({
  ...lineFields,
  takeMust: ticked('Must-knows from the plan'),
  takeShould: ticked('Should-knows from the plan'),
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});

/** The field of one line of the card, with its name. */
export const lineField = (
  kind: CardKind,
  position: number,
): (Field & { readonly name: string }) | undefined => {
  const field = lineFields[`${kind}${position}`];
  return field === undefined ? undefined : { ...field, name: `${kind}${position}` };
};

export const tickedAs = ({ origin, words }: Pick<CardLine, 'origin' | 'words'>): string =>
  `${origin}:${words}`;

function tickedOf(text: string): { origin: CardOrigin; words: string } | null {
  const [name = '', ...rest] = text.split(':');
  const origin = cardOrigins.find((one) => one === name);
  const words = rest.join(':').replace(/\s+/g, ' ').trim();
  return origin === undefined || words === '' || words.length > longestLine ? null : { origin, words };
}

export type CardTyped =
  | { readonly ok: true; readonly lines: readonly CardLine[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/**
 * The card that was typed and ticked: the lines that were typed in their order, then those that were ticked. Too many
 * of a kind is refused by name, never cut (rule card-1). `held` says where a line that stands came from.
 */
export function cardTyped(typed: Values<typeof cardForm>, held: readonly CardLine[]): CardTyped {
  const errors: Record<string, string> = {};
  const lines = cardKinds.flatMap((kind): CardLine[] => {
    const own = slotNames
      .filter((name) => name.startsWith(kind))
      .flatMap((name) => {
        const words = Reflect.get(typed, name);
        return typeof words === 'string' ? [words.replace(/\s+/g, ' ')] : [];
      })
      .map((words) => ({ words, origin: held.find((line) => line.words === words)?.origin ?? 'own' }));
    const taken = (kind === 'must' ? typed.takeMust : typed.takeShould).map(tickedOf);
    const all = [...own, ...taken.filter((one) => one !== null)];
    const once = all.filter((one, at) => all.findIndex((other) => other.words === one.words) === at);
    const most = mostLines[kind];
    if (once.length > most) {
      const [words, field] =
        kind === 'must' ? ['Three must-knows', 'must1'] : ['Five should-knows', 'should1'];
      errors[field] = `${words} at most: these are ${once.length}. Take some out, or join two`;
    }
    return once.slice(0, most).map((one, at) => ({ ...one, kind, position: at + 1 }));
  });
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const must = new Set(lines.filter(({ kind }) => kind === 'must').map(({ words }) => words));
  const twice = lines.find(({ kind, words }) => kind === 'should' && must.has(words));
  return twice === undefined
    ? { ok: true, lines }
    : { ok: false, errors: { should1: `“${twice.words}” is both a must-know and a should-know` } };
}

/** `pupilId:version` of each card as it was shown: what was written meanwhile is not marked as read. */
export const readCardsForm = form({
  shown: {
    kind: 'checkboxes' as const,
    label: 'Cards',
    isOptional: true,
    schema: z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/)).max(500),
    ),
  },
});

export const shownAs = ({ pupilId, version }: Pick<Card, 'pupilId' | 'version'>): string =>
  `${pupilId}:${version}`;

/** The versions that were shown, by pupil. */
export const shownVersions = (shown: readonly string[]): ReadonlyMap<string, number> =>
  new Map(shown.map((one) => [one.slice(0, 36), Number(one.slice(37))]));

export const lendCardForm = form({
  onDay: optionalDate({ label: 'On which day', hint: 'The link works on this day only, until midnight' }),
  lentTo: optionalText({
    label: 'For whom',
    hint: 'Such as: the supply teacher of period 3',
    max: 100,
  }),
});
