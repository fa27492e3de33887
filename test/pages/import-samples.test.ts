import { describe, expect, it } from 'vitest';
import { sampleBytes } from '#test/files/read-sample.ts';
import * as given from '#test/given.ts';
import { imported, undone, wholeSchool } from '#test/given-imports.ts';

/** Each file with what it brings, new and changed, in the order in which a person would bring them. */
const inOrder: readonly (readonly [string, readonly (readonly [string, number, number])[]])[] = [
  [
    'SIMS',
    [
      ['mis/sims-pupils.csv', 5, 0],
      ['mis/sims-sen.csv', 0, 2],
      ['mis/sims-contacts.csv', 0, 3],
    ],
  ],
  [
    'Arbor',
    [
      ['mis/arbor-pupils.csv', 4, 0],
      ['mis/arbor-attendance.csv', 0, 3],
      ['mis/arbor-suspensions.csv', 0, 2],
    ],
  ],
  [
    'Bromcom',
    [
      ['mis/bromcom-pupils.csv', 3, 0],
      ['mis/bromcom-staff.csv', 3, 0],
      ['mis/bromcom-classes.csv', 3, 0],
      ['mis/bromcom-timetable.csv', 3, 0],
    ],
  ],
  [
    'ScholarPack',
    [
      ['mis/scholarpack-pupils.csv', 3, 0],
      ['mis/scholarpack-contacts.csv', 0, 2],
    ],
  ],
  ['the census', [['mis/collect-pupils.csv', 2, 0]]],
  [
    'CTF',
    [
      ['ctf/2099999_CTF_2099998_001.xml', 2, 0],
      ['ctf/ctf-24-gender.xml', 0, 0],
      ['ctf/giap-partial.xml', 0, 0],
    ],
  ],
];

describe.each(inOrder)('the files of %s', (_, files) => {
  it('bring what they say, nothing the second time, and are undone', async () => {
    const school = await given.school();
    const before = await wholeSchool(school);
    const ids = [];
    for (const [path, fresh, changed] of files) {
      const first = await imported(school, sampleBytes(path), path);
      expect([path, first.counts]).toEqual([path, { ...first.counts, new: fresh, changed }]);
      const { counts } = await imported(school, sampleBytes(path), path);
      expect([path, counts]).toEqual([path, { ...counts, new: 0, changed: 0 }]);
      ids.push(first.importId);
    }
    for (const importId of ids.reverse()) await undone(school, importId);
    expect(await wholeSchool(school)).toEqual(before);
  });
});
