import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan, target } from '#test/given-plans.ts';
import { cardForm, cardTyped } from './card.form.ts';
import {
  type CardLine,
  cardKinds,
  changesBetweenCards,
  type DatedCardLine,
  linesAt,
  mostLines,
  suggestionsFrom,
} from './card.ts';

const line = (words: string, position = 1, kind: CardLine['kind'] = 'must'): CardLine => ({
  kind,
  position,
  words,
  origin: 'own',
});
const typed = (values: Record<string, unknown>) => {
  const parsed = cardForm.schema.safeParse({ version: '0', ...values });
  if (!parsed.success) throw new Error(parsed.error.message);
  return cardTyped(parsed.data, []);
};

describe('the lines of a card', () => {
  it('are those of one version', () => {
    const lines: readonly DatedCardLine[] = [
      { ...line('Sit near the front'), fromVersion: 1, untilVersion: 3 },
      { ...line('Sit by the door'), fromVersion: 3, untilVersion: null },
      { ...line('Likes maps', 1, 'should'), fromVersion: 2, untilVersion: null },
    ];
    const words = (version: number) => linesAt(lines, version).map((one) => one.words);
    expect([1, 2, 3].map(words)).toEqual([
      ['Sit near the front'],
      ['Sit near the front', 'Likes maps'],
      ['Sit by the door', 'Likes maps'],
    ]);
  });

  it('differ by what is new, gone and said otherwise, not by their order', () => {
    const before = [line('A', 1), line('B', 2), line('C', 3)];
    const after = [line('B', 1), line('A', 2), line('D', 3), line('E', 1, 'should')];
    expect(changesBetweenCards(before, after)).toEqual([
      { kind: 'must', was: 'C', now: 'D' },
      { kind: 'should', was: null, now: 'E' },
    ]);
    expect(changesBetweenCards(after, [line('B', 1)])).toEqual([
      { kind: 'must', was: 'A', now: null },
      { kind: 'must', was: 'D', now: null },
      { kind: 'should', was: 'E', now: null },
    ]);
  });

  it('lead from any card to any other by the changes alone', () => {
    const words = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { maxLength: 3 });
    const card = fc
      .record({ must: words, should: words })
      .map((of) => cardKinds.flatMap((kind) => of[kind].map((one, at) => line(one, at + 1, kind))));
    const said = (lines: readonly Pick<CardLine, 'kind' | 'words'>[]) =>
      lines.map(({ kind, words }) => `${kind} ${words}`).sort();
    fc.assert(
      fc.property(card, card, (before, after) => {
        const changes = changesBetweenCards(before, after);
        const kept = before.filter(
          (one) => !changes.some((change) => change.kind === one.kind && change.was === one.words),
        );
        const come = changes.flatMap(({ kind, now }) => (now === null ? [] : [{ kind, words: now }]));
        expect(said([...kept, ...come])).toEqual(said(after));
      }),
    );
  });
});

describe('what is typed and ticked', () => {
  // (rule card-1)
  it('goes onto the card in order: what is written, then what was ticked', () => {
    const done = typed({
      must2: 'Say it  in fewer words',
      takeMust: ['help:Give a card: it says “break”'],
      takeShould: 'strengths:Tells stories well',
    });
    expect(done).toEqual({
      ok: true,
      lines: [
        { kind: 'must', position: 1, words: 'Say it in fewer words', origin: 'own' },
        { kind: 'must', position: 2, words: 'Give a card: it says “break”', origin: 'help' },
        { kind: 'should', position: 1, words: 'Tells stories well', origin: 'strengths' },
      ],
    });
  });

  it('is refused when it is more than three and five, and never cut', () => {
    const many = typed({
      must1: 'A',
      takeMust: ['help:B', 'help:C', 'help:D'],
      takeShould: ['own:1', 'own:2', 'own:3', 'own:4', 'own:5', 'own:6'],
    });
    expect(many).toEqual({
      ok: false,
      errors: {
        must1: 'Three must-knows at most: these are 4. Take some out, or join two',
        should1: 'Five should-knows at most: these are 6. Take some out, or join two',
      },
    });
    expect(cardKinds.map((kind) => mostLines[kind])).toEqual([3, 5]);
  });

  it.each([
    ['a line of 141 characters', { must1: 'a'.repeat(141) }],
    ['a version that is no number', { must1: 'A', version: 'x' }],
  ])('refuses %s', (_, values) => {
    expect(cardForm.schema.safeParse({ version: '0', ...values }).success).toBe(false);
  });

  it('takes no line twice, and none as both', () => {
    expect(typed({ must1: 'A', takeMust: ['help:A'] })).toMatchObject({ ok: true, lines: [{ words: 'A' }] });
    expect(typed({ must1: 'A', should2: 'A' })).toMatchObject({ ok: false });
  });

  it('leaves out what no line of the plan can be', () => {
    expect(typed({ must1: 'A', takeMust: ['nowhere:B', 'help:', `help:${'c'.repeat(141)}`] })).toMatchObject({
      ok: true,
      lines: [{ words: 'A' }],
    });
  });
});

describe('what a plan offers for the card', () => {
  it('is its sentences and strategies that are short enough, without those said already', () => {
    const long = `${'Very long words that go on and on without any end at all '.repeat(3)}end`;
    const of = plan({
      sections: [
        {
          kind: 'help',
          words: `- Say it again in fewer words.\n2) Sit near the door. Show, then say; ${long}`,
          mark: null,
          version: 1,
        },
        { kind: 'strengths', words: 'Tells stories well. Kind', mark: null, version: 1 },
        { kind: 'barriers', words: 'Not for the card', mark: null, version: 1 },
      ],
      targets: [target({ strategies: [{ words: 'A card to show', who: 'TA', howOften: 'daily' }] })],
    });
    expect(suggestionsFrom(of, [{ words: 'tells stories well' }])).toEqual([
      { words: 'Say it again in fewer words', origin: 'help' },
      { words: 'Sit near the door', origin: 'help' },
      { words: 'Show, then say', origin: 'help' },
      { words: 'A card to show', origin: 'strategy' },
    ]);
  });
});
