import { describe, expect, it } from 'vitest';
import { schoolDate } from '../dates.ts';
import { type Code, type CodeList, findCode, isInForce, labelOf, listCodesInForce } from './codes.ts';
import { disability } from './disability.codes.ts';
import { enrolmentStatus } from './enrolment-status.codes.ts';
import { ethnicity } from './ethnicity.codes.ts';
import { ethnicitySource } from './ethnicity-source.codes.ts';
import { fsmCountry } from './fsm-country.codes.ts';
import { laCode } from './la-code.codes.ts';
import { language } from './language.codes.ts';
import { languageType } from './language-type.codes.ts';
import { languageVariety } from './language-variety.codes.ts';
import { leavingReason } from './leaving-reason.codes.ts';
import { ncYearGroup } from './nc-year-group.codes.ts';
import { pupilPremium } from './pupil-premium.codes.ts';
import { relationship } from './relationship.codes.ts';
import { schoolPhase } from './school-phase.codes.ts';
import { senProvision } from './sen-provision.codes.ts';
import { senType } from './sen-type.codes.ts';
import { serviceChild } from './service-child.codes.ts';
import { sex } from './sex.codes.ts';
import { suspensionCategory } from './suspension-category.codes.ts';
import { suspensionReason } from './suspension-reason.codes.ts';
import { telephoneType } from './telephone-type.codes.ts';

const lists: readonly CodeList[] = [
  disability,
  enrolmentStatus,
  ethnicity,
  ethnicitySource,
  fsmCountry,
  laCode,
  language,
  languageType,
  languageVariety,
  leavingReason,
  ncYearGroup,
  pupilPremium,
  relationship,
  schoolPhase,
  senProvision,
  senType,
  serviceChild,
  sex,
  suspensionCategory,
  suspensionReason,
  telephoneType,
];
const code = (list: CodeList, text: string): Code => findCode(list, text) ?? { code: '', label: 'missing' };

describe.each(lists.map((list) => [list.name, list] as const))('the list %s', (_, list) => {
  it('has each code once, with a label and no spaces around either', () => {
    const codes = list.codes.map((each) => each.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const each of list.codes) {
      expect(each.code).toBe(each.code.trim().toUpperCase());
      expect(each.label.trim()).toBe(each.label);
      expect(each.label).not.toBe('');
    }
  });

  it('has dates that are real and in order', () => {
    for (const { validFrom, validUntil } of list.codes) {
      const dates = [validFrom, validUntil].filter((date) => date !== undefined).map(schoolDate);
      expect(dates).toEqual([...dates].sort());
    }
  });

  it('names parents and successors that are in it', () => {
    const home = list === languageVariety ? language : list;
    for (const { parent, successors = [] } of list.codes) {
      for (const other of [...(parent === undefined ? [] : [parent]), ...successors])
        expect(findCode(home, other)?.code).toBe(other);
    }
  });
});

describe('findCode', () => {
  it('sets case and spaces aside', () => {
    expect(findCode(senType, ' slcn ')?.code).toBe('SLCN');
  });
  it('gives null for a code of another list', () => {
    expect(findCode(senType, 'ZZZ')).toBeNull();
  });
  it('keeps the two meanings of DS apart', () => {
    expect(labelOf(senType, 'DS')).toBe('Down Syndrome');
    expect(labelOf(suspensionReason, 'DS')).toBe('Abuse relating to disability including bullying');
  });
  it('finds nothing that was not in force on the day', () => {
    expect(findCode(senType, 'DS', schoolDate('2024-12-31'))).toBeNull();
    expect(findCode(senType, 'DS', schoolDate('2025-01-01'))?.code).toBe('DS');
  });
});

describe('isInForce', () => {
  it.each([
    ['BESD', senType, '2014-08-31', true],
    ['BESD', senType, '2014-09-01', false],
    ['S', senProvision, '2018-03-31', true],
    ['S', senProvision, '2018-04-01', false],
    ['A', senProvision, '2014-08-31', true],
    ['P', senProvision, '2014-09-01', false],
    ['K', senProvision, '2014-08-31', false],
    ['N', senProvision, '2010-01-01', true],
    ['O', senProvision, '2020-01-01', false],
    ['X', sex, '2020-01-01', false],
    ['909', laCode, '2023-03-31', true],
    ['942', laCode, '2023-03-31', false],
  ])('%s of %o on %s: %s', (text, list, on, expected) => {
    expect(isInForce(code(list, text), schoolDate(on))).toBe(expected);
  });
});

it('lists what may be chosen on a day, in order', () => {
  expect(listCodesInForce(senProvision, schoolDate('2026-09-01')).map((each) => each.code)).toEqual([
    'N',
    'K',
    'E',
  ]);
});

it('shows a code that it does not know as not recognised', () => {
  expect(labelOf(relationship, 'GRA')).toBe('not recognised (GRA)');
});

it('counts what the published lists have', () => {
  expect(laCode.codes.filter((each) => each.status === undefined)).toHaveLength(153);
  expect(language.codes.length + languageVariety.codes.length).toBe(319);
  expect(senType.codes.filter((each) => each.status === undefined)).toHaveLength(14);
});
