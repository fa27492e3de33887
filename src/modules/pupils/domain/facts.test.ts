import { describe, expect, it } from 'vitest';
import { schoolDate } from '../../../kernel/dates.ts';
import { settledAudience } from './alerts.ts';
import { carerName, languageWords, relationshipWords } from './carer.ts';
import { audienceOfFact, audienceOfFacts, factKind, factWords, isSo, toldWords, yearWords } from './facts.ts';

describe('facts', () => {
  it.each([
    ['legal_surname', 'identity'],
    ['former_surname', 'sensitive'],
    ['in_care', 'sensitive'],
    ['fsm', 'staff'],
    ['address', 'contacts'],
  ] as const)('of the kind %s are for %s', (kind, audience) => {
    expect(audienceOfFact[kind]).toBe(audience);
  });

  it('together are for those who may see each of them', () => {
    expect(audienceOfFacts(['sex', 'year_group'])).toBe('identity');
    expect(audienceOfFacts(['sex', 'fsm'])).toBe('staff');
    expect(audienceOfFacts(['address', 'fsm'])).toBe('sensitive');
  });

  it.each([
    ['yes', true],
    ['TFSM', true],
    ['Y', true],
    ['no', false],
    ['N', false],
    ['U', false],
    ['R', false],
    [null, false],
    [undefined, false],
  ])('with the value %s say %s', (value, is) => {
    expect(isSo(value)).toBe(is);
  });

  it('are told in words', () => {
    expect(factWords('fsm', 'yes')).toBe('Yes');
    expect(factWords('home_language', 'IGB')).toBe('Igbo');
    expect(factWords('home_language', 'Old Norse')).toBe('Old Norse');
    expect(yearWords('R')).toBe('Reception');
    expect(yearWords(null)).toBe('No year group');
    expect(toldWords({ source: 'CTF', sourceOn: schoolDate('2026-09-03') })).toBe('CTF, 3 Sep 2026');
    expect(toldWords({ source: 'Sendero', sourceOn: schoolDate('2026-09-03') })).toBe('Sendero');
  });

  it('have no other kinds', () => {
    expect(() => factKind('shoe_size')).toThrow('No kind of fact is called shoe_size');
  });
});

describe('alerts', () => {
  it('of a court are sensitive, whoever says otherwise', () => {
    expect(settledAudience({ kind: 'court', audience: 'staff' })).toBe('sensitive');
  });

  it('of safety may be kept for fewer', () => {
    expect(settledAudience({ kind: 'safety', audience: 'sensitive' })).toBe('sensitive');
  });
});

describe('carers', () => {
  it('are named and described as people speak', () => {
    expect(carerName({ title: 'Mrs', forename: null, surname: 'Okafor' })).toBe('Mrs Okafor');
    expect(relationshipWords('PAM')).toBe('mother');
    expect(relationshipWords('Great-aunt')).toBe('Great-aunt');
    expect(languageWords('IGB')).toBe('Igbo');
  });
});
