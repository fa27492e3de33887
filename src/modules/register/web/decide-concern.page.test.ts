import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenConcerns from '#test/given-concerns.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner, testToday } from '#test/worker-database.ts';

const today = schoolDate(testToday);
const onDay = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const seenOf = ({ $ }: Read): string => $('input[name=seen]').attr('value') ?? '';

async function raised(sen: 'none' | 'monitoring' | 'sen_support' = 'none') {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school, {
    sen,
    needTypes: sen === 'sen_support' ? ['SLCN'] : [],
    facts: { eal: 'yes' },
  });
  const teacher = await given.person(school, 'teacher');
  await givenPupils.taughtBy(school, pupilId, teacher.personId);
  const senco = await given.person(school, 'senco');
  const concernId = await givenConcerns.concern(school, pupilId, { by: teacher.personId });
  const path = `/concerns/${concernId}/decide`;
  const decide = async (outcome: string, more: Record<string, string> = {}) => {
    const address = `${path}?as=${outcome}`;
    const seen = seenOf(await senco.browser.get(address));
    return senco.browser.post(address, { outcome, seen, why: 'Seen in class', ...more });
  };
  return { school, pupilId, teacher, senco, concernId, path, decide };
}

const decisions = (concernId: string) =>
  asOwner<{ concern_decision_id: string; outcome: string }>(
    `select concern_decision_id, outcome, why, decided_by_person_id, task_id, status_id, need_id, withdrawn_why
     from app.concern_decisions where concern_id = $1 order by place`,
    [concernId],
  );
const tasks = (concernId: string) =>
  asOwner<{ task_id: string }>(
    `select task_id, title, due_on, owner_person_id, origin, outcome, done_at is not null as done,
       withdrawn_at is not null as withdrawn from app.tasks where origin_id = $1 order by recorded_at, task_id`,
    [concernId],
  );
const statuses = (pupilId: string) =>
  asOwner<{ status: string }>(
    `select status, from_on, until_on, reason, parents_told_on from app.sen_statuses
     where pupil_id = $1 and withdrawn_at is null order by from_on`,
    [pupilId],
  );
const needs = (pupilId: string) =>
  asOwner<{ sen_type: string }>(
    'select sen_type, rank, from_on, own_words from app.needs where pupil_id = $1 and withdrawn_at is null',
    [pupilId],
  );

const support = { ...onDay('sinceOn', '2026-11-02'), needType: 'SLCN', ownWords: 'Short sentences help' };

describe('deciding on a concern', () => {
  it('waits on the SENCO’s Today at once, and nowhere on that of a head or of the teacher', async () => {
    const { school, senco, teacher, path } = await raised();
    const today = await senco.browser.get('/today');
    expect(today.$(`a[href="${path}"]`).text()).toBe('Decide on the concern about Amara Okafor');
    expect((await teacher.browser.get('/today')).text).not.toContain('Decide on');
    const head = await given.person(school, 'head');
    expect((await head.browser.get('/today')).text).not.toContain('Decide on');
    expect((await head.browser.get(path)).status).toBe(403);
  });

  it('shows what was raised, the law on language, and what can be decided', async () => {
    const { senco, path } = await raised();
    const shown = await senco.browser.get(path);
    expect(shown.$('main').text()).toContain('Loses the thread in long talk');
    expect(shown.$('main').text()).toContain('section 20(4)');
    const chips = shown.$('nav[aria-label="What is decided"] a').toArray();
    expect(chips.map((one) => shown.$(one).text())).toEqual([
      'No action',
      'Monitor',
      'Assess',
      'SEN support',
    ]);
    expect(shown.$('main form')).toHaveLength(0);
  });

  it('decides for no action; the teacher reads it and why, on Today and on the pupil’s page', async () => {
    const { senco, teacher, pupilId, concernId, decide } = await raised();
    const done = await decide('no_action', { why: 'Three weeks in English' });
    expect([done.status, done.goesTo]).toEqual([303, `/concerns/${concernId}`]);
    expect(await decisions(concernId)).toMatchObject([
      {
        outcome: 'no_action',
        why: 'Three weeks in English',
        decided_by_person_id: senco.personId,
        task_id: null,
      },
    ]);
    expect(await statuses(pupilId)).toEqual([]);
    for (const page of ['/today', `/pupils/${pupilId}`, `/concerns/${concernId}`])
      expect((await teacher.browser.get(page)).$('main').text()).toMatch(
        /No action.*Three weeks in English/s,
      );
    expect((await senco.browser.get('/today')).text).not.toContain('Decide on');
    const events = await asOwner(
      `select person_id, why, audience, changes from app.events where subject_id = $1 and type = 'ConcernDecided'`,
      [concernId],
    );
    expect(events).toEqual([
      {
        person_id: senco.personId,
        why: 'Three weeks in English',
        audience: 'staff',
        changes: { decision: { before: null, after: 'no_action' } },
      },
    ]);
  });

  it('monitors: a status and a task to look again, of whoever is chosen', async () => {
    const { teacher, pupilId, concernId, decide } = await raised();
    const done = await decide('monitor', {
      ...onDay('dueOn', '2027-01-15'),
      ownerPersonId: teacher.personId,
    });
    expect(done.status).toBe(303);
    expect(await statuses(pupilId)).toMatchObject([{ status: 'monitoring', from_on: '2026-11-24' }]);
    expect(await tasks(concernId)).toMatchObject([
      {
        title: 'Look again: a concern',
        due_on: '2027-01-15',
        owner_person_id: teacher.personId,
        origin: 'concern',
      },
    ]);
    const [task] = await tasks(concernId);
    expect((await teacher.browser.get('/today')).text).toContain('Look again: a concern');
    const shown = await teacher.browser.get(`/tasks/${task?.task_id}`);
    expect(shown.$(`a[href="/concerns/${concernId}"]`)).toHaveLength(1);
  });

  it('assesses: a task with owner and date, and the status stays', async () => {
    const { senco, pupilId, concernId, decide } = await raised();
    await decide('assess', { ...onDay('dueOn', '2026-12-04'), ownerPersonId: senco.personId });
    expect(await tasks(concernId)).toMatchObject([{ title: 'Assess: a concern', due_on: '2026-12-04' }]);
    expect(await statuses(pupilId)).toEqual([]);
  });

  it('places on SEN support with the need; the parents stay flagged until they are told', async () => {
    const { senco, pupilId, decide } = await raised('monitoring');
    expect((await decide('sen_support', support)).status).toBe(303);
    expect(await statuses(pupilId)).toMatchObject([
      { status: 'monitoring', until_on: '2026-11-01' },
      { status: 'sen_support', from_on: '2026-11-02', reason: 'Seen in class', parents_told_on: null },
    ]);
    expect(await needs(pupilId)).toMatchObject([
      { sen_type: 'SLCN', rank: 1, from_on: '2026-11-02', own_words: 'Short sentences help' },
    ]);
    expect((await senco.browser.get('/today')).text).toContain('Tell the parents of Amara Okafor');
    expect((await senco.browser.get('/pupils')).$('main tbody').text()).toContain('Okafor, Amara');
  });

  it('notes who told the parents and when, if they are told already', async () => {
    const { senco, pupilId, decide } = await raised();
    await decide('sen_support', {
      ...support,
      ...onDay('parentsToldOn', '2026-11-20'),
      toldHow: 'Mrs Doyle, by telephone',
    });
    expect(await statuses(pupilId)).toMatchObject([{ parents_told_on: '2026-11-20' }]);
    expect((await senco.browser.get('/today')).text).not.toContain('Tell the parents');
    const timeline = await senco.browser.get(`/pupils/${pupilId}/timeline`);
    expect(timeline.text).toContain('Mrs Doyle, by telephone');
  });

  it('keeps the needs on record, and offers no SEN support to whoever is on the register', async () => {
    const { senco, path, decide, concernId } = await raised('sen_support');
    const shown = await senco.browser.get(`${path}?as=sen_support`);
    expect(shown.text).not.toContain('as=sen_support"');
    expect(shown.$('main form')).toHaveLength(0);
    const forced = await decide('sen_support', support);
    expect(forced.status).toBe(422);
    expect(await decisions(concernId)).toEqual([]);
  });

  it('ends monitoring with the decision for no action, when it is ticked', async () => {
    const { pupilId, decide } = await raised('monitoring');
    await decide('no_action', { endsMonitoring: 'yes' });
    expect(await statuses(pupilId)).toMatchObject([{ status: 'monitoring' }, { status: 'none' }]);
  });

  it.each([
    ['no_action', { why: ' ' }, 'Enter the reason'],
    ['monitor', {}, 'Enter the day'],
    ['monitor', onDay('dueOn', '2026-11-23'), 'The day must be today or later'],
    ['assess', { ...onDay('dueOn', '2026-12-04'), ownerPersonId: 'nobody' }, 'Select who does it'],
    [
      'sen_support',
      { ...support, ...onDay('sinceOn', '2026-11-25') },
      'SEN support from must be today or in the past',
    ],
    [
      'sen_support',
      { ...support, needType: '' },
      'Select the primary need. NSA is for a need that is still being worked out',
    ],
    [
      'sen_support',
      { ...support, needType: 'BESD' },
      'This type of need is no longer in use: assess again and select one of today',
    ],
    ['sen_support', { ...support, toldHow: 'By letter' }, 'Enter the day on which the parents were told'],
    [
      'sen_support',
      { ...support, ...onDay('parentsToldOn', '2026-11-25') },
      'Parents told on must be today or in the past',
    ],
    ['exclude', {}, 'Select what is decided'],
  ])('refuses %s with %j, and writes nothing', async (outcome, wrong, message) => {
    const { senco, concernId, pupilId, path } = await raised();
    const seen = seenOf(await senco.browser.get(`${path}?as=monitor`));
    const values = { outcome, seen, why: 'Seen in class', ...wrong };
    const refused = await senco.browser.post(`${path}?as=${outcome}`, values);
    expect([refused.status, ...errorsShown(refused)]).toEqual([422, message]);
    expect([await decisions(concernId), await statuses(pupilId), await needs(pupilId)]).toEqual([[], [], []]);
    expect(await tasks(concernId)).toEqual([]);
  });

  it('takes no second decision from a form drawn before the first, and shows both', async () => {
    const { school, senco, concernId, path } = await raised();
    const seen = seenOf(await senco.browser.get(`${path}?as=no_action`));
    await givenConcerns.decision(school, concernId, {
      outcome: 'sen_support',
      sinceOn: today,
      needType: 'MLD',
    });
    const refused = await senco.browser.post(`${path}?as=no_action`, {
      outcome: 'no_action',
      seen,
      why: 'Too new',
    });
    expect(refused.status).toBe(422);
    expect(refused.$('main').text()).toMatch(/On record now: SEN support, by Sendero: Seen in class/);
    expect(refused.$('main').text()).toMatch(/What you wrote: No action: Too new/);
    expect(await decisions(concernId)).toHaveLength(1);
    const anew = await senco.browser.post(`${path}?as=no_action`, {
      outcome: 'no_action',
      seen: seenOf(refused),
      why: 'Too new',
    });
    expect(anew.status).toBe(303);
    expect(await decisions(concernId)).toMatchObject([{ outcome: 'sen_support' }, { outcome: 'no_action' }]);
  });

  it('takes one of two decisions made at the same moment', async () => {
    const { school, senco, concernId, path, pupilId } = await raised();
    const other = await given.person(school, 'assistant_senco');
    const address = `${path}?as=sen_support`;
    const seen = seenOf(await senco.browser.get(address));
    const post = (by: typeof other) =>
      by.browser.post(address, { outcome: 'sen_support', seen, why: 'Seen in class', ...support });
    const answers = await Promise.all([post(senco), post(other)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect(await decisions(concernId)).toHaveLength(1);
    expect(await statuses(pupilId)).toHaveLength(1);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.$('main').text()).toMatch(/On record now: SEN support.*What you wrote: SEN support/s);
  });
});

describe('a decision made anew', () => {
  it('finishes the task of the one before, and leaves both to be read', async () => {
    const { senco, pupilId, concernId, decide } = await raised();
    await decide('monitor', { ...onDay('dueOn', '2026-12-04'), ownerPersonId: senco.personId });
    const anew = await decide('sen_support', {
      ...support,
      ...onDay('sinceOn', '2026-11-24'),
      why: 'No better since',
    });
    expect([anew.status, ...errorsShown(anew)]).toEqual([303]);
    expect(await tasks(concernId)).toMatchObject([{ done: true, outcome: 'Decided: SEN support' }]);
    const shown = await senco.browser.get(`/concerns/${concernId}`);
    expect(
      shown
        .$('main h2')
        .toArray()
        .map((one) => shown.$(one).text()),
    ).toEqual(['Success', 'What was raised', 'Decision', 'Earlier decision']);
    expect(await statuses(pupilId)).toMatchObject([{ status: 'sen_support' }]);
    const [, newer] = await decisions(concernId);
    const undone = await senco.browser.post(
      `/concerns/${concernId}/decisions/${newer?.concern_decision_id}/undo`,
    );
    expect(undone.goesTo).toBe(`/concerns/${concernId}`);
    expect(await tasks(concernId)).toMatchObject([{ done: false, outcome: null, withdrawn: false }]);
    expect(await statuses(pupilId)).toMatchObject([{ status: 'monitoring' }]);
    expect((await senco.browser.get(`/concerns/${concernId}`)).text).toContain('Decision, undone');
  });
});
