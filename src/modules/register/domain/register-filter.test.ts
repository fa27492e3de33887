import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { behindKinds } from './behind.ts';
import {
  filterAddress,
  isNarrowed,
  keptBeside,
  parseFilter,
  printFilter,
  type RegisterFilter,
  registerColumns,
  registerFlags,
  registerGroups,
  registerShows,
  registerSorts,
  usualFilter,
} from './register-filter.ts';
import { choicesIn, countSentence, filterLines, groupLines, type RegisterLine } from './register-lines.ts';
import { senStatuses } from './sen-status.ts';
import { specialPlaceKinds } from './special-places.ts';

const anyName = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const anyNames = fc.uniqueArray(anyName, { maxLength: 4 });
const anyFilter: fc.Arbitrary<RegisterFilter> = fc.record({
  show: fc.constantFrom(...registerShows),
  status: fc.subarray([...senStatuses]),
  need: anyNames,
  year: anyNames,
  class: anyNames,
  keyWorker: anyNames,
  flags: fc.subarray([...registerFlags]),
  unit: fc.subarray([...specialPlaceKinds]),
  behind: fc.subarray([...behindKinds]),
  q: fc.oneof(fc.constant(''), anyName),
  sort: fc.constantFrom(...registerSorts),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
  group: fc.constantFrom(...registerGroups),
  columns: fc.subarray([...registerColumns], { minLength: 1 }),
});

/** As the gate reads an address: a name given twice is a list. */
function asGiven(address: string): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(address, 'http://localhost').searchParams) {
    const before = given[name];
    given[name] = before === undefined ? value : [before, value].flat();
  }
  return given;
}

describe('the filters in the address', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(parseFilter(asGiven(filterAddress(filter)))).toEqual(filter);
      }),
    );
  });

  it('are left out where they are as usual', () => {
    expect(filterAddress(usualFilter)).toBe('/pupils?show=register');
    expect(filterAddress({ ...usualFilter, year: ['4', 'R'] })).toBe('/pupils?year=4&year=R');
  });

  it('never fail on what people type', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (given) => {
        const filter = parseFilter(given);
        expect(parseFilter(Object.fromEntries(printFilter(filter)))).toBeDefined();
      }),
    );
    expect(parseFilter({ show: 'everybody', status: ['K', 'ehc_plan'], sort: 'shoe size' })).toEqual({
      ...usualFilter,
      status: ['ehc_plan'],
    });
  });

  it('keep the rest while one is asked anew', () => {
    const filter: RegisterFilter = { ...usualFilter, year: ['4'], q: 'ama' };
    expect(keptBeside(filter, 'year')).toEqual([['q', 'ama']]);
    expect([isNarrowed(filter), isNarrowed({ ...usualFilter, sort: 'year' })]).toEqual([true, false]);
  });
});

const line = (of: Partial<RegisterLine> = {}): RegisterLine => ({
  pupilId: PupilId.parse(newId()),
  surname: 'Okafor',
  forename: 'Amara',
  yearGroup: '4',
  yearRank: 8,
  className: 'Oak',
  referringSchool: null,
  status: 'sen_support',
  sinceOn: schoolDate('2024-09-01'),
  isParentsTold: true,
  needTypes: ['SLCN'],
  keyWorker: 'Mrs Doyle',
  isFsm: false,
  isEal: false,
  isPupilPremium: false,
  specialPlace: null,
  reviewOn: null,
  meetings: 0,
  behind: [],
  ...of,
});
const names = (lines: readonly RegisterLine[]) => lines.map(({ surname }) => surname);
const only = (of: Partial<RegisterFilter>): RegisterFilter => ({ ...usualFilter, ...of });

describe('the lines that a filter leaves', () => {
  const abara = line({ surname: 'Abara', yearGroup: 'R', yearRank: 4, isFsm: true, isEal: true });
  const zajac = line({ surname: 'Zając', status: 'ehc_plan', needTypes: ['ASD', 'SEMH'], className: null });
  const ellis = line({ surname: 'Éllis', status: 'monitoring', keyWorker: null, needTypes: [] });
  const all = [zajac, ellis, abara];

  it.each([
    ['by name, accents aside', {}, ['Abara', 'Éllis', 'Zając']],
    ['by a status', { status: ['ehc_plan'] }, ['Zając']],
    ['by any of their needs', { need: ['SEMH'] }, ['Zając']],
    ['by year', { year: ['R'] }, ['Abara']],
    ['without a class', { class: ['–'] }, ['Zając']],
    ['without a key worker', { keyWorker: ['–'] }, ['Éllis']],
    ['with every flag asked for', { flags: ['fsm', 'eal'] }, ['Abara']],
    ['by letters of the name, without accents', { q: 'ama ZAJ' }, ['Zając']],
    ['by year group, not by the text of it', { sort: 'year' }, ['Abara', 'Éllis', 'Zając']],
    ['by status, plans first', { sort: 'status' }, ['Zając', 'Abara', 'Éllis']],
    ['backwards', { direction: 'descending' }, ['Zając', 'Éllis', 'Abara']],
    ['by key worker, nobody last', { sort: 'keyWorker' }, ['Abara', 'Zając', 'Éllis']],
  ] as const)('are in order %s', (_, of, expected) => {
    expect(names(filterLines(all, only(of), null))).toEqual(expected);
  });

  it('are those in care for who may know, and all for who may not', () => {
    const filter = only({ flags: ['care'] });
    expect(names(filterLines(all, filter, new Set([zajac.pupilId])))).toEqual(['Zając']);
    expect(filterLines(all, filter, null)).toHaveLength(3);
  });

  it('stand under the headings of a group', () => {
    const groups = groupLines(filterLines(all, only({}), null), 'year');
    expect(groups?.map(({ label, lines }) => [label, names(lines)])).toEqual([
      ['Reception', ['Abara']],
      ['Year 4', ['Éllis', 'Zając']],
    ]);
    expect(groupLines(all, 'none')).toBeNull();
  });

  it('offer what is there to choose, and keep what was chosen', () => {
    const choices = choicesIn(all, only({ class: ['Elm'] }));
    expect(choices.class.map(({ label }) => label)).toEqual(['Elm', 'Oak', 'No class']);
    expect(choices.year.map(({ label }) => label)).toEqual(['Reception', 'Year 4']);
    expect(choices.keyWorker.map(({ label }) => label)).toEqual(['Mrs Doyle', 'No key worker']);
  });

  it('are counted in words', () => {
    expect(countSentence(all)).toBe('3 pupils, 1 of them monitored');
    expect([countSentence([abara]), countSentence([]), countSentence([ellis])]).toEqual([
      '1 pupil',
      '0 pupils',
      '1 pupil, monitored',
    ]);
  });
});
