import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenConcerns from '#test/given-concerns.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner, testToday } from '#test/worker-database.ts';

const today = schoolDate(testToday);

async function raised() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const teacher = await given.person(school, 'teacher');
  await givenPupils.taughtBy(school, pupilId, teacher.personId);
  const senco = await given.person(school, 'senco');
  const concernId = await givenConcerns.concern(school, pupilId, { by: teacher.personId });
  return { school, pupilId, teacher, senco, concernId, path: `/concerns/${concernId}` };
}

const withdrawn = async (concernId: string) =>
  (
    await asOwner<{ why: string | null }>(
      'select withdrawn_why as why from app.concerns where concern_id = $1',
      [concernId],
    )
  )[0]?.why;
const eventsOf = (concernId: string) =>
  asOwner<{ type: string; why: string | null }>(
    'select type, why, changes from app.events where subject_id = $1 order by at, xmin::text::bigint',
    [concernId],
  );
const undoOf = (concernId: string, decisionId: string): string =>
  `/concerns/${concernId}/decisions/${decisionId}/undo`;
const inForce = (pupilId: string) =>
  asOwner<{ status: string }>(
    'select status, until_on from app.sen_statuses where pupil_id = $1 and withdrawn_at is null order by from_on',
    [pupilId],
  );

describe('the page of a concern', () => {
  it('shows what was raised and who may read it, and is recorded as a view of the pupil', async () => {
    const { teacher, path, pupilId } = await raised();
    const shown = await teacher.browser.get(path);
    expect(shown.$('h1').text()).toBe('Concern about Amara Okafor');
    expect(shown.$('main').text()).toContain('Nothing is decided yet');
    expect(shown.$('main').text()).toContain('Staff who teach or support the pupil');
    expect(shown.$(`a[href="${path}/decide"]`)).toHaveLength(0);
    const views = await asOwner(
      `select 1 from app.views where person_id = $1 and page = '/concerns/:concernId' and $2 = any (pupil_ids)`,
      [teacher.personId, pupilId],
    );
    expect(views).toHaveLength(1);
  });

  it('is found by nobody out of reach or of another school, and refused to the governor', async () => {
    const { school, path } = await raised();
    const stranger = await given.person(school, 'teacher');
    expect((await stranger.browser.get(path)).status).toBe(404);
    const elsewhere = await given.person(await given.school(), 'senco');
    for (const page of [path, `${path}/decide`, `${path}/withdraw`])
      expect((await elsewhere.browser.get(page)).status).toBe(404);
    const governor = await given.person(school, 'governor');
    expect((await governor.browser.get(path)).status).toBe(403);
  });
});

describe('withdrawing a concern', () => {
  it('is done by whoever raised it, with a reason, while nothing is decided', async () => {
    const { teacher, senco, concernId, pupilId, path } = await raised();
    const nameless = await teacher.browser.post(`${path}/withdraw`, { why: '' });
    expect([nameless.status, ...errorsShown(nameless)]).toEqual([422, 'Enter why it was raised in error']);
    const done = await teacher.browser.post(`${path}/withdraw`, { why: 'Wrong pupil' });
    expect(done.goesTo).toBe(`/pupils/${pupilId}`);
    expect(await withdrawn(concernId)).toBe('Wrong pupil');
    expect(await eventsOf(concernId)).toMatchObject([
      { type: 'ConcernRaised' },
      { type: 'ConcernWithdrawn', why: 'Wrong pupil' },
    ]);
    expect((await senco.browser.get('/today')).text).not.toContain('Decide on');
    expect((await teacher.browser.get(`/pupils/${pupilId}`)).text).not.toContain('Loses the thread');
    expect((await teacher.browser.get(path)).text).toContain('Raised in error: Wrong pupil');
    const again = await senco.browser.post(`${path}/withdraw`, { why: 'Again' });
    expect(errorsShown(again)).toEqual(['This concern was withdrawn already.']);
  });

  it('is refused to another teacher, and to whoever raised it once it is decided', async () => {
    const { school, teacher, concernId, pupilId, path } = await raised();
    const other = await given.person(school, 'teacher');
    await asOwner(
      `insert into app.reach (school_id, reach_id, person_id, pupil_id, why, origin_id, from_on)
       values ($1, $2, $3, $4, 'key worker', $2, '2026-09-01')`,
      [school.schoolId, newId(), other.personId, pupilId],
    );
    expect((await other.browser.get(path)).status).toBe(200);
    expect((await other.browser.get(path)).$(`a[href="${path}/withdraw"]`)).toHaveLength(0);
    expect((await other.browser.post(`${path}/withdraw`, { why: 'Not so' })).status).toBe(422);
    await givenConcerns.decision(school, concernId, { outcome: 'no_action' });
    expect((await teacher.browser.post(`${path}/withdraw`, { why: 'Not so' })).status).toBe(422);
    expect(await withdrawn(concernId)).toBeNull();
  });

  it('leaves nothing to decide', async () => {
    const { senco, concernId, path } = await raised();
    await senco.browser.post(`${path}/withdraw`, { why: 'Wrong pupil' });
    const shown = await senco.browser.get(`${path}/decide?as=no_action`);
    const seen = shown.$('input[name=seen]').attr('value') ?? '';
    const refused = await senco.browser.post(`${path}/decide?as=no_action`, {
      outcome: 'no_action',
      seen,
      why: 'x',
    });
    expect(errorsShown(refused)).toEqual(['This concern was withdrawn: there is nothing to decide']);
    expect(await asOwner('select 1 from app.concern_decisions where concern_id = $1', [concernId])).toEqual(
      [],
    );
  });
});

describe('undoing a decision', () => {
  it('takes back the status, the need and the parents told with it, and it waits again', async () => {
    const { school, senco, pupilId, concernId, path } = await raised();
    const decisionId = await givenConcerns.decision(school, concernId, {
      outcome: 'sen_support',
      sinceOn: today,
      needType: 'SLCN',
      parentsToldOn: today,
    });
    const undo = undoOf(concernId, decisionId);
    expect((await senco.browser.get(path)).$(`form[action="${undo}"]`)).toHaveLength(1);
    await senco.browser.post(undo);
    expect(await inForce(pupilId)).toEqual([]);
    const needs = await asOwner('select 1 from app.needs where pupil_id = $1 and withdrawn_at is null', [
      pupilId,
    ]);
    expect(needs).toEqual([]);
    expect((await senco.browser.get('/today')).text).toContain('Decide on the concern about Amara Okafor');
    expect((await eventsOf(concernId)).map(({ type }) => type)).toContain('ConcernDecisionUndone');
    await senco.browser.post(undo);
    expect((await senco.browser.get(path)).text).toContain('This decision is no longer in force');
  });

  it('withdraws the task of a decision to assess', async () => {
    const { school, senco, concernId } = await raised();
    const decisionId = await givenConcerns.decision(school, concernId, {
      outcome: 'assess',
      dueOn: today,
      ownerPersonId: senco.personId,
    });
    await senco.browser.post(undoOf(concernId, decisionId));
    const tasks = await asOwner('select withdrawn_why from app.tasks where origin_id = $1', [concernId]);
    expect(tasks).toEqual([{ withdrawn_why: 'Undone the same day' }]);
  });

  it.each([
    [
      'the parents were told since',
      async (of: Awaited<ReturnType<typeof raised>>) => {
        const form = await of.senco.browser.get(`/pupils/${of.pupilId}/parents-told`);
        const seen = form.$('input[name=seen]').attr('value') ?? '';
        const day = { 'toldOn-day': '24', 'toldOn-month': '11', 'toldOn-year': '2026' };
        await of.senco.browser.post(`/pupils/${of.pupilId}/parents-told`, { ...day, seen });
      },
    ],
    [
      'the needs were changed since',
      (of: Awaited<ReturnType<typeof raised>>) => givenRegister.needs(of.school, of.pupilId, 'SLCN', 'MLD'),
    ],
  ])('is refused when %s', async (_, build) => {
    const of = await raised();
    const decisionId = await givenConcerns.decision(of.school, of.concernId, {
      outcome: 'sen_support',
      sinceOn: today,
      needType: 'SLCN',
    });
    await build(of);
    await of.senco.browser.post(undoOf(of.concernId, decisionId));
    expect((await of.senco.browser.get(of.path)).text).toContain('Something was done since');
    expect(await inForce(of.pupilId)).toMatchObject([{ status: 'sen_support' }]);
  });

  it('is refused after its day, to the teacher, and not found for what is not there', async () => {
    const { school, senco, teacher, concernId, path } = await raised();
    const decisionId = await givenConcerns.decision(school, concernId, { outcome: 'no_action' });
    const undo = undoOf(concernId, decisionId);
    expect((await teacher.browser.post(undo)).status).toBe(403);
    expect((await senco.browser.post(undoOf(concernId, newId()))).status).toBe(404);
    await asOwner(`update app.concern_decisions set decided_on = '2026-11-23' where concern_id = $1`, [
      concernId,
    ]);
    await senco.browser.post(undo);
    expect((await senco.browser.get(path)).text).toContain('Only a decision made today can be undone');
    expect(
      await asOwner('select withdrawn_at from app.concern_decisions where concern_id = $1', [concernId]),
    ).toEqual([{ withdrawn_at: null }]);
  });
});

describe('the wall of the database', () => {
  it('takes no decision from a teacher, whatever the program asks', async () => {
    const { school, teacher, pupilId, concernId } = await raised();
    const actor = {
      personId: teacher.personId,
      schoolId: school.schoolId,
      roles: ['teacher'],
      permissions: new Set<never>(),
      reach: [pupilId],
      sees: ['identity', 'family', 'notes', 'staff', 'health'],
      writes: ['notes'],
    } as const;
    const write = given.as(actor, (tx) =>
      tx
        .insertInto('concernDecisions')
        .values({
          schoolId: school.schoolId,
          concernDecisionId: newId(),
          concernId,
          pupilId,
          place: 1,
          outcome: 'no_action',
          why: 'Mine',
          decidedOn: testToday,
        })
        .execute(),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});
