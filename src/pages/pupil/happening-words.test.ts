import { describe, expect, it } from 'vitest';
import { fieldWords, happeningWords, valueWords } from './happening-words.ts';

describe('the words of a timeline', () => {
  it.each([
    ['StatusChanged', 'SEN status changed'],
    ['PlanAgreed', 'Plan agreed'],
  ])('tell %s as %s', (type, words) => {
    expect(happeningWords(type)).toBe(words);
  });

  it.each([
    ['year_group', 'Year group'],
    ['SLCN', 'Speech, Language and Communication Needs'],
    ['parentsToldOn', 'Parents told'],
    ['preferredContact', 'Preferred contact'],
    ['upn', 'UPN'],
  ])('call the field %s %s', (field, words) => {
    expect(fieldWords(field)).toBe(words);
  });

  it.each([
    ['status', 'ehc_plan', 'EHC plan'],
    ['status', 'C', 'Current (single registration at this school)'],
    ['kind', 'court', 'Court order'],
    ['relationship', 'PAM', 'mother'],
    ['place', 'sen_unit', 'SEN unit'],
    ['fsm', 'no', 'No'],
    ['fromOn', '2026-09-01', '1 September 2026'],
    ['isRestricted', true, 'Yes'],
    ['sessionsAttended', 91, '91'],
    ['words', 'court', 'court'],
    ['fsm', null, '–'],
  ])('of the field %s tell %s as %s', (field, value, words) => {
    expect(valueWords(field, value)).toBe(words);
  });
});
