import { describe, expect, it } from 'vitest';
import type { Actor } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { findEhcPlan, findLedger } from '#src/modules/ehcp/index.ts';
import { program as apiProgram } from '#test/api.ts';
import * as given from '#test/given.ts';
import * as givenEhc from '#test/given-ehc.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const day = schoolDate;

/** A pupil with an hour a week of Section F and a run that gave some of it. */
async function here() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenPupils.pupil(school);
  const plan = await givenEhc.ehcPlan(school, pupilId, {
    lines: ['A therapist sees him for 60 minutes every week', 'Regular support from a key adult'],
  });
  const runId = await givenProvision.run(school, { name: 'Speech, alone' });
  await givenProvision.inRun(school, runId, pupilId);
  const slotId = await givenProvision.slot(school, runId, { minutes: 60 });
  const log = (on: string, more: Partial<Parameters<typeof givenProvision.session>[1]>) =>
    givenProvision.session(school, { runId, slotId, on: day(on), minutes: 60, ...more });
  await log('2026-11-03', { present: [pupilId] });
  await log('2026-11-10', { missing: [{ pupilId, reason: 'pupil_absent' }] });
  await log('2026-11-17', { cancelled: 'adult_absent', missing: [{ pupilId, reason: 'adult_absent' }] });
  const senco = (await given.person(school, 'senco')).browser;
  const home = `/pupils/${pupilId}/ehc-plan`;
  const tie = { runId, 'fromOn-day': '7', 'fromOn-month': '9', 'fromOn-year': '2026' };
  const add = `${home}/lines/${givenEhc.firstLine(plan).commitmentId}/runs/add`;
  return { school, pupilId, plan, runId, senco, home, tie, add };
}

const read = (school: given.School, pupilId: PupilId) =>
  given.inSchool(school, async (tx) => {
    const plan = await findEhcPlan(tx, pupilId);
    if (plan === null) throw new Error('an EHC plan');
    return findLedger(tx, plan, '');
  });

describe('the ledger of Section F', () => {
  it('counts the sessions of a group to one line, in two clicks, and says what is not explained', async () => {
    const { school, senco, home, add, tie, pupilId, plan } = await here();
    const before = await senco.get(`${home}/ledger`);
    expect(before.text).toContain('given, but counted to no line');
    expect((await senco.post(add, tie)).goesTo).toBe(`${home}/ledger`);
    const { byLine, untied } = await read(school, pupilId);
    const account = byLine.get(givenEhc.firstLine(plan).commitmentId);
    expect(account).toMatchObject({ delivered: 60, away: 60, lost: 60, byReason: { adult_absent: 60 } });
    expect(account?.owed).toBe(60 + 60 + 60 + (account?.unexplained ?? 0) - (account?.beyond ?? 0));
    expect(account?.owed).toBeGreaterThan(180);
    expect(untied.sessions).toBe(0);
    const after = await senco.get(`${home}/ledger`);
    expect(after.text).toContain('adult absent 1 h');
    expect(after.text).toContain('The plan does not say how much is owed');
    expect((await senco.get(home)).text).toContain('1 h of');
  });

  it('refuses to count a group to two lines in one time, and a group that the pupil is not in', async () => {
    const { school, senco, home, add, tie, plan } = await here();
    await senco.post(add, tie);
    const other = plan.versions[0]?.lines[1]?.commitmentId;
    const twice = await senco.post(`${home}/lines/${other}/runs/add`, tie);
    expect([twice.status, errorsShown(twice)[0]]).toEqual([422, expect.stringContaining('one line only')]);
    const elsewhere = await givenProvision.run(school);
    const strange = await senco.post(add, { ...tie, runId: elsewhere });
    expect(errorsShown(strange)).toEqual(['Select a group that the pupil is or was in']);
  });

  it('counts a group no longer when that is taken back', async () => {
    const { senco, home, add, tie, pupilId, school } = await here();
    await senco.post(add, tie);
    const [kept] = await asOwner<{ id: string }>(
      'select ehc_line_run_id as id from app.ehc_line_runs where pupil_id = $1',
      [pupilId],
    );
    await senco.post(`${home}/ties/${kept?.id}/undo`);
    expect((await read(school, pupilId)).untied).toMatchObject({ delivered: 60, sessions: 3 });
    const events = await asOwner<{ type: string }>(
      `select type from app.events where pupil_id = $1 and type in ('EhcRunTied', 'EhcRunUntied')
       order by xmin::text::bigint, cmin::text::bigint`,
      [pupilId],
    );
    expect(events.map(({ type }) => type)).toEqual(['EhcRunTied', 'EhcRunUntied']);
  });

  it('lets a parent read Section F and its figures, and not the sessions they are made of', async () => {
    const { school, senco, add, tie, pupilId } = await here();
    await senco.post(add, tie);
    const parent: Actor = {
      personId: (await given.person(school, 'parent')).personId,
      schoolId: school.schoolId,
      roles: ['parent'],
      permissions: new Set(),
      reach: [pupilId],
      sees: ['family'],
      writes: [],
    };
    const seen = await given.as(parent, async (tx) => {
      const plan = await findEhcPlan(tx, pupilId);
      const ledger = plan === null ? null : await findLedger(tx, plan, '');
      const sessions = await tx.selectFrom('sessionPupils').selectAll().execute();
      return {
        lines: plan?.versions[0]?.lines.length,
        given: [...(ledger?.byLine.values() ?? [])][0],
        sessions,
      };
    });
    expect(seen).toMatchObject({ lines: 2, given: { delivered: 60, lost: 60 }, sessions: [] });
  });

  it('comes as PDF and Excel, and by the API as it is described', async () => {
    const { school, senco, home, add, tie, plan, pupilId } = await here();
    await senco.post(add, tie);
    const pdf = await senco.get(`${home}/ledger.pdf`);
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    const book = await senco.get(`${home}/ledger.xlsx?period=nonsense`);
    expect([book.status, book.text.slice(0, 2)]).toEqual([200, 'PK']);
    const client = await apiProgram(school, 'senco');
    const told = await client.get(`/ehc-plans/${plan.ehcPlanId}/ledger`);
    expect(told.status).toBe(200);
    expect(told.body).toMatchObject({
      pupilId,
      lines: [
        { minutes: 60, times: 1, per: 'week', account: { delivered: 60, away: 60, lost: 60 } },
        { minutes: null, account: { owed: null } },
      ],
    });
    expect((await client.get(`/ehc-plans/${pupilId}/ledger`)).status).toBe(404);
    const elsewhere = await apiProgram(await given.school(), 'senco');
    expect((await elsewhere.get(`/ehc-plans/${plan.ehcPlanId}/ledger`)).status).toBe(404);
  });
});
