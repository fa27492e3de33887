import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { program as programOf } from '#test/api.ts';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';

describe('provision for programs', () => {
  it('lists groups with their pupils and week, and what became of their sessions', async () => {
    const school = await given.school();
    const amara = await givenPupils.pupil(school);
    const runId = await givenProvision.run(school, { untilOn: schoolDate('2026-10-16') });
    await givenProvision.run(school, { name: 'ELSA', fromOn: schoolDate('2026-11-02') });
    await givenProvision.inRun(school, runId, amara);
    const slotId = await givenProvision.slot(school, runId);
    const on = schoolDate('2026-09-15');
    await givenProvision.session(school, { runId, slotId, on, present: [amara] });
    const api = await programOf(school, 'senco');
    const all = await api.get('/provision/runs?limit=1');
    expect(all.body.items).toMatchObject([
      { name: 'Talk Boost, red group', status: 'ended', slots: [{ weekday: 2 }] },
    ]);
    expect(all.body.next).toBe(runId);
    expect((await api.get(`/provision/runs?after=${runId}`)).body.items).toMatchObject([{ name: 'ELSA' }]);
    expect((await api.get('/provision/runs?from=2026-11-01')).body.items).toHaveLength(1);
    expect((await api.get(`/provision/runs?pupil=${amara}`)).body.items).toHaveLength(1);
    const sessions = await api.get(`/provision/sessions?run=${runId}`);
    expect(sessions.body.items).toMatchObject([
      { on: '2026-09-15', state: 'held', minutesHeld: 30, pupils: [{ pupilId: amara, minutes: 30 }] },
    ]);
    expect((await api.get('/provision/sessions?from=2026-10-01')).body.items).toEqual([]);
    expect((await api.get('/provision/sessions?pupils=all')).status).toBe(400);
    const office = await programOf(school, 'office');
    expect((await office.get('/provision/runs')).status).toBe(403);
  });
});
