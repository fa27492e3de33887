import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '../../../kernel/dates.ts';
import { besideIssued, signedWords } from './signature.ts';
import { additionOf, joined, lastAnswers, offeredTo, type VoiceAnswer } from './voice-answers.ts';
import {
  codeFrom,
  codeWords,
  holderOfRights,
  linkLasts,
  linkState,
  readCode,
  whyNoLink,
} from './voice-link.ts';

const now = new Date('2026-11-24T09:00:00Z');
const link = { stoppedAt: null, untilAt: new Date(now.getTime() + linkLasts), tries: 0, openedAt: null };

describe('a link', () => {
  it.each([
    [{}, 'waiting'],
    [{ openedAt: now }, 'opened'],
    [{ tries: 5 }, 'waiting'],
    [{ tries: 6 }, 'guessed'],
    [{ untilAt: now }, 'expired'],
    [{ stoppedAt: now, tries: 6 }, 'stopped'],
  ] as const)('with %j is %s (rule voice-1)', (more, state) => {
    expect(linkState({ ...link, ...more }, now)).toBe(state);
  });

  it.each([
    [{ hasParentalResponsibility: true, isRestricted: false }, null],
    [{ hasParentalResponsibility: true, isRestricted: true }, 'restricted'],
    [{ hasParentalResponsibility: false, isRestricted: false }, 'no_responsibility'],
    [{ hasParentalResponsibility: null, isRestricted: false }, 'not_known'],
  ] as const)('for a carer with %j: %s (rule voice-3)', (tie, refusal) => {
    expect(whyNoLink(tie)).toBe(refusal);
  });

  it('belongs to the young person from the day after compulsory school age (rule voice-4)', () => {
    const ends = schoolDate('2027-06-25');
    expect(holderOfRights(ends, ends)).toBe('parent');
    expect(holderOfRights(schoolDate('2027-06-26'), ends)).toBe('young_person');
  });
});

describe('a code', () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

  it('has six signs, none of which is taken for another (rule voice-2)', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(codeFrom(some)).toMatch(/^[2-9A-HJKMNPQRT-Z]{6}$/);
      }),
    );
  });

  it('favours no sign: bytes beyond the last whole round are passed over', () => {
    expect(codeFrom(Uint8Array.from([255, 254, 0, 1, 2, 3, 4, 5]))).toBe('234567');
  });

  it('is read as people type it', () => {
    expect(readCode(` ${codeWords('K7P4MX').toLowerCase()}-`)).toBe('K7P4MX');
  });
});

const answer = (given: Partial<VoiceAnswer>): VoiceAnswer => ({
  voiceAnswerId: '1',
  kind: 'parent',
  saidById: 'mother',
  byName: 'Mrs Okafor',
  about: 'views',
  verdict: null,
  face: null,
  words: null,
  documentId: null,
  howAsked: 'by link',
  givenAt: now,
  decision: null,
  ...given,
});

describe('what was said', () => {
  it('is added after what stands, which stays whole (rule voice-5)', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), fc.string({ minLength: 1 }), (held, words) => {
        const whole = joined(held, words);
        expect(whole.startsWith(held ?? '') && whole.endsWith(words)).toBe(true);
      }),
    );
  });

  it('is offered in the words given, with the question, the name and the way', () => {
    const said = [
      answer({ kind: 'pupil', byName: 'The pupil', about: 'question:hard', words: 'spellings!!' }),
      answer({ kind: 'pupil', byName: 'The pupil', about: 'question:feel', face: 4 }),
    ];
    expect(additionOf(said, () => '24 November 2026')).toBe(
      'What is hard? spellings!!\nHow do you feel about school? Happy\n(The pupil, by link, 24 November 2026)',
    );
  });

  it('is the last word of each person, and goes where it belongs', () => {
    const answers = [
      answer({ words: 'first' }),
      answer({ words: 'second' }),
      answer({ saidById: 'father', words: 'his' }),
      answer({ about: 'part:help', verdict: 'agree' }),
      answer({ about: 'part:help' }),
    ];
    expect(lastAnswers(answers).map(({ words }) => words)).toEqual(['second', 'his']);
    expect(offeredTo(answer({ about: 'views', kind: 'young_person' }))).toBe('pupil_views');
    expect(offeredTo(answer({ about: 'target:1' }))).toBe(null);
  });
});

describe('a signature', () => {
  it('tells who, how and when, and how it stands to what was issued (rule voice-6)', () => {
    const signed = { relationship: 'mother', signedAs: 'N. Okafor', way: 'paper' } as const;
    expect(signedWords(signed, '24 November 2026')).toBe(
      'Signed by mother, as N. Okafor, on 24 November 2026, on paper',
    );
    expect(besideIssued(0, 2)).toBe('What was signed is the same as number 2');
    expect(besideIssued(2, 3)).toBe('What was signed differs from number 3 in 2 places');
  });
});
