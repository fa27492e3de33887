import { describe, expect, it } from 'vitest';
import { wordFile, wordTable, wordXml } from '#test/files/make-word.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const csv = (text: string, name = 'plans.csv') => new File([text], name);
const headings = 'Pupil name,Class,Target,Area,Success criteria,By when,Strategies,Strengths';
const versionOf = ({ $ }: Read): string => String($('form.post input[name="version"]').attr('value'));
const plansOf = (schoolId: string) =>
  asOwner<{ state: string; targets: number }>(
    `select p.state, (select count(*)::int from app.plan_targets t where t.plan_id = p.plan_id and withdrawn_at is null)
       as targets from app.plans p where school_id = $1 order by p.recorded_at, p.state`,
    [schoolId],
  );

/** Two pupils of 4 Oak, and a SENCO with a file about them. */
async function oak() {
  const school = await given.school();
  const groupId = await givenSchool.group(school);
  for (const [forename, surname] of [
    ['Amara', 'Okafor'],
    ['Bo', 'Nunn'],
  ] as const) {
    await givenPupils.inGroup(school, await givenPupils.pupil(school, { forename, surname }), groupId);
  }
  const senco = await given.person(school, 'senco');
  const bring = (fields: Parameters<typeof senco.browser.post>[1]) =>
    senco.browser.post('/imports/plans', fields);
  return { school, senco, bring };
}

const rows = `${headings}
Amara Okafor,4 Oak,Reads 40 words aloud,C&L,40 of 50,12/03/27,Paired reading; Cards,Tells stories
,,Asks for a break,SEMH,,,,
B Nunn,4 Oak,Counts to 20,Maths,,31/02/27,,`;

describe('existing plans', () => {
  it('are reviewed, told of, taken in, brought again with nothing new, and taken back', async () => {
    const { school, senco, bring } = await oak();
    const path = (await bring({ file: csv(rows) })).goesTo ?? '';
    const review = await senco.browser.get(path);
    expect(review.$('main').text()).toContain('by name and class, rows 2, 3');
    expect(review.$('main').text()).toContain('B Nunn, 4 Oak (row 4): Nobody on roll has this name');
    expect(await plansOf(school.schoolId)).toEqual([]);

    const names = await senco.browser.get(`${path}/names`);
    const wrong = await senco.browser.post(`${path}/names`, {
      version: versionOf(names),
      who0: 'other',
      other0: 'Nobody Here',
    });
    expect(errorsShown(wrong)).toEqual(['Nobody on roll has this name or UPN. Look at the spelling']);
    await senco.browser.post(`${path}/names`, {
      version: versionOf(names),
      who0: 'other',
      other0: 'Bo Nunn',
    });
    const told = await senco.browser.get(path);
    expect(told.text).toContain('Row 4: “31/02/27”: There is no such day.');

    expect((await senco.browser.post(path, { version: '1' })).status).toBe(422);
    expect((await senco.browser.post(path, { version: versionOf(told) })).goesTo).toBe(path);
    expect(await plansOf(school.schoolId)).toEqual([
      { state: 'draft', targets: 2 },
      { state: 'draft', targets: 1 },
    ]);
    const [kept] = await asOwner('select tables, chosen from app.plan_intakes where school_id = $1', [
      school.schoolId,
    ]);
    expect(kept).toEqual({ tables: [], chosen: {} });

    const again = await senco.browser.get((await bring({ file: csv(rows) })).goesTo ?? '');
    expect(again.text).toContain('Nothing new');
    expect(again.text).not.toContain('New draft');

    await senco.browser.post(`${path}/undo`);
    expect((await plansOf(school.schoolId)).map((plan) => plan.state)).toEqual(['withdrawn', 'withdrawn']);
    const types = await asOwner<{ type: string }>(
      "select type from app.events where school_id = $1 and audience = 'import' order by xmin::text::bigint",
      [school.schoolId],
    );
    expect(types.map(({ type }) => type)).toEqual([
      'PlansBrought',
      'PlanIntakeChanged',
      'PlansTakenIn',
      'PlansBrought',
      'PlanIntakeUndone',
    ]);
  });

  it('stay where somebody has changed them since, when the file is taken back', async () => {
    const { school, senco, bring } = await oak();
    const path = (await bring({ file: csv(rows) })).goesTo ?? '';
    await senco.browser.post(path, { version: versionOf(await senco.browser.get(path)) });
    const [row] = await asOwner<{ pupilId: string }>(
      'select pupil_id as "pupilId" from app.plans where school_id = $1',
      [school.schoolId],
    );
    await senco.browser.post(`/pupils/${row?.pupilId}/plan/parts/strengths`, {
      words: 'Tells stories, and sings',
      version: '1',
    });
    await senco.browser.post(`${path}/undo`);
    expect((await plansOf(school.schoolId))[0]).toMatchObject({ state: 'draft', targets: 2 });
    expect((await senco.browser.get(path)).text).toContain('stays: changed since');
  });

  it('come out of a Word document and a pasted table, with the columns chosen by hand', async () => {
    const { school, senco, bring } = await oak();
    const word = wordFile(
      wordXml(
        wordTable([
          ['A', 'B'],
          ['x', 'y'],
        ]) +
          wordTable([
            ['Child', 'Goal'],
            ['Amara Okafor', 'Reads aloud'],
          ]),
      ),
    );
    const path = (await bring({ file: new File([word], 'plans.docx') })).goesTo ?? '';
    expect((await senco.browser.get(`${path}/columns`)).text).toContain('Table 1, not chosen');
    const pasted = (await bring({ pasted: 'Who is it\tWhat\nAmara Okafor\tCounts to 20\n' })).goesTo ?? '';
    expect(pasted).toMatch(/\/columns$/);
    const columns = await senco.browser.get(pasted);
    const chosen = { version: versionOf(columns), table: '0', areaOfRest: 'cognition' };
    const twice = await senco.browser.post(pasted, { ...chosen, column0: 'target', column1: 'target' });
    expect(errorsShown(twice)).toEqual(['Two columns are chosen to hold: Target']);
    const saved = await senco.browser.post(pasted, { ...chosen, column0: 'name', column1: 'target' });
    const review = await senco.browser.get(saved.goesTo ?? '');
    expect(review.text).toContain('A name alone does not say who is meant');
    const names = `${saved.goesTo}/names`;
    const asked = await senco.browser.get(names);
    const [amara = ''] = asked
      .$('input[name="who0"]')
      .toArray()
      .map((radio) => asked.$(radio).attr('value') ?? '');
    await senco.browser.post(names, { version: versionOf(asked), who0: amara });
    const ready = await senco.browser.get(saved.goesTo ?? '');
    await senco.browser.post(saved.goesTo ?? '', { version: versionOf(ready) });
    expect(await plansOf(school.schoolId)).toEqual([{ state: 'draft', targets: 1 }]);
  });

  it.each([
    ['nothing', {}, 'Select a file, or paste a table'],
    ['a PDF', { file: csv('%PDF-1.7', 'plan.pdf') }, /^This is a PDF/],
    [
      '40 MB',
      { file: new File([new Uint8Array(40 * 1024 * 1024)], 'x.docx') },
      /^The file is larger than 20 MB/,
    ],
    ['words without a table', { pasted: 'Amara reads well' }, /^There is no table/],
    ['headings alone', { pasted: 'Name\tTarget' }, /^There is no row/],
  ] as const)('are refused in a sentence: %s', async (_, fields, words) => {
    const { bring } = await oak();
    const refused = await bring(fields);
    expect(refused.status).toBe(422);
    expect(errorsShown(refused)[0]).toMatch(words);
  });

  it('are brought by the SENCO alone, each school its own', async () => {
    const { school, bring } = await oak();
    const path = (await bring({ file: csv(rows) })).goesTo ?? '';
    const stranger = await given.person(await given.school(), 'senco');
    expect((await stranger.browser.get(path)).status).toBe(404);
    for (const role of ['teacher', 'office', 'head'] as const)
      expect((await (await given.person(school, role)).browser.get(path)).status).toBe(403);
  });
});
