import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { statusNow } from './demo-faults.ts';
import { demoSchools } from './demo-schools.ts';
import type { DemoSchool } from './demo-trust.ts';
import { ctfName, senChanges, writeCtf } from './write-ctf.ts';

const today = schoolDate('2026-11-22');
const [primary] = [...demoSchools({ seed: 6, today, schools: 1, pupils: 300 })];
if (primary === undefined) throw new Error('A school is needed');
const school: DemoSchool = primary;

/** All texts by element path (`Pupil/UPN`), in the order of the file. */
function textsOf(xml: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => path.push(name));
  parser.on('text', (text) => {
    if (text.trim() === '') return;
    const place = path.slice(2).join('/');
    found.set(place, [...(found.get(place) ?? []), text]);
  });
  parser.on('closetag', () => path.pop());
  parser.write(xml).close();
  return found;
}
const texts = textsOf([...writeCtf(school, { today })].join(''));
const of = (place: string) => texts.get(place) ?? [];

describe('a transfer file of the demo', () => {
  it('is sound XML with every pupil in it', () => {
    expect(of('Pupil/UPN')).toEqual(school.pupils.map(({ upn }) => upn));
    expect(of('Pupil/DOB')).toEqual(school.pupils.map(({ bornOn }) => bornOn));
    expect(of('Pupil/BasicDetails/NCyearActual')).toHaveLength(300);
  });

  it('says in its head who made it and for whom', () => {
    const other = textsOf([...writeCtf(school, { today, toLaestab: '9095512' })].join(''));
    expect(other.get('SourceSchool/Estab')).toEqual([school.laestab.slice(3)]);
    expect(other.get('SourceSchool/AcademicYear')).toEqual(['2026']);
    expect([other.get('DestSchool/LEA'), other.get('DestSchool/Estab')]).toEqual([['909'], ['5512']]);
    expect(ctfName(school, { today, toLaestab: '9095512' })).toBe(`${school.laestab}_CTF_9095512_001.xml`);
  });

  it('gives changes of provision with starts only, and needs beside them', () => {
    const changes = school.pupils.flatMap(senChanges);
    expect(of('Pupil/SENhistory/SEN/SENprovision')).toEqual(changes.map(({ code }) => code));
    expect(of('Pupil/SENhistory/SEN/StartDate')).toEqual(changes.map(({ from }) => from));
    const needs = school.pupils.flatMap((pupil) => pupil.needs.map(({ type }) => type));
    expect(of('Pupil/SENhistory/SENneeds/SENneed/SENtype')).toEqual(needs);
  });

  it('ends on N for those who came off the register, and knows no code for watching', () => {
    const last = (status: string) =>
      new Set(
        school.pupils
          .filter((pupil) => statusNow(pupil) === status)
          .map((pupil) => senChanges(pupil).at(-1)?.code),
      );
    expect(last('sen_support')).toEqual(new Set(['K']));
    expect(last('ehc_plan')).toEqual(new Set(['E']));
    expect(last('none')).toEqual(new Set([undefined, 'N']));
    expect(last('monitoring').has('K')).toBe(false);
  });

  it('keeps marks that XML uses in the text', () => {
    const [first] = school.pupils;
    if (first === undefined) throw new Error('A pupil is needed');
    const odd = {
      ...school,
      name: 'St "Anne" & <St> James',
      pupils: [{ ...first, legalSurname: "O'Neill & Sons <b>" }],
    };
    const read = textsOf([...writeCtf(odd, { today })].join(''));
    expect(read.get('SourceSchool/SchoolName')).toEqual([odd.name]);
    expect(read.get('Pupil/Surname')).toEqual(["O'Neill & Sons <b>"]);
  });

  it('says that a contact lives with the pupil instead of the address again', () => {
    const same = of('Pupil/Contacts/Contact/Address/AddressAsPupil');
    expect(same.length).toBeGreaterThan(300);
    expect(new Set(same)).toEqual(new Set(['true']));
  });

  it('comes piece by piece', () => {
    expect([...writeCtf(school, { today })]).toHaveLength(302);
  });
});
