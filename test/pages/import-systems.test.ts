import { describe, expect, it } from 'vitest';
import { demoSchools } from '#src/demo/demo-schools.ts';
import type { DemoSchool } from '#src/demo/demo-trust.ts';
import { writeCtf } from '#src/demo/write-ctf.ts';
import { type MisKind, writeMisCsv } from '#src/demo/write-mis-csv.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import { imported, undone, wholeSchool } from '#test/given-imports.ts';
import { testToday } from '#test/worker-database.ts';

const today = schoolDate(testToday);
const [primary, secondary] = [...demoSchools({ seed: 11, today, schools: 2, pupils: 12 })];
if (primary === undefined || secondary === undefined) throw new Error('Two schools are needed');

const inOrder: readonly MisKind[] = [
  'pupils',
  'sen',
  'contacts',
  'staff',
  'classes',
  'attendance',
  'suspensions',
];
const reportOf = (made: DemoSchool, system: 'sims' | 'arbor' | 'bromcom' | 'scholarpack', kind: MisKind) =>
  [...writeMisCsv(made, system, kind)].join('');
const hasLines = (report: string): boolean => report.trim().includes('\n');

describe.each([
  ['sims', secondary],
  ['arbor', primary],
  ['bromcom', secondary],
  ['scholarpack', primary],
] as const)('the reports of %s', (system, made) => {
  it('are taken in one after the other, change nothing twice, and are undone to the last row', {
    timeout: 90_000,
  }, async () => {
    const school = await given.school();
    const before = await wholeSchool(school);
    const states = [before];
    const ids = [];
    for (const kind of inOrder) {
      const report = reportOf(made, system, kind);
      if (!hasLines(report)) continue;
      const first = await imported(school, report, `${kind}.csv`);
      expect([kind, first.leftOut]).toEqual([kind, []]);
      const again = await imported(school, report, `${kind} again.csv`);
      expect([kind, again.counts]).toEqual([
        kind,
        { ...again.counts, new: 0, changed: 0, unchanged: again.counts.read },
      ]);
      ids.push(first.importId);
      states.push(await wholeSchool(school));
    }
    for (const importId of ids.reverse()) {
      states.pop();
      expect(await undone(school, importId)).toMatchObject({ touchedSince: 0 });
      expect(await wholeSchool(school)).toEqual(states.at(-1));
    }
  });
});

it('counts the pupils of a roll as new, and as missing when a later file lacks them', async () => {
  const school = await given.school();
  const report = reportOf(primary, 'arbor', 'pupils');
  expect((await imported(school, report)).counts).toEqual({
    read: 12,
    new: 12,
    changed: 0,
    unchanged: 0,
    missing: 0,
  });
  const shorter = report.trimEnd().split('\r\n').slice(0, -2).join('\r\n');
  expect((await imported(school, shorter)).counts).toEqual({
    read: 10,
    new: 0,
    changed: 0,
    unchanged: 10,
    missing: 2,
  });
});

it('takes in a CTF of the whole roll, changes nothing twice, and is undone to the last row', async () => {
  const school = await given.school();
  const before = await wholeSchool(school);
  const file = [...writeCtf(primary, { today })].join('');
  const first = await imported(school, file, 'roll.xml');
  expect([first.counts.new, first.leftOut]).toEqual([12, []]);
  const again = await imported(school, file, 'roll again.xml');
  expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 12, missing: 0 });
  await undone(school, first.importId);
  expect(await wholeSchool(school)).toEqual(before);
});
