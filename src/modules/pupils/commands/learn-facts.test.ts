import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { asOwner } from '#test/worker-database.ts';
import { listCurrentFacts } from '../queries/find-pupil.ts';
import { type LearnedFact, learnFacts } from './learn-facts.ts';

const today = schoolDate('2026-11-24');
const told = { source: 'CTF', sourceOn: schoolDate('2026-11-23') };

const learn = (school: given.School, pupilId: PupilId, ...facts: LearnedFact[]) =>
  given.inSchool(school, (tx) => learnFacts(tx, { pupilId, told, facts }));

const kept = (pupilId: string, kind: string) =>
  asOwner<Record<string, unknown>>(
    `select value, from_on::text, until_on::text, withdrawn_why, source from app.pupil_facts
     where pupil_id = $1 and kind = $2 order by from_on, recorded_at`,
    [pupilId, kind],
  );

const events = (pupilId: string) =>
  asOwner<{ audience: string; changes: Record<string, unknown> }>(
    "select audience, changes from app.events where pupil_id = $1 and type = 'PupilFactsLearned'",
    [pupilId],
  );

describe('learnFacts', () => {
  it('closes what was and opens what is, with where it comes from', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const changes = await learn(school, pupilId, { kind: 'year_group', value: '5', fromOn: today });
    expect(changes).toEqual({ year_group: { before: '4', after: '5' } });
    expect(await kept(pupilId, 'year_group')).toMatchObject([
      { value: '4', from_on: '2026-09-01', until_on: '2026-11-23', source: 'Sendero' },
      { value: '5', from_on: '2026-11-24', until_on: null, source: 'CTF' },
    ]);
    const facts = await given.inSchool(school, (tx) => listCurrentFacts(tx, [pupilId]));
    expect(facts.get(pupilId)).toContainEqual({ kind: 'year_group', value: '5', fromOn: today, ...told });
  });

  it('records nothing when all is known', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school, { facts: { fsm: 'yes' } });
    const changes = await learn(
      school,
      pupilId,
      { kind: 'year_group', value: '4', fromOn: today },
      { kind: 'fsm', value: 'yes', fromOn: today },
      { kind: 'in_care', value: null, fromOn: today },
    );
    expect([changes, await events(pupilId)]).toEqual([{}, []]);
  });

  it('withdraws, with a reason, what was told wrongly of the same day', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    await learn(school, pupilId, { kind: 'fsm', value: 'yes', fromOn: today });
    await learn(school, pupilId, { kind: 'fsm', value: 'no', fromOn: today });
    expect(await kept(pupilId, 'fsm')).toMatchObject([
      { value: 'yes', withdrawn_why: 'Told otherwise from the same day' },
      { value: 'no', withdrawn_why: null },
    ]);
  });

  it('ends a fact that is so no more', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school, { facts: { fsm: 'yes' } });
    expect(await learn(school, pupilId, { kind: 'fsm', value: null, fromOn: today })).toEqual({
      fsm: { before: 'yes', after: null },
    });
    expect(await kept(pupilId, 'fsm')).toMatchObject([{ until_on: '2026-11-23' }]);
  });

  it.each([
    [['year_group'], 'identity'],
    [['year_group', 'fsm'], 'staff'],
    [['year_group', 'address'], 'contacts'],
    [['fsm', 'address'], 'sensitive'],
    [['fsm', 'in_care'], 'sensitive'],
    [['former_surname'], 'sensitive'],
  ] as const)('of %j is an event for the audience %s', async (kinds, audience) => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    await learn(school, pupilId, ...kinds.map((kind) => ({ kind, value: '7', fromOn: today })));
    expect(await events(pupilId)).toMatchObject([
      { audience, changes: { source: { after: 'CTF, 23 Nov 2026' } } },
    ]);
  });
});
