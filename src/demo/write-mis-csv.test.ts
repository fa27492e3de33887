import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { statusNow } from './demo-faults.ts';
import { demoSchools } from './demo-schools.ts';
import type { DemoSchool } from './demo-trust.ts';
import { misHeadings } from './mis-headings.ts';
import { type MisKind, misKinds, writeMisCsv } from './write-mis-csv.ts';

const today = schoolDate('2026-11-22');
const systems = ['sims', 'arbor', 'bromcom', 'scholarpack'] as const;
const made = [...demoSchools({ seed: 6, today, schools: 2, pupils: 600 })].at(-1);
if (made === undefined) throw new Error('A school is needed');
const school: DemoSchool = made;

const read = (of: DemoSchool, system: (typeof systems)[number], kind: MisKind): string[][] =>
  parse([...writeMisCsv(of, system, kind)].join(''), { bom: true });
const column = (rows: readonly string[][], heading: string): readonly string[] => {
  const place = rows[0]?.indexOf(heading) ?? -1;
  return rows.slice(1).map((row) => row[place] ?? '');
};

const onRegister = school.pupils.filter((pupil) => statusNow(pupil) !== 'none');
const lines: Record<MisKind, number> = {
  pupils: 600,
  sen: onRegister.reduce(
    (sum, { needs }) => sum + Math.max(1, needs.filter(({ until }) => until === null).length),
    0,
  ),
  contacts: school.pupils.reduce((sum, { carers }) => sum + carers.length, 0),
  staff: school.staff.length,
  classes: school.pupils.reduce(
    (sum, { groups }) => sum + groups.filter(({ groupKey }) => groupKey.startsWith('2026/27')).length,
    0,
  ),
  attendance: school.pupils.filter(({ attendance }) =>
    attendance.some(({ academicYear }) => academicYear === '2026/27'),
  ).length,
  suspensions: school.pupils.reduce((sum, { suspensions }) => sum + suspensions.length, 0),
};

describe.each(systems)('reports as %s gives them', (system) => {
  it.each(misKinds)('%s: the headings and one line for each', (kind) => {
    const rows = read(school, system, kind);
    expect(rows[0]).toEqual(misHeadings[system][kind].map(([heading]) => heading));
    expect(rows).toHaveLength(lines[kind] + 1);
  });
});

describe('the words of each system', () => {
  it.each([
    ['sims', 'SEN Status', ['N', 'K - SEN support', 'E - EHC plan']],
    ['arbor', 'SEN Status', ['None', 'Monitoring', 'SEN Support', 'EHCP']],
    ['bromcom', 'SEN Stage', ['', 'M', 'K', 'E']],
    ['scholarpack', 'SEN Provision', ['No SEN', 'Watch list', 'K', 'E']],
  ] as const)('%s writes %s as %j', (system, heading, expected) => {
    expect(new Set(column(read(school, system, 'pupils'), heading))).toEqual(new Set(expected));
  });

  it.each([
    ['sims', 'DOB', /^\d{2}\/\d{2}\/\d{4}$/],
    ['arbor', 'Date of Birth', /^\d{1,2} [A-Z][a-z]{2} \d{4}$/],
    ['bromcom', 'DOB', /^\d{2}\/\d{2}\/\d{4} 00:00$/],
    ['scholarpack', 'Date of Birth', /^\d{4}-\d{2}-\d{2}$/],
  ] as const)('%s writes %s in its own way', (system, heading, shape) => {
    const births = column(read(school, system, 'pupils'), heading);
    expect(births.filter((text) => !shape.test(text))).toEqual([]);
    const years = new Set(births.map((text) => /\d{4}/.exec(text)?.[0]));
    expect(years).toEqual(new Set(school.pupils.map(({ bornOn }) => bornOn.slice(0, 4))));
  });

  it('keep noughts in front of a number and figures of a telephone', () => {
    expect(column(read(school, 'sims', 'pupils'), 'Adno')).toEqual(school.pupils.map(({ misId }) => misId));
    const mobiles = column(read(school, 'sims', 'contacts'), 'Contact Mobile');
    expect(mobiles.filter((text) => text !== '' && !/^07700 900\d{3}$/.test(text))).toEqual([]);
  });

  it('repeat headings in the contacts of Bromcom, the pupil first', () => {
    const headings = read(school, 'bromcom', 'contacts')[0] ?? [];
    expect(headings.filter((heading) => heading === 'Surname')).toHaveLength(2);
  });

  it('quote what would break a line', () => {
    const [first] = school.pupils;
    if (first === undefined) throw new Error('A pupil is needed');
    const odd = { ...school, pupils: [{ ...first, legalSurname: 'Smythe, "Jo"\nline two' }] };
    expect(column(read(odd, 'sims', 'pupils'), 'Legal Surname')).toEqual(['Smythe, "Jo"\nline two']);
  });
});
