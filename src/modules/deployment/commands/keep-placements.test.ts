import { describe, expect, it } from 'vitest';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import * as given from '#test/given.ts';
import * as givenEhc from '#test/given-ehc.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import * as givenWeek from '#test/given-week.ts';
import { asOwner } from '#test/worker-database.ts';
import type { FullWeek } from '../domain/full-week.ts';
import type { Placement } from '../domain/week.ts';
import { getWeek } from '../queries/get-week.ts';
import { keepPlacements } from './keep-placements.ts';

const [november, december, january] = ['2026-11-24', '2026-12-07', '2027-01-11'].map(schoolDate) as [
  SchoolDate,
  SchoolDate,
  SchoolDate,
];

async function world() {
  const school = await given.school();
  const at = await givenWeek.schoolDay(school);
  const ann = await givenSchool.staff(school, { post: 'Teaching assistant' });
  const bob = await givenSchool.staff(school, {
    forename: 'Bob',
    surname: 'Hale',
    post: 'Teaching assistant',
  });
  for (const staffId of [ann, bob]) await givenWeek.adultWeek(school, staffId);
  const pupilId = await givenPupils.pupil(school);
  const here = <T>(work: (tx: Tx) => Promise<T>) => given.inSchool(school, work);
  const weekOn = (on: SchoolDate) => here((tx) => getWeek(tx, on));
  const keep = (week: FullWeek, placements: readonly Placement[]) =>
    here((tx) => keepPlacements(tx, week, { placements }));
  return { school, at, ann, bob, pupilId, here, weekOn, keep };
}

const places = (week: FullWeek) =>
  week.placements.map(({ slotId, staffId }) => {
    const slot = week.slots.find((one) => one.slotId === slotId);
    return `${slot?.day} ${slot?.from} ${week.adults.find((one) => one.staffId === staffId)?.name}`;
  });

describe('the week of the adults', () => {
  it('has the runs of provision in it: with adult and time as they stand, without an adult at their times (rule dep-2)', async () => {
    const { school, at, ann, pupilId, weekOn } = await world();
    const staffed = await givenProvision.run(school, { name: 'Talk Boost' });
    await givenProvision.inRun(school, staffed, pupilId);
    await givenProvision.runBy(school, staffed, ann);
    await givenProvision.slot(school, staffed, { startsAt: '09:30', minutes: 45 });
    const open = await givenProvision.run(school, { name: 'Lego club' });
    await givenProvision.slot(school, open, { weekday: 4, startsAt: '10:00', minutes: 30 });
    const week = await weekOn(november);
    expect(places(week)).toEqual(['2 540 Mrs Doyle']);
    const [lego, talk] = week.demands;
    expect(talk).toMatchObject({ title: 'Talk Boost', length: 2, times: 1, pupilIds: [pupilId] });
    expect(lego).toMatchObject({ title: 'Lego club', length: 1, only: null });
    expect([...(lego?.startIds ?? [])]).toEqual([at(4, 600)]);
  });

  it('has what Section F owes in it, unless a run gives it or somebody outside the timetable does (rule dep-2)', async () => {
    const { school, pupilId, weekOn } = await world();
    await givenEhc.ehcPlan(school, pupilId, {
      lines: [
        'A teaching assistant reads with them for 20 minutes daily',
        'A speech and language therapist sees them for 30 minutes a week',
        'Six hours of speech and language therapy a year',
      ],
    });
    const { demands } = await weekOn(november);
    expect(demands.map(({ force, times, length, title }) => ({ force, times, length, title }))).toEqual([
      {
        force: 'law',
        times: 5,
        length: 1,
        title: 'A teaching assistant reads with them for 20 minutes daily',
      },
    ]);
  });

  it('keeps a change from a day until the next version, and what comes after as it was (rule dep-3)', async () => {
    const { school, at, ann, bob, weekOn, keep } = await world();
    const demandId = await givenWeek.demand(school);
    const by = (staffId: typeof ann): Placement[] => [
      { demandId, slotId: at(1, 540), staffId, isPinned: false },
    ];
    await keep(await weekOn(november), by(ann));
    await keep(await weekOn(january), by(bob));
    await keep(await weekOn(december), []);
    const days = [november, december, january];
    const shown = [];
    for (const day of days) shown.push(places(await weekOn(day)));
    expect(shown).toEqual([['1 540 Mrs Doyle'], [], ['1 540 Mrs Hale']]);
    await keep(await weekOn(november), by(bob));
    expect(places(await weekOn(november))).toEqual(['1 540 Mrs Hale']);
    expect(places(await weekOn(december))).toEqual([]);
    const events = await asOwner<{ type: string }>('select type from app.events where school_id = $1', [
      school.schoolId,
    ]);
    expect(events.filter(({ type }) => type === 'WeekPlaced')).toHaveLength(4);
  });

  it('overwrites nothing that somebody else placed since, and records nothing when nothing is another', async () => {
    const { school, at, ann, weekOn, keep } = await world();
    const demandId = await givenWeek.demand(school);
    const placed: Placement[] = [{ demandId, slotId: at(3, 675), staffId: ann, isPinned: true }];
    const read = await weekOn(november);
    expect(await keep(read, placed)).toEqual({ ok: true, value: true });
    expect(await keep(read, [])).toEqual({ ok: false, refusal: 'stale' });
    expect(await keep(await weekOn(november), placed)).toEqual({ ok: true, value: false });
  });

  it('says the same times when the clocks change in March: they are times of the wall', async () => {
    const { school, at, ann, weekOn, keep } = await world();
    const demandId = await givenWeek.demand(school);
    await keep(await weekOn(november), [{ demandId, slotId: at(5, 795), staffId: ann, isPinned: false }]);
    for (const day of ['2027-03-26', '2027-03-29']) {
      const week = await weekOn(schoolDate(day));
      expect(places(week)).toEqual(['5 795 Mrs Doyle']);
    }
  });

  it('leaves a demand that is longer than the day nowhere to begin', async () => {
    const { school, weekOn } = await world();
    await givenWeek.demand(school, { length: 9, name: 'A whole day and more' });
    const [demand] = (await weekOn(november)).demands;
    expect(demand?.startIds.size).toBe(0);
  });
});
