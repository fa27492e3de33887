import { describe, expect, it } from 'vitest';
import * as givenPlans from '#test/given-plans.ts';
import { type Face, type FaceSource, faceOf } from './face.ts';
import { facePdf } from './face-pdf.ts';
import { type KeptTemplate, templatesOf } from './plan-template.ts';
import { contentOf } from './plan-version.ts';
import { shippedTemplates } from './shipped-templates.ts';

const ada = {
  forename: 'Ada',
  surname: 'Lark',
  bornOn: givenPlans.onDay('2018-05-01'),
  place: 'Year 4, 4 Ash',
};
const sourceOf = (words: string, number: number | null = 1): FaceSource => ({
  pupil: ada,
  schoolName: 'Larkfield Primary',
  content: contentOf(givenPlans.plan({ targets: [givenPlans.target({ words })] })),
  issued: number === null ? null : { number, on: givenPlans.onDay('2026-11-24') },
});
const faces = (source: FaceSource): readonly Face[] => shippedTemplates.map((one) => faceOf(one, source));
const shows = (face: Face, words: string) =>
  JSON.stringify(facePdf(face, { footer: '', isLarge: false })).includes(words);

describe('the faces of a plan', () => {
  it('all show a target that was changed once, and none the old words', () => {
    const withTargets = faces(sourceOf('Reads 60 words')).filter(({ blocks }) =>
      blocks.some(({ part }) => ['targets', 'goals', 'review'].includes(part)),
    );
    expect(withTargets.length).toBe(5);
    for (const face of withTargets) {
      expect([face.name, shows(face, 'Reads 60 words')]).toEqual([face.name, true]);
      expect(shows(face, 'Reads 40 words')).toBe(false);
    }
  });

  it('leave out what an issued plan does not say, and say of a draft that it is not written', () => {
    const empty = { ...sourceOf('x').content, sections: [], targets: [] };
    for (const face of faces({ ...sourceOf('x'), content: empty }))
      expect(face.blocks.filter(({ kind }) => !['facts', 'lines'].includes(kind))).toEqual([]);
    for (const face of faces({ ...sourceOf('x', null), content: empty })) {
      expect(face.isDraft).toBe(true);
      expect(shows(face, 'Nothing is written here yet.')).toBe(true);
      expect(shows(face, 'Draft: not issued yet')).toBe(true);
    }
  });

  it('say of the ISP alone that it is proposed and not law', () => {
    const proposed = faces(sourceOf('x')).filter((face) => shows(face, 'Proposed, not law'));
    expect(proposed.map(({ templateKey }) => templateKey)).toEqual(['isp']);
  });

  it('show no need, diagnosis or birthday on a passport or a profile', () => {
    for (const face of faces(sourceOf('x')).filter(({ layout }) => layout === 'one_page'))
      expect(shows(face, '2018')).toBe(false);
  });
});

const kept = (given: Partial<KeptTemplate>): KeptTemplate => ({
  templateKey: 'passport',
  state: 'own',
  name: 'All about me',
  lead: null,
  layout: 'one_page',
  parts: [{ part: 'help', heading: 'Help me by' }],
  withdrawnWhy: null,
  version: 1,
  ...given,
});
const passport = (rows: readonly KeptTemplate[]) =>
  templatesOf(shippedTemplates, rows).find(({ templateKey }) => templateKey === 'passport');

describe('the templates of a school', () => {
  it.each([
    ['shipped', [], 'Pupil passport'],
    ['changed', [kept({})], 'All about me'],
    ['shipped', [kept({ state: 'shipped', version: 2 })], 'Pupil passport'],
  ] as const)('are %s', (origin, rows, name) => {
    expect(passport(rows)).toMatchObject({ origin, name, withdrawnWhy: null });
  });

  it('hold the school’s own after the shipped ones, and withdrawn ones with the reason', () => {
    const own = kept({
      templateKey: 'x-1',
      name: 'Local plan',
      state: 'withdrawn',
      withdrawnWhy: 'Not used',
    });
    const all = templatesOf(shippedTemplates, [own]);
    expect(all.at(-1)).toMatchObject({ origin: 'own', name: 'Local plan', withdrawnWhy: 'Not used' });
    expect(all).toHaveLength(shippedTemplates.length + 1);
  });
});
