import { describe, expect, it } from 'vitest';
import { carryMapping } from './next-edition.ts';
import type { Place } from './place.ts';

const place = (address: string, heading: string, label: string): Place => ({
  address,
  heading,
  label,
  kind: 'cell',
  options: [],
});
const before = [
  place('cell:1.0.1', 'The child', 'Name'),
  place('cell:1.1.1', 'The child', 'Born on'),
  place('cell:2.0.1', 'The family', 'Name'),
  place('cell:3.0.1', 'The school', 'Fax'),
  place('cell:3.1.1', 'The school', 'Panel date'),
];
const facts = ['pupil.name', 'pupil.born', 'carer1.name', 'school.fax'];
const mapping = facts.map((fact, at) => {
  const { address = '', label = '', heading = '' } = before[at] ?? {};
  return { address, label, heading, fact };
});

describe('the next edition of a form', () => {
  it('keeps each fact at its own words, wherever they stand now, and names what is gone and what is new', () => {
    const after = [
      place('cell:1.0.1', 'The family', 'Name:'),
      place('cell:2.0.1', 'About the child', 'Born on'),
      place('cell:4.0.1', 'The child', 'NAME'),
      place('cell:5.0.1', 'The school', 'Panel date'),
      place('cell:5.1.1', 'The school', 'Email'),
    ];
    const carried = carryMapping(mapping, before, after);
    expect(carried.mapping.map(({ address, fact }) => [fact, address])).toEqual([
      ['pupil.name', 'cell:4.0.1'],
      ['pupil.born', 'cell:2.0.1'],
      ['carer1.name', 'cell:1.0.1'],
    ]);
    expect(carried.gone.map(({ label }) => label)).toEqual(['Fax']);
    // What nobody gave a fact before is not new.
    expect(carried.added.map(({ label }) => label)).toEqual(['Email']);
  });

  it('guesses nothing where two places have the label', () => {
    const after = [place('line:1', 'One', 'Name'), place('line:2', 'Two', 'Name')];
    const { gone, mapping: kept } = carryMapping(mapping.slice(0, 1), before.slice(0, 1), after);
    expect([kept, gone.length]).toEqual([[], 1]);
  });

  it('of the same file changes nothing', () => {
    expect(carryMapping(mapping, before, before)).toEqual({ mapping, gone: [], added: [] });
  });
});
