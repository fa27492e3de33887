import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { logContact } from '#src/modules/pupils/index.ts';
import { changeStatus } from '#src/modules/register/index.ts';
import * as given from '#test/given.ts';
import * as givenIssued from '#test/given-issued.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { asOwner, program, testToday } from '#test/worker-database.ts';
import refreshMarks from '../jobs/refresh-review-marks.job.ts';
import { refreshAllReviewMarks } from './refresh-review-marks.ts';

const today = schoolDate(testToday);
const told = { source: 'Sendero', sourceOn: today };

type Stored = { review_on: string | null; meetings: number; behind: string[] };
const stored = (school: given.School) =>
  asOwner<Stored & { pupil_id: string }>(
    'select pupil_id, review_on, meetings, behind from app.register_lines where school_id = $1 order by pupil_id',
    [school.schoolId],
  );
const lineOf = async (pupilId: PupilId) =>
  (
    await asOwner<Stored>('select review_on, meetings, behind from app.register_lines where pupil_id = $1', [
      pupilId,
    ])
  )[0];
const met = (school: given.School, pupilId: PupilId, daysAgo: number) =>
  given.inSchool(school, (tx) =>
    logContact(tx, {
      pupilId,
      kind: 'meeting',
      words: 'How it goes',
      withWhom: 'mother',
      on: addDays(today, -daysAgo),
      audience: 'staff',
    }),
  );
const status = (
  school: given.School,
  pupilId: PupilId,
  to: 'none' | 'sen_support' | 'ehc_plan',
  daysAgo: number,
) =>
  given.inSchool(school, async (tx) => {
    const done = await changeStatus(tx, {
      pupilId,
      status: to,
      fromOn: addDays(today, -daysAgo),
      reason: 'So decided',
      told,
      isPlanCeased: true,
    });
    if (!done.ok) throw new Error(done.refusal);
  });

describe('what the register says of plans and meetings', () => {
  it('counts the meetings of twelve months since SEN support began, across a change to an EHC plan', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school, { fromOn: schoolDate('2024-09-01') });
    expect(await lineOf(pupilId)).toEqual({ review_on: null, meetings: 0, behind: [] });
    await status(school, pupilId, 'sen_support', 300);
    expect(await lineOf(pupilId)).toMatchObject({ behind: ['meetings', 'no_plan'] });
    await status(school, pupilId, 'ehc_plan', 10);
    expect(await lineOf(pupilId)).toMatchObject({ behind: ['meetings', 'no_plan'] });
    await met(school, pupilId, 200);
    await met(school, pupilId, 400);
    expect(await lineOf(pupilId)).toMatchObject({ meetings: 1, behind: ['meetings', 'no_plan'] });
    await met(school, pupilId, 5);
    expect(await lineOf(pupilId)).toMatchObject({ meetings: 2, behind: ['no_plan'] });
    await status(school, pupilId, 'none', 0);
    expect(await lineOf(pupilId)).toMatchObject({ meetings: 2, behind: [] });
  });

  it('is drawn anew each night, as a review becomes late by itself', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school);
    await givenIssued.issuedPlan(school, pupilId, { reviewOn: '2026-11-23' });
    await refreshMarks.run({}, { program });
    expect(await lineOf(pupilId)).toEqual({ review_on: '2026-11-23', meetings: 0, behind: ['review'] });
  });

  it('is what the facts give, thrown away and made anew', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const pupils = await Promise.all([1, 2, 3].map(() => givenRegister.pupilOnRegister(school)));
    for (const [at, pupilId] of pupils.entries()) {
      if (at > 0) await senco.browser.post(`/pupils/${pupilId}/plan/begin`, {});
      if (at > 1)
        await senco.browser.post(`/pupils/${pupilId}/plan/withdraw`, { why: 'Too early', version: '1' });
      await met(school, pupilId, at);
    }
    const kept = await stored(school);
    expect(kept.map((line) => line.behind)).toEqual(
      pupils.toSorted().map((id) => (id === pupils[1] ? [] : ['no_plan'])),
    );
    await asOwner(
      `update app.register_lines set review_on = null, meetings = 0, behind = '{}' where school_id = $1`,
      [school.schoolId],
    );
    await given.inSchool(school, refreshAllReviewMarks);
    expect(await stored(school)).toEqual(kept);
  });

  it('stands in the register, on Today and among the next actions', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school, { surname: 'Okafor' });
    const other = await givenRegister.pupilOnRegister(school, { surname: 'Sharma' });
    await givenIssued.issuedPlan(school, pupilId, { reviewOn: '2026-11-20' });
    await given.inSchool(school, refreshAllReviewMarks);
    const { browser } = await given.person(school, 'senco');
    const register = await browser.get('/pupils?behind=review&columns=review&columns=meetings');
    expect(register.$('tbody tr').text()).toContain('20 Nov 2026, late');
    expect(register.text).not.toContain('Sharma');
    const home = await browser.get('/today');
    expect(home.text).toContain('1 pupil on SEN support or with an EHC plan, without a plan');
    expect(home.$(`a[href="/pupils/${pupilId}/plan/review?due=late"]`)).toHaveLength(1);
    expect((await browser.get(`/pupils/${pupilId}`)).text).toContain('Late: due 20 Nov 2026');
    expect((await browser.get(`/pupils/${other}`)).text).toContain('Begin a plan');
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get('/today')).text).not.toContain('without a plan');
    await givenPupils.taughtBy(school, other, teacher.personId);
    expect((await teacher.browser.get('/today')).text).toContain('1 pupil on SEN support');
  });

  it('takes a meeting from the log, with whom it was', async () => {
    const school = await given.school();
    const pupilId = await givenRegister.pupilOnRegister(school);
    const { browser } = await given.person(school, 'senco');
    const form = await browser.get(`/log?pupil=${pupilId}&kind=meeting`);
    expect(form.$('input[name=kind]:checked').val()).toBe('meeting');
    const meeting = { kind: 'meeting', words: 'Glad of the group', audience: 'staff', on: testToday };
    expect((await browser.post(`/log?pupil=${pupilId}`, meeting)).status).toBe(422);
    await browser.post(`/log?pupil=${pupilId}`, { ...meeting, withWhom: 'father, in school' });
    expect(await lineOf(pupilId)).toMatchObject({ meetings: 1 });
  });
});
