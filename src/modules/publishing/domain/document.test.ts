import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { blocksOf } from './blocks.ts';
import {
  dueOf,
  heldApprovals,
  lackingApprovals,
  missing,
  partsAsked,
  totalOf,
  type WorkedDocument,
} from './document.ts';
import { changedParts, contentOf, PublishedContent, textsOf } from './publication.ts';
import { suggestedFor } from './suggestions.ts';

const empty = (kind: WorkedDocument['kind']): WorkedDocument => ({
  documentId: 'x',
  kind,
  firstYear: 2026,
  reviewOn: null,
  spansYears: false,
  version: 4,
  parts: [],
  lines: [],
  approvals: [],
});
const full = (kind: WorkedDocument['kind']): WorkedDocument => ({
  ...empty(kind),
  reviewOn: schoolDate('2027-07-01'),
  parts: partsAsked(kind, true).map(({ part, title }) => ({ part, words: `About ${title}`, version: 1 })),
  lines: [{ lineId: 'l', part: 'early', activity: 'Reading groups', pence: 120_050, source: 'core' }],
});

describe('what a document must say', () => {
  it('asks for every item of Schedule 1, and of special schools for two fewer (rule pub-1)', () => {
    const report = (isMainstream: boolean) => missing(empty('sen_information_report'), isMainstream).length;
    expect([report(true), report(false)]).toEqual([21, 19]);
    expect(missing(full('sen_information_report'), true)).toEqual([]);
  });

  it('asks a strategy for seven principles, barriers, costs and a day of review (rule pub-2)', () => {
    expect(missing(empty('inclusion_strategy'), true).map(({ at }) => at)).toEqual([
      'barriers',
      ...['leadership', 'early', 'teaching', 'enriching', 'culture', 'partnership', 'surroundings'],
      'budget',
      'days',
    ]);
    expect(missing({ ...full('inclusion_strategy'), lines: [] }, true)).toEqual([
      { what: 'Budgeted costs', at: 'budget' },
    ]);
  });

  it('takes blank words for none', () => {
    const parts = [{ part: 'kinds', words: ' \n ', version: 2 }];
    const at = missing({ ...empty('sen_information_report'), parts }, true).map((one) => one.at);
    expect(at).toContain('kinds');
  });
});

describe('when it is due (rule pub-3)', () => {
  it('is 31 December for the strategy, and a year on for the report', () => {
    expect(dueOf('inclusion_strategy', 2026, null).on).toBe('2026-12-31');
    expect(dueOf('sen_information_report', 2026, schoolDate('2026-03-12')).on).toBe('2027-03-12');
    expect(dueOf('sen_information_report', 2027, schoolDate('2028-02-29')).on).toBe('2029-02-28');
    expect(dueOf('sen_information_report', 2026, null)).toEqual({
      on: null,
      why: 'Now: none is published, and the law asks for one',
    });
  });
});

describe('approval (rule pub-4)', () => {
  const given = (givenBy: 'head' | 'governors', documentVersion: number) => ({
    givenBy,
    documentVersion,
    approvedOn: schoolDate('2026-11-20'),
    note: null,
  });
  it('holds for the words as they stand, and falls with the next change', () => {
    const document = { ...full('inclusion_strategy'), approvals: [given('head', 3), given('governors', 4)] };
    expect(heldApprovals(document).map(({ givenBy }) => givenBy)).toEqual(['governors']);
    expect(lackingApprovals(document)).toEqual(['head']);
    expect(lackingApprovals({ ...document, version: 5 })).toEqual(['head', 'governors']);
  });
});

describe('what is published', () => {
  it('has no room for anything but the words of the school', () => {
    const content = contentOf(full('inclusion_strategy'), 'Larkfield Primary', { approvals: [], tables: [] });
    expect(PublishedContent.parse(content)).toEqual(content);
    expect(PublishedContent.safeParse({ ...content, pupilId: 'x' }).success).toBe(false);
    expect(textsOf(content)).toHaveLength(content.parts.length + 1);
  });

  it('tells which parts differ from the last', () => {
    const before = contentOf(full('sen_information_report'), 'L', { approvals: [], tables: [] });
    const after = { ...before, parts: before.parts.slice(1) };
    expect(changedParts(before, before)).toEqual([]);
    expect(changedParts(before, after).map(({ about, after: words }) => [about, words])).toEqual([
      ['Kinds of SEN we provide for', ''],
    ]);
  });

  it('adds the pence up without losing one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000_000 })), (pence) => {
        expect(BigInt(totalOf(pence.map((one) => ({ pence: one }))))).toBe(
          pence.reduce((sum, one) => sum + BigInt(one), 0n),
        );
      }),
    );
  });

  it('lays out paragraphs and lists', () => {
    expect(blocksOf('One\nline.\n\nTwo.\n- a\n- b\nAfter')).toEqual([
      { kind: 'text', words: 'One line.' },
      { kind: 'text', words: 'Two.' },
      { kind: 'list', items: ['a', 'b'] },
      { kind: 'text', words: 'After' },
    ]);
  });
});

describe('suggestions (rule pub-6)', () => {
  const facts = {
    roll: 210,
    onSupport: null,
    withPlan: null,
    needs: ['Speech, language and communication'],
    provision: { universal: ['Quiet corner'], targeted: [], specialist: [] },
    sencos: ['Priya Nair'],
    authority: 'Kent',
    schoolName: 'Larkfield',
  };
  it('says nothing of a number that is hidden', () => {
    const words = suggestedFor(['figures'], facts).map((one) => one.words);
    expect(words).toEqual([
      'There are 210 pupils on roll.',
      'The kinds of need that we meet most are: Speech, language and communication.',
    ]);
    expect(suggestedFor(['figures'], { ...facts, roll: null, needs: [] })).toEqual([]);
  });
  it('lists provision without pupils, and nothing where there is none', () => {
    expect(suggestedFor(['universal', 'targeted'], facts)).toEqual([
      { from: 'Catalogue of provision, universal', words: '- Quiet corner' },
    ]);
  });
});
