import { describe, expect, it } from 'vitest';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { setRate } from '#src/modules/school/commands/set-rate.ts';
import { getStaffMember } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { asOwner } from '#test/worker-database.ts';
import { findRun } from '../queries/list-runs.ts';
import { findSession } from '../queries/list-sessions.ts';
import { changeSession, logSession, type NewLog, undoSession } from './log-session.ts';
import { giveRunStaff } from './run-week.ts';

const day = (text: string): SchoolDate => schoolDate(text);
const tuesday = day('2026-11-17');
const told = { state: 'held' as const, reason: null, missing: [], note: null, nextStep: null };

async function talkBoost() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const ta = await given.person(school, 'ta');
  const staffId = await givenPupils.staffOf(school, ta.personId);
  const pupils = [await givenPupils.pupil(school), await givenPupils.pupil(school)];
  const runId = await givenProvision.run(school);
  for (const pupilId of pupils) await givenProvision.inRun(school, runId, pupilId);
  const slotId = await givenProvision.slot(school, runId);
  await given.inSchool(school, async (tx) => {
    const { run } = await full(tx, runId);
    const words = { run, staffId, share: 'lead' as const, fromOn: run.fromOn, untilOn: null };
    givenSchool.granted(await giveRunStaff(tx, words));
  });
  const log = (work: Partial<NewLog> = {}) =>
    given.inSchool(school, async (tx) =>
      logSession(tx, { ...told, full: await full(tx, runId), slotId, on: tuesday, ...work }),
    );
  return { school, ta, staffId, pupils, runId, slotId, log };
}

async function full(tx: Tx, runId: string) {
  const found = await findRun(tx, runId);
  if (found === null) throw new Error('a run');
  return found;
}

const costs = (of: given.School) =>
  asOwner<{ minutes: number; pencePerHour: number | null; pence: number | null }>(
    `select minutes, pence_per_hour as "pencePerHour", pence from app.session_costs where school_id = $1`,
    [of.schoolId],
  );
const rate = (of: given.School, staffId: Parameters<typeof getStaffMember>[1], pence: number, from: string) =>
  given.inSchool(of, async (tx) => {
    await getStaffMember(tx, staffId);
    return givenSchool.granted(await setRate(tx, { staffId, pencePerHour: pence, fromOn: day(from) }));
  });

describe('logging a session', () => {
  it('gives every pupil of the day a line, and its adults their time and its cost of that day', async () => {
    const { school, staffId, pupils, log } = await talkBoost();
    await rate(school, staffId, 1720, '2026-09-01');
    const [there, away] = pupils as [PupilId, PupilId];
    const sessionId = givenSchool.granted(
      await log({ missing: [{ pupilId: away, reason: 'pupil_absent' }] }),
    );
    const session = await given.inSchool(school, (tx) => findSession(tx, sessionId));
    expect(session?.pupils.toSorted((one) => (one.pupilId === there ? -1 : 1))).toEqual([
      { pupilId: there, state: 'present', reason: null, minutes: 30 },
      { pupilId: away, state: 'absent', reason: 'pupil_absent', minutes: 0 },
    ]);
    expect(await costs(school)).toEqual([{ minutes: 30, pencePerHour: 1720, pence: 860 }]);
  });

  it('keeps the rate of then when a later one comes, and takes it where none was known (rule prov-4)', async () => {
    const { school, staffId, log } = await talkBoost();
    givenSchool.granted(await log());
    expect(await costs(school)).toEqual([{ minutes: 30, pencePerHour: null, pence: null }]);
    await rate(school, staffId, 1500, '2026-09-01');
    expect(await costs(school)).toEqual([{ minutes: 30, pencePerHour: 1500, pence: 750 }]);
    await rate(school, staffId, 2000, '2026-11-01');
    expect(await costs(school)).toEqual([{ minutes: 30, pencePerHour: 1500, pence: 750 }]);
  });

  it('counts a repeat of the same device once, and tells somebody else that it is logged', async () => {
    const { log, school } = await talkBoost();
    const [one, same, other] = [
      await log({ clientKey: 'device-000001' }),
      await log({ clientKey: 'device-000001' }),
      await log({ clientKey: 'device-000002' }),
    ];
    expect(same).toEqual(one);
    expect(other).toEqual({ ok: false, refusal: 'logged_already' });
    const rows = await asOwner('select 1 from app.sessions where school_id = $1', [school.schoolId]);
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['a day to come', { on: day('2026-12-01') }, 'in_future'],
    ['another weekday', { on: day('2026-11-18') }, 'not_due'],
    ['half term', { on: day('2026-10-27') }, 'not_due'],
    [
      'a day before anybody was in it',
      { slotId: null, on: day('2026-09-01'), isExtra: true, minutes: 20 },
      'nobody_in_it',
    ],
    ['more than planned, unsaid', { minutes: 45 }, 'longer_than_planned'],
    ['outside the week, unsaid', { slotId: null, minutes: 20 }, 'longer_than_planned'],
    ['cancelled without a reason', { state: 'cancelled' as const }, 'no_reason'],
    ['no time at all', { minutes: 0 }, 'no_minutes'],
  ])('refuses %s', async (_, work, refusal) => {
    const { log } = await talkBoost();
    expect(await log(work)).toEqual({ ok: false, refusal });
  });

  it('records what was beyond the plan as extra', async () => {
    const { log, school } = await talkBoost();
    const sessionId = givenSchool.granted(await log({ minutes: 45, isExtra: true }));
    const session = await given.inSchool(school, (tx) => findSession(tx, sessionId));
    expect(session).toMatchObject({ plannedMinutes: 30, minutesHeld: 45, isExtra: true });
  });

  it('can be said otherwise, by whoever read it last, and be undone and logged anew', async () => {
    const { log, school, runId } = await talkBoost();
    const sessionId = givenSchool.granted(await log());
    const again = (version: number) =>
      given.inSchool(school, async (tx) => {
        const session = await findSession(tx, sessionId);
        if (session === null) throw new Error('a session');
        const otherwise = { ...told, state: 'cancelled' as const, reason: 'trip' as const };
        return changeSession(tx, { ...otherwise, full: await full(tx, runId), session, version });
      });
    expect(await again(1)).toEqual({ ok: true, value: true });
    expect(await again(1)).toEqual({ ok: false, refusal: 'stale' });
    expect(await again(2)).toEqual({ ok: true, value: false });
    const events = await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and subject_id = $2 order by xmin::text::bigint, cmin::text::bigint`,
      [school.schoolId, sessionId],
    );
    expect(events.map(({ type }) => type)).toEqual(['SessionLogged', 'SessionChanged']);
    await given.inSchool(school, async (tx) => {
      const session = await findSession(tx, sessionId);
      if (session !== null) givenSchool.granted(await undoSession(tx, session, 'Wrong group'));
    });
    expect(await given.inSchool(school, (tx) => findSession(tx, sessionId))).toBeNull();
    expect((await log()).ok).toBe(true);
  });
});

describe('who runs a group', () => {
  it('reaches its pupils while the run, their time in it and the pupil’s last: stored is derived', async () => {
    const { school, ta, pupils, runId } = await talkBoost();
    const gone = await givenPupils.pupil(school);
    await givenProvision.inRun(school, runId, gone, { untilOn: day('2026-10-02') });
    const other = await givenPupils.staffOf(school, (await given.person(school, 'ta')).personId);
    await given.inSchool(school, async (tx) => {
      const { run } = await full(tx, runId);
      const cover = { run, staffId: other, share: 'support' as const };
      const days = { fromOn: day('2026-09-28'), untilOn: day('2026-10-09') };
      givenSchool.granted(await giveRunStaff(tx, { ...cover, ...days }));
    });
    const stored = await asOwner(
      `select person_id, pupil_id, from_on::text, until_on::text from app.reach
       where school_id = $1 and why = 'runs the group' and withdrawn_at is null order by 1, 2`,
      [school.schoolId],
    );
    const derived = await asOwner(
      `select s.person_id, p.pupil_id, greatest(a.from_on, p.from_on, r.from_on)::text as from_on,
         nullif(least(coalesce(a.until_on, 'infinity'), coalesce(p.until_on, 'infinity'), coalesce(r.until_on, 'infinity')),
           'infinity')::text as until_on
       from app.run_staff a join app.runs r using (school_id, run_id) join app.run_pupils p using (school_id, run_id)
       join app.staff s using (school_id, staff_id) where a.school_id = $1 order by 1, 2`,
      [school.schoolId],
    );
    expect(stored).toEqual(derived);
    expect(stored).toHaveLength(6);
    const seen = await asOwner<{ pupil_id: string }>(
      `select pupil_id from app.reach where person_id = $1 and until_on is null`,
      [ta.personId],
    );
    expect(seen.map(({ pupil_id }) => pupil_id).toSorted()).toEqual([...pupils].toSorted());
  });
});
