import { describe, expect, it } from 'vitest';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import { diagnosisWordsIn, fitForSupply } from './diagnosis-words.ts';

describe('words of a diagnosis', () => {
  // (rule card-2)
  it.each([
    ['Autistic, so ADHD too', ['Autistic', 'ADHD']],
    ['has dyslexia', ['dyslexia']],
    ['EHCP: 15 hours', ['EHCP']],
    ['on SEN support', ['SEN support']],
    ["Down’s and Down's", ['Down’s', "Down's"]],
    ['A hearing impairment on the left', ['hearing impairment']],
    ['social, emotional and mental health', ['social, emotional and mental health']],
    ['Diagnosed in May', ['Diagnosed']],
    ['insulin: diabetic', ['diabetic']],
    ['tics (Tourette’s)', ['Tourette']],
  ])('are found in “%s”', (line, found) => {
    expect(diagnosisWordsIn(line)).toEqual(found);
  });

  it.each([
    'Say it in fewer words, then add a picture',
    'Ask an odd one out first',
    'Send the reading home on Friday',
    'Hi-vis jacket by the door',
    'Sit at the front, on the left',
    'Depart five minutes early',
    'Ask for the lace to be tied',
    'Let him finish his sentence',
  ])('are not found in “%s”', (line) => {
    expect(diagnosisWordsIn(line)).toEqual([]);
  });

  it.each(senType.codes.filter(({ code }) => code !== 'NSA' && code !== 'OTH'))(
    'hold the type of need $code in capitals and in full',
    ({ code, label }) => {
      expect(diagnosisWordsIn(`is ${code} now`)).toEqual([code]);
      expect(diagnosisWordsIn(`has ${label}`).length).toBeGreaterThan(0);
    },
  );

  // (rule card-3)
  it('keep a line from a supply teacher, and no other', () => {
    const lines = [{ words: 'Autistic' }, { words: 'One instruction at a time' }];
    expect(fitForSupply(lines)).toEqual([{ words: 'One instruction at a time' }]);
  });
});
