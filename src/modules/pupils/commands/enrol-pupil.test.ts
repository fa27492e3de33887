import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { asOwner } from '#test/worker-database.ts';
import { findPupil } from '../queries/find-pupil.ts';
import { enrolPupil } from './enrol-pupil.ts';

const events = (pupilId: string) =>
  asOwner<{ type: string; audience: string; changes: Record<string, { after: unknown }> }>(
    'select type, audience, changes from app.events where pupil_id = $1 order by event_id',
    [pupilId],
  );

describe('enrolPupil', () => {
  it('takes in names, facts and enrolment, and shows the names that are used', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school, {
      forename: 'Oluwaseun',
      surname: 'Okafor',
      facts: { preferred_forename: 'Seun', fsm: 'yes', former_surname: 'Smith', sex: 'F' },
    });
    const pupil = await given.inSchool(school, (tx) => findPupil(tx, pupilId));
    expect(pupil).toMatchObject({
      name: { forename: 'Seun', surname: 'Okafor' },
      legalName: { forename: 'Oluwaseun', surname: 'Okafor' },
      yearGroup: '4',
      sex: 'F',
      bornOn: '2018-05-03',
      isOnRoll: true,
      enrolment: { status: 'C', fromOn: '2026-09-01', untilOn: null },
    });
  });

  it('records one event that names nothing beyond identity', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school, { facts: { former_surname: 'Smith', fsm: 'yes' } });
    const [event, ...more] = await events(pupilId);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: 'PupilEnrolled', audience: 'identity' });
    expect(Object.keys(event?.changes ?? {})).not.toEqual(expect.arrayContaining(['fsm']));
    expect(JSON.stringify(event)).not.toContain('Smith');
  });

  it('refuses a UPN that another pupil of the school has, and writes nothing', async () => {
    const school = await given.school();
    const upn = givenPupils.upn();
    await givenPupils.pupil(school, { upn });
    const again = await given.inSchool(school, (tx) =>
      enrolPupil(tx, {
        bornOn: schoolDate('2018-01-01'),
        told: givenPupils.byHand,
        identifiers: [{ kind: 'upn', value: upn }],
        facts: [],
        enrolment: { status: 'C', fromOn: givenPupils.termStart },
      }),
    );
    expect(again).toEqual({ ok: false, refusal: 'upn_taken' });
    const rows = await asOwner('select pupil_id from app.pupils where school_id = $1', [school.schoolId]);
    expect(rows).toHaveLength(1);
  });

  it('takes the same UPN in another school', async () => {
    const upn = givenPupils.upn();
    await givenPupils.pupil(await given.school(), { upn });
    await expect(givenPupils.pupil(await given.school(), { upn })).resolves.toBeTypeOf('string');
  });

  it('shows the names of a pupil who is still to come', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school, { fromOn: schoolDate('2027-01-04') });
    const pupil = await given.inSchool(school, (tx) => findPupil(tx, pupilId));
    expect(pupil).toMatchObject({ name: { surname: 'Okafor' }, yearGroup: null, isOnRoll: false });
  });
});
