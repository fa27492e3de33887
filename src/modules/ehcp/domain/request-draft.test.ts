import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestContent, RequestParagraph } from './request.ts';
import {
  appendicesOf,
  contentOfDraft,
  keptOf,
  notNeededOf,
  shownParagraphs,
  stateOfPart,
  type WrittenPart,
} from './request-draft.ts';

const source = { label: 'Plan, cycle 2', on: null, href: '/plan' };
const live = (key: string, words: string): RequestParagraph => ({ key, words, source });
const typed = (key: string, words: string, seen: string) => ({ key, words, seen });
const part = (more: Partial<WrittenPart>): WrittenPart => ({
  part: 'needs',
  state: 'in_progress',
  paragraphs: [],
  own: null,
  version: 1,
  ...more,
});

const empty: RequestContent = {
  pupil: [],
  pupilViews: [],
  parentViews: [],
  strengths: [],
  needs: [live('a', 'Reads slowly')],
  cycles: [],
  provision: [],
  results: [],
  appendices: [],
  cycleCount: 0,
  hasCosts: false,
};

describe('what is kept of a part (rule request-1)', () => {
  it('is only what was changed by hand, with its source; the rest stays live', () => {
    const records = [live('a', 'Reads slowly'), live('b', 'Tires soon')];
    const kept = keptOf(
      [typed('a', 'Reads slowly\r\n', 'Reads slowly'), typed('b', 'Tires within ten minutes', 'Tires soon')],
      records,
      [],
    );
    expect(kept).toEqual([{ key: 'b', words: 'Tires within ten minutes', original: 'Tires soon', source }]);
    expect(shownParagraphs(records, { paragraphs: kept })).toMatchObject([
      { words: 'Reads slowly', isByHand: false, movedOn: null },
      { words: 'Tires within ten minutes', isByHand: true, movedOn: null, live: 'Tires soon' },
    ]);
  });

  it('refreshes what nobody changed, and shows where the record moved on under what somebody did', () => {
    const kept = [{ key: 'b', words: 'Ours', original: 'Was', source }];
    expect(shownParagraphs([live('a', 'Newer'), live('b', 'Is')], { paragraphs: kept })).toMatchObject([
      { words: 'Newer', movedOn: null },
      { words: 'Ours', movedOn: { before: 'Was', after: 'Is' } },
    ]);
    expect(shownParagraphs([], { paragraphs: kept })).toMatchObject([
      { words: 'Ours', source, movedOn: { before: 'Was', after: null } },
    ]);
  });

  it('does not take words for changed that were live when the form was drawn, though the record moved on', () => {
    expect(keptOf([typed('a', 'Was', 'Was')], [live('a', 'Is')], [])).toEqual([]);
  });

  it('goes back to live when the words are the record’s again, and keeps what was not shown', () => {
    const held = [
      { key: 'a', words: 'Ours', original: 'Is', source },
      { key: 'z', words: 'Far below', original: '', source },
    ];
    expect(keptOf([typed('a', 'Is', 'Is')], [live('a', 'Is')], held)).toEqual([held[1]]);
  });

  it('drops what the records no longer hold when it is made blank', () => {
    const held = [{ key: 'gone', words: 'Ours', original: 'Was', source }];
    expect(keptOf([typed('gone', '', '')], [], held)).toEqual([]);
    expect(keptOf([typed('gone', 'Still ours', '')], [], held)).toMatchObject([{ words: 'Still ours' }]);
    const confirmed = keptOf([typed('gone', 'Still ours', '')], [], held);
    expect(shownParagraphs([], { paragraphs: confirmed })).toMatchObject([{ movedOn: null }]);
    expect(keptOf([typed('stranger', 'Words', '')], [], held)).toEqual(held);
  });

  it('never loses a word that was typed, whatever the records say', () => {
    const words = fc.string({ minLength: 1 }).filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(words, words, words, (mine, seen, now) => {
        const records = [live('a', now)];
        const kept = keptOf([typed('a', mine, seen)], records, []);
        const [shown] = shownParagraphs(records, { paragraphs: kept });
        const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
        const isUntouched = plain(mine) === plain(seen);
        expect(plain(shown?.words ?? '')).toBe(isUntouched ? plain(now) : plain(mine));
      }),
    );
  });
});

describe('the request as it would be sent', () => {
  it('holds what was added by hand, and not what was left out or is not needed', () => {
    const leftOut = part({ paragraphs: [{ key: 'a', words: '', original: 'Reads slowly', source }] });
    expect(contentOfDraft(empty, { parts: [leftOut] }).needs).toEqual([]);
    const added = contentOfDraft(empty, { parts: [part({ own: 'And more' })] }).needs;
    expect(added.map(({ words }) => words)).toEqual(['Reads slowly', 'And more']);
    const parts = [part({ state: 'not_needed', own: 'And more' })];
    expect(contentOfDraft(empty, { parts }).needs).toEqual([]);
    expect([notNeededOf({ parts }), stateOfPart({ parts }, 'needs')]).toEqual([['needs'], 'not_needed']);
    expect(stateOfPart({ parts }, 'results')).toBe('not_started');
  });

  it('proposes the reports until somebody chooses', () => {
    const documents = [{ documentId: 'one' }, { documentId: 'two' }];
    const isProposed = ({ documentId }: { documentId: string }) => documentId === 'two';
    expect(appendicesOf(documents, null, isProposed)).toEqual([{ documentId: 'two' }]);
    expect(appendicesOf(documents, ['one'], isProposed)).toEqual([{ documentId: 'one' }]);
    expect(appendicesOf(documents, [], isProposed)).toEqual([]);
  });
});
