import { describe, expect, it } from 'vitest';
import { readNeed, readNeeds, readRank, readSenStatus } from './sen-values.ts';

describe('readSenStatus', () => {
  it.each([
    ['K', 'K'],
    ['SEN support', 'K'],
    ['SEN Support (K)', 'K'],
    ['K - SEN support', 'K'],
    ['SS', 'K'],
    ['School Support', 'K'],
    ['E', 'E'],
    ['EHCP', 'E'],
    ['EHC Plan', 'E'],
    ['Education, Health & Care Plan', 'E'],
    ['E - EHC plan', 'E'],
    ['S', 'S'],
    ['Statement', 'S'],
    ['A', 'A'],
    ['P', 'P'],
    ['School Action Plus', 'P'],
    ['N', 'N'],
    ['None', 'N'],
    ['No SEN', 'N'],
    ['Not on register', 'N'],
    ['EHCP pending', null],
    ['K - EHC plan', null],
    ['Awaiting assessment', null],
    ['X', null],
    ['O', null],
  ])('%s is %s', (text, code) => {
    expect(readSenStatus(text)).toEqual({ text, code });
  });

  it.each(['Monitoring', 'M', 'Watch list', 'Concern'])(
    '%s is watched by the school and N in the census',
    (text) => {
      expect(readSenStatus(text)).toEqual({ text, code: 'N', isMonitoring: true });
    },
  );
});

describe('needs', () => {
  it.each([
    ['SLCN', 'SLCN', null],
    ['slcn', 'SLCN', null],
    ['Speech, Language and Communication Needs', 'SLCN', null],
    ['SLCN - Speech, Language and Communication Needs', 'SLCN', null],
    ['Specific Learning Difficulty (SPLD)', 'SPLD', null],
    ['1. Autistic Spectrum Disorder', 'ASD', 1],
    ['2: SEMH', 'SEMH', 2],
    ['Autism', 'ASD', null],
    ['Visual Impairment', 'VI', null],
    ['BESD', 'BESD', null],
    ['Wobbly table', null, null],
  ])('%s is %s at rank %s', (text, code, rank) => {
    expect(readNeed(text)).toMatchObject({ type: { code }, rank });
  });

  it('keeps words that say more than their code', () => {
    expect(readNeed('Dyslexia')).toMatchObject({ type: { code: 'SPLD' }, ownWords: 'Dyslexia' });
  });

  it.each([
    ['SLCN; ASD', ['SLCN', 'ASD']],
    ['SLCN, ASD', ['SLCN', 'ASD']],
    ['SLCN/ASD', ['SLCN', 'ASD']],
    ['ASD | Wobbly', ['ASD', null]],
    ['Social, Emotional and Mental Health', ['SEMH']],
    ['Other Difficulty/Disability', ['OTH']],
    ['Tired, hungry', [null]],
  ])('cuts %s into %j', (text, codes) => {
    expect(readNeeds(text).map(({ type }) => type.code)).toEqual(codes);
  });

  it.each([
    ['1', 1],
    ['2.0', 2],
    ['Primary', 1],
    ['Secondary need', 2],
    ['99', 99],
    ['0', null],
    ['100', null],
    ['high', null],
  ])('%s is rank %s', (text, rank) => {
    expect(readRank(text)).toBe(rank);
  });
});
