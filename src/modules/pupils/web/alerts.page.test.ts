import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';
import { endAlert } from '../commands/end-alert.ts';
import { listAlerts } from '../queries/list-alerts.ts';

const filled = {
  kind: 'medical',
  words: 'Nut allergy',
  source: 'Mother',
  'fromOn-day': '24',
  'fromOn-month': '11',
  'fromOn-year': '2026',
};

const stored = (pupilId: string) =>
  asOwner<Record<string, unknown>>(
    `select kind, words, audience, until_on::text, withdrawn_why from app.pupil_alerts
     where pupil_id = $1 order by recorded_at`,
    [pupilId],
  );
const events = async (pupilId: string) => {
  const rows = await asOwner<{ type: string; audience: string; why: string | null }>(
    "select type, audience, why from app.events where pupil_id = $1 and type like 'Alert%' order by event_id",
    [pupilId],
  );
  return rows.map((row) => Object.values(row));
};

async function withPupil() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  return {
    school,
    pupilId,
    address: `/pupils/${pupilId}/alerts/new`,
    senco: await given.person(school, 'senco'),
  };
}

describe('adding an alert', () => {
  it('says plainly that nothing may be written of child protection', async () => {
    const { senco, address } = await withPupil();
    const read = await senco.browser.get(address);
    expect([read.status, read.$('h1').text()]).toEqual([200, 'Add an alert for Amara Okafor']);
    expect(read.text).toContain('Nothing about child protection: tell the safeguarding lead');
  });

  it.each([
    ['medical', 'health'],
    ['safety', 'staff'],
    ['court', 'sensitive'],
  ])('of the kind %s keeps it for the audience %s', async (kind, audience) => {
    const { senco, address, pupilId } = await withPupil();
    const done = await senco.browser.post(address, { ...filled, kind });
    expect([done.status, done.goesTo]).toEqual([303, `/pupils/${pupilId}`]);
    expect(await stored(pupilId)).toEqual([
      { kind, words: 'Nut allergy', audience, until_on: null, withdrawn_why: null },
    ]);
    expect(await events(pupilId)).toEqual([['AlertRaised', audience, null]]);
  });

  it('takes none of safeguarding, whose flag is its lead’s alone', async () => {
    const { senco, address, pupilId } = await withPupil();
    const read = await senco.browser.post(address, { ...filled, kind: 'safeguarding' });
    expect([read.status, errorsShown(read)]).toEqual([422, ['Select the kind of alert']]);
    expect(await stored(pupilId)).toEqual([]);
  });

  it.each([
    [{ kind: '' }, 'Select the kind of alert'],
    [{ words: '' }, 'Enter the words of the alert'],
    [{ source: '' }, 'Enter who says so'],
    [
      { 'untilOn-day': '1', 'untilOn-month': '1', 'untilOn-year': '2026' },
      'The last day must be on or after the first day',
    ],
  ])('refuses %j: %s', async (wrong, message) => {
    const { senco, address } = await withPupil();
    const read = await senco.browser.post(address, { ...filled, ...wrong });
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
  });

  it('is open to the safeguarding lead, and to nobody who only reads', async () => {
    const { school, address, pupilId } = await withPupil();
    const lead = await given.person(school, 'safeguarding_lead');
    expect((await lead.browser.post(address, filled)).goesTo).toBe(`/pupils/${pupilId}`);
    expect((await (await given.person(school, 'head')).browser.post(address, filled)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.post(address, filled)).status).toBe(404);
  });
});

describe('ending and withdrawing an alert', () => {
  it('ends it on a day, and shows it no more from the day after', async () => {
    const { school, senco, pupilId } = await withPupil();
    const alertId = await givenPupils.alert(school, pupilId);
    const address = `/pupils/${pupilId}/alerts/${alertId}/end`;
    expect((await senco.browser.get(address)).text).toContain('Epilepsy plan');
    const day = { 'endedOn-day': '23', 'endedOn-month': '11', 'endedOn-year': '2026', why: 'Outgrown' };
    expect((await senco.browser.post(address, day)).goesTo).toBe(`/pupils/${pupilId}`);
    expect(await stored(pupilId)).toMatchObject([{ until_on: '2026-11-23' }]);
    expect(await events(pupilId)).toContainEqual(['AlertEnded', 'health', 'Outgrown']);
    expect((await senco.browser.get(`/pupils/${pupilId}`)).text).not.toContain('Epilepsy');
  });

  it('refuses a last day before the first', async () => {
    const { school, senco, pupilId } = await withPupil();
    const alertId = await givenPupils.alert(school, pupilId);
    const day = { 'endedOn-day': '1', 'endedOn-month': '8', 'endedOn-year': '2026' };
    const read = await senco.browser.post(`/pupils/${pupilId}/alerts/${alertId}/end`, day);
    expect([read.status, errorsShown(read)]).toEqual([
      422,
      ['The last day must be on or after the first day of the alert'],
    ]);
  });

  it('withdraws it with a reason, and not without', async () => {
    const { school, senco, pupilId } = await withPupil();
    const alertId = await givenPupils.alert(school, pupilId);
    const address = `/pupils/${pupilId}/alerts/${alertId}/withdraw`;
    expect((await senco.browser.get(address)).status).toBe(200);
    expect(errorsShown(await senco.browser.post(address, { why: '' }))).toEqual(['Enter why']);
    await senco.browser.post(address, { why: 'Another pupil was meant' });
    expect(await stored(pupilId)).toMatchObject([{ withdrawn_why: 'Another pupil was meant' }]);
    expect((await senco.browser.get(address)).status).toBe(404);
  });

  it('refuses to end what somebody has changed in between', async () => {
    const { school, pupilId } = await withPupil();
    await givenPupils.alert(school, pupilId);
    const ended = await given.inSchool(school, async (tx) => {
      const [alert] = await listAlerts(tx, pupilId);
      if (alert === undefined) throw new Error('no alert');
      await endAlert(tx, { alert, endedOn: schoolDate('2026-12-01') });
      return endAlert(tx, { alert, endedOn: schoolDate('2026-12-02') });
    });
    expect(ended).toEqual({ ok: false, refusal: 'changed_since' });
  });

  it('is not found by whoever may not see the alert’s pupil, and refused to a teacher', async () => {
    const { school, pupilId } = await withPupil();
    const alertId = await givenPupils.alert(school, pupilId);
    const elsewhere = await given.person(await given.school(), 'senco');
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    for (const deed of ['end', 'withdraw']) {
      const address = `/pupils/${pupilId}/alerts/${alertId}/${deed}`;
      expect((await elsewhere.browser.get(address)).status).toBe(404);
      expect((await teacher.browser.get(address)).status).toBe(403);
    }
  });
});
