import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenEhc from '#test/given-ehc.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const advised = [
  '1. Precision teaching for 10 minutes daily',
  '2. Hydrotherapy in a heated pool for 30 minutes each week',
].join('\n');
const on = { 'datedOn-day': '12', 'datedOn-month': '1', 'datedOn-year': '2026' };
const about = { author: 'Dr Osei', capacity: 'Educational psychologist', ...on };

async function here() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  await givenEhc.ehcPlan(school, pupilId, { kind: 'draft' });
  const senco = (await given.person(school, 'senco')).browser;
  return { school, pupilId, senco, home: `/pupils/${pupilId}/ehc-plan/advice` };
}

const linesOf = (pupilId: string) =>
  asOwner<{ id: string; verdict: string | null }>(
    'select advice_line_id as id, verdict from app.advice_lines where pupil_id = $1 order by position',
    [pupilId],
  );

describe('advice beside the plan', () => {
  it('is held against the draft line by line, and decided by a person with a reason', async () => {
    const { senco, home, pupilId } = await here();
    expect((await senco.get(home)).text).toContain('No advice is entered yet');
    expect((await senco.post(`${home}/new`, { ...about, words: advised })).goesTo).toBe(home);
    const proposed = await senco.get(home);
    expect(proposed.text).toContain('Perhaps in the plan');
    expect(proposed.text).toContain('Perhaps missing');
    const [, missing] = await linesOf(pupilId);
    const path = `${home}/lines/${missing?.id}`;
    const form = await senco.get(path);
    const version = String(form.$('input[name=version]').val());
    expect(errorsShown(await senco.post(path, { verdict: 'missing', why: '', version }))).toEqual([
      'Enter why',
    ]);
    const decided = { verdict: 'missing', why: 'The draft leaves it out', version };
    expect((await senco.post(path, decided)).goesTo).toBe(home);
    expect((await senco.post(path, { ...decided, why: 'Another' })).status).toBe(422);
    expect((await linesOf(pupilId)).map(({ verdict }) => verdict)).toEqual([null, 'missing']);
    expect((await senco.get(home)).text).toContain('The draft leaves it out');
    const word = await senco.get(`${home}.docx`);
    expect([word.status, word.text.slice(0, 2)]).toEqual([200, 'PK']);
  });

  it('is taken back with a reason, and refused with a date to come or nothing in it', async () => {
    const { senco, home, pupilId } = await here();
    const late = await senco.post(`${home}/new`, { ...about, 'datedOn-year': '2062', words: advised });
    expect(errorsShown(late)).toEqual(['Date of the advice must be today or in the past']);
    const empty = await senco.post(`${home}/new`, { ...about, words: 'More help' });
    expect(errorsShown(empty)[0]).toContain('at least one recommendation');
    await senco.post(`${home}/new`, { ...about, words: advised });
    const [advice] = await asOwner<{ id: string }>(
      'select advice_id as id from app.advice where pupil_id = $1',
      [pupilId],
    );
    const path = `${home}/${advice?.id}/withdraw`;
    const version = String((await senco.get(path)).$('input[name=version]').val());
    await senco.post(path, { why: 'Of another pupil', version });
    expect((await senco.get(home)).text).toContain('No advice is entered yet');
    const events = await asOwner<{ type: string }>(
      `select type from app.events where pupil_id = $1 and type like 'Advice%' order by xmin::text::bigint, cmin::text::bigint`,
      [pupilId],
    );
    expect(events.map(({ type }) => type)).toEqual(['AdviceRecorded', 'AdviceWithdrawn']);
  });

  it('is read by the pupil’s teacher and written by the SENCO only', async () => {
    const { school, home, pupilId } = await here();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    expect((await teacher.browser.get(home)).status).toBe(200);
    expect((await teacher.browser.get(`${home}/new`)).status).toBe(403);
  });
});
