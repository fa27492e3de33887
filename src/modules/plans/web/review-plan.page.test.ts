import { describe, expect, it } from 'vitest';
import type { PupilId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenIssued from '#test/given-issued.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

async function issued(options: Parameters<typeof givenIssued.issuedPlan>[2] = {}) {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school);
  const senco = await given.person(school, 'senco');
  const plan = await givenIssued.issuedPlan(school, pupilId, options);
  return { school, pupilId, senco, ...plan, path: `/pupils/${pupilId}/plan/review` };
}

const stateOf = async (pupilId: PupilId) =>
  (
    await asOwner<{ state: string }>('select state from app.plans where pupil_id = $1 order by cycle', [
      pupilId,
    ])
  ).map(({ state }) => state);
const marksOf = (pupilId: PupilId) =>
  asOwner<{ rating: number; decision: string; words: string | null; version: number }>(
    `select r.rating, r.decision, r.words, r.version from app.target_reviews r
     join app.plan_targets t on t.target_id = r.target_id where r.pupil_id = $1 order by t.position`,
    [pupilId],
  );
const answers = { rating1: '4', decision1: 'close', rating2: '2', decision2: 'carry', words2: 'Reads 20' };

describe('the review of a plan', () => {
  it('asks three answers of each target, and the next cycle is begun', async () => {
    const { pupilId, senco, path } = await issued({ targets: ['Reads 40 words', 'Asks for help'] });
    const { $ } = await senco.browser.get(path);
    expect($('tbody tr')).toHaveLength(2);
    expect($('legend').text()).toContain('Progress with target 2');
    const drawn = await givenIssued.drawnReview(pupilId);
    const done = await senco.browser.post(path, { ...drawn, ...answers });
    expect(done.goesTo).toBe(`/pupils/${pupilId}/plan`);
    expect(await stateOf(pupilId)).toEqual(['reviewed', 'draft']);
    expect(await marksOf(pupilId)).toMatchObject([
      { rating: 4, decision: 'close' },
      { rating: 2, decision: 'carry', words: 'Reads 20' },
    ]);
  });

  it('goes on to the next pupil of the list, and to the list after the last', async () => {
    const { school, pupilId, senco, path } = await issued({ reviewOn: '2026-11-10' });
    const other = await givenRegister.pupilOnRegister(school);
    await givenIssued.issuedPlan(school, other, { reviewOn: '2026-11-20' });
    const review = async (of: PupilId, at: string) =>
      senco.browser.post(at, {
        ...(await givenIssued.drawnReview(of)),
        rating1: '3',
        decision1: 'carry',
        goOn: 'next',
      });
    expect((await senco.browser.get(`${path}?due=late`)).$('button[name=goOn]').text()).toContain(
      'next pupil',
    );
    const next = (await review(pupilId, `${path}?due=late`)).goesTo ?? '';
    expect(next).toBe(`/pupils/${other}/plan/review?due=late`);
    expect((await review(other, next)).goesTo).toBe('/reviews/plans?due=late');
  });

  it('logs the parents who were there as a meeting of the year', async () => {
    const { pupilId, senco, path } = await issued();
    const drawn = { ...(await givenIssued.drawnReview(pupilId)), rating1: '3', decision1: 'carry' };
    const alone = await senco.browser.post(path, { ...drawn, said: 'Glad of it' });
    expect(errorsShown(alone)).toEqual(['Enter which parents were there']);
    expect(await stateOf(pupilId)).toEqual(['issued']);
    await senco.browser.post(path, { ...drawn, parents: 'mother, in school', said: 'Glad of it' });
    const notes = await asOwner(
      'select kind, with_whom as "withWhom", words from app.contact_notes where pupil_id = $1',
      [pupilId],
    );
    expect(notes).toEqual([{ kind: 'meeting', withWhom: 'mother, in school', words: 'Glad of it' }]);
    expect(
      await asOwner('select meetings, behind from app.register_lines where pupil_id = $1', [pupilId]),
    ).toEqual([{ meetings: 1, behind: [] }]);
  });

  it('says what is missing and keeps what was typed', async () => {
    const { pupilId, senco, path } = await issued({ targets: ['Reads 40 words', 'Asks for help'] });
    const drawn = await givenIssued.drawnReview(pupilId);
    const refused = await senco.browser.post(path, { ...drawn, rating1: '4', words1: 'Reads 38' });
    expect(refused.status).toBe(422);
    expect(errorsShown(refused)).toEqual([
      'Select what happens with target 1',
      'Select the progress with target 2',
      'Select what happens with target 2',
    ]);
    expect(refused.$('#words1').val()).toBe('Reads 38');
  });

  it('shows both when somebody has marked or reviewed meanwhile, and overwrites nothing', async () => {
    const { pupilId, senco, path, targetIds } = await issued();
    const drawn = await givenIssued.drawnReview(pupilId);
    const row = {
      targetId: targetIds[0] ?? '',
      rating: '2',
      decision: 'change',
      words: 'Tires quickly',
      version: '0',
    };
    await senco.browser.post('/reviews/targets?due=all', row);
    const mine = { ...drawn, rating1: '5', decision1: 'close', words1: 'Reads them all' };
    const late = await senco.browser.post(path, mine);
    expect(late.status).toBe(422);
    expect(late.text).toContain('2 a little progress · Change it · Tires quickly');
    expect(late.$('#words1').val()).toBe('Reads them all');

    await senco.browser.post(path, {
      ...(await givenIssued.drawnReview(pupilId)),
      rating1: '3',
      decision1: 'carry',
    });
    const later = await senco.browser.post(path, mine);
    expect(later.status).toBe(422);
    expect(later.text).toContain('This plan was reviewed already');
    expect(later.text).toContain('Reads them all');
    expect(await marksOf(pupilId)).toMatchObject([{ rating: 3, decision: 'carry', version: 2 }]);
  });

  it('is for those who write plans of pupils within their reach', async () => {
    const { school, path } = await issued();
    expect((await (await given.person(school, 'teacher')).browser.get(path)).status).toBe(404);
    expect((await (await given.person(school, 'ta')).browser.get(path)).status).toBe(403);
    expect((await (await given.person(await given.school(), 'senco')).browser.get(path)).status).toBe(404);
  });
});

describe('the plans to review', () => {
  it('stand by their day, by span, with what is marked already', async () => {
    const { school, senco } = await issued({ reviewOn: '2026-11-10', targets: ['One', 'Two'] });
    for (const reviewOn of ['2026-11-27', '2027-03-05'])
      await givenIssued.issuedPlan(school, await givenRegister.pupilOnRegister(school), { reviewOn });
    const rows = async (due: string) => {
      const { $ } = await senco.browser.get(`/reviews/plans?due=${due}`);
      return $('tbody tr').length;
    };
    expect([await rows('late'), await rows('week'), await rows('all')]).toEqual([1, 2, 3]);
    const late = await senco.browser.get('/reviews/plans?due=late');
    expect(late.$('tbody tr').text()).toContain('14 days late');
    expect(late.$('tbody tr').text()).toContain('0 of 2');
    expect(late.$('nav a[href="/reviews"]').first().text()).toBe('Reviews');
  });

  it('are a teacher’s own, and a head’s to read', async () => {
    const { school, pupilId } = await issued();
    const teacher = await given.person(school, 'teacher');
    const empty = await teacher.browser.get('/reviews/plans?due=all');
    expect(empty.text).toContain('No plan is issued');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const own = await teacher.browser.get('/reviews/plans?due=all');
    expect(own.$('tbody a').attr('href')).toBe(`/pupils/${pupilId}/plan/review?due=all`);
    const head = await (await given.person(school, 'head')).browser.get('/reviews/plans?due=all');
    expect(head.$('tbody a').attr('href')).toBe(`/pupils/${pupilId}/plan`);
    const views = await asOwner(
      'select 1 from app.views where page = $1 and pupil_ids @> array[$2]::uuid[]',
      ['/reviews/plans', pupilId],
    );
    expect(views).toHaveLength(2);
  });
});

describe('the targets of a class', () => {
  it('are marked row by row, and the review begins with the marks', async () => {
    const { school, pupilId, senco, targetIds, path } = await issued({
      targets: ['Reads 40 words', 'Asks for help'],
    });
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const list = await teacher.browser.get('/reviews/targets?due=all');
    expect(list.$('tbody form')).toHaveLength(2);
    const mark = {
      targetId: targetIds[0] ?? '',
      rating: '4',
      decision: 'close',
      words: 'Reads 41',
      version: '0',
    };
    const saved = await teacher.browser.post('/reviews/targets?due=all', mark);
    expect(saved.goesTo).toContain(`at=${targetIds[1]}#row-${targetIds[1]}-rating`);
    expect((await teacher.browser.post('/reviews/targets?due=all', { ...mark, words: 'No' })).status).toBe(
      422,
    );
    const missing = await teacher.browser.post('/reviews/targets?due=all', {
      ...mark,
      targetId: targetIds[1] ?? '',
      rating: '',
    });
    expect(errorsShown(missing)).toEqual(['Select the progress']);
    const review = await senco.browser.get(path);
    expect(review.$('#words1').val()).toBe('Reads 41');
    expect(review.$('input[name=rating1]:checked').val()).toBe('4');
    const events = await asOwner(
      `select type from app.events where pupil_id = $1 and type = 'TargetMarked'`,
      [pupilId],
    );
    expect(events).toHaveLength(1);
  });

  it('cannot be marked once the plan is reviewed', async () => {
    const { pupilId, senco, path, targetIds } = await issued();
    await senco.browser.post(path, {
      ...(await givenIssued.drawnReview(pupilId)),
      rating1: '3',
      decision1: 'carry',
    });
    const late = {
      targetId: targetIds[0] ?? '',
      rating: '5',
      decision: 'close',
      words: 'Late',
      version: '1',
    };
    expect((await senco.browser.post('/reviews/targets?due=all', late)).status).toBe(422);
    expect(await marksOf(pupilId)).toMatchObject([{ rating: 3 }]);
  });
});
