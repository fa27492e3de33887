import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenImpact from '#test/given-impact.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const gained = [
  [80, 90],
  [78, 86],
  [85, 97],
  [90, 99],
  [74, 80],
  [82, 91],
] as const;

const on = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { 'on-day': date, 'on-month': month, 'on-year': year };
};

const eventsOf = async (schoolId: string) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and type in ('RunMeasuresChosen', 'EntryAndExitChosen', 'ResultRecorded')
       order by xmin::text::bigint, cmin::text::bigint`,
      [schoolId],
    )
  ).map(({ type }) => type);

/** Sessions of ten Tuesdays, of which so many were held. */
async function held(school: given.School, runId: string, count: number) {
  const slotId = await givenProvision.slot(school, runId);
  for (let week = 0; week < count; week += 1)
    await givenProvision.session(school, { runId, slotId, on: addDays(schoolDate('2026-09-08'), week * 7) });
}

describe('the impact of a run', () => {
  it('is told to who sees all pupils: delivery, mean, effect, each pupil, verdict and picture', async () => {
    const school = await given.school();
    await givenSchool.academicYear(school);
    const { runId } = await givenImpact.scoredRun(school, gained);
    await held(school, runId, 9);
    const senco = await given.person(school, 'senco');
    const shown = await senco.browser.get(`/provision/runs/${runId}/impact`);
    expect(shown.text).toContain('9 of 9 sessions held');
    expect(shown.text).toContain('6 of 6');
    // Gains 10, 8, 12, 9, 6 and 9: 9, spread 2, t 2.5706 × 0.8165 = 2.1.
    expect(shown.text).toContain('+9 (+7 to +11)');
    expect(shown.text).toContain('+0.60 (+0.46 to +0.74) spreads of the norms');
    expect(shown.text).toContain('The pupils gained more than expected');
    expect(shown.$('[aria-label="9 of 9 sessions held"]')).toHaveLength(1);
    expect(shown.$('svg[aria-label*="at entry and at exit, 6 pupils"]')).toHaveLength(1);
    expect(shown.text).toContain('A change of 14 or more points is reliable');
    expect(shown.text).not.toContain('NaN');
  });

  it('says first that too little was delivered, and nothing of a group of four', async () => {
    const school = await given.school();
    await givenSchool.academicYear(school);
    const { runId } = await givenImpact.scoredRun(school, gained.slice(0, 4));
    const senco = await given.person(school, 'senco');
    const few = await senco.browser.get(`/provision/runs/${runId}/impact`);
    expect(few.text).toContain('Fewer than 5 pupils');
    expect(few.text).not.toContain('spreads of');
    await held(school, runId, 3);
    const little = await senco.browser.get(`/provision/runs/${runId}/impact`);
    expect(little.text).toContain('Fewer than three quarters of the planned sessions');
    expect(little.text).not.toContain('Fewer than 5 pupils');
  });

  it('explains a missing exit and a measure that was changed, pupil by pupil', async () => {
    const school = await given.school();
    const { runId, pupilIds } = await givenImpact.scoredRun(school, [
      [80, null],
      [null, 90],
      [81, null],
    ]);
    const [, , changed] = pupilIds;
    if (changed === undefined) throw new Error('no pupil');
    await givenImpact.result(school, {
      pupilId: changed,
      measureKey: 'yarc-accuracy',
      on: schoolDate('2026-11-12'),
      score: 90,
    });
    const senco = await given.person(school, 'senco');
    const { text } = await senco.browser.get(`/provision/runs/${runId}/impact`);
    expect(text).toContain('No score at exit yet');
    expect(text).toContain('No score at entry');
    expect(text).toContain('Tested with another measure at the end');
  });

  it('stands beside an earlier run, and costs only for those who may see costs', async () => {
    const school = await given.school();
    const staffId = await givenSchool.staff(school);
    const fromOn = schoolDate('2026-01-12');
    await givenImpact.scoredRun(school, gained, { entryKey: 'talk-boost-ks1', fromOn, name: 'Spring group' });
    const { runId } = await givenImpact.scoredRun(school, gained, { entryKey: 'talk-boost-ks1' });
    const adults = [{ staffId, pencePerHour: 1800 }];
    await givenProvision.session(school, { runId, on: schoolDate('2026-09-08'), slotId: null, adults });
    const senco = await given.person(school, 'senco');
    const { text } = await senco.browser.get(`/provision/runs/${runId}/impact`);
    expect(text).toContain('Spring group');
    expect(text).toContain('0 (−3 to +3) beyond theirs');
    expect(text).toContain('£1.50');
    const lead = await given.person(school, 'designated_teacher');
    const without = await lead.browser.get(`/provision/runs/${runId}/impact`);
    expect(without.text).not.toContain('£');
    expect(without.text).not.toContain('Mean gain');
  });

  it('shows a teacher the own pupils alone and no group, and others nothing', async () => {
    const school = await given.school();
    const { runId, pupilIds } = await givenImpact.scoredRun(school, gained);
    const [own] = pupilIds;
    if (own === undefined) throw new Error('no pupil');
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get(`/provision/runs/${runId}/impact`)).status).toBe(404);
    await givenPupils.taughtBy(school, own, teacher.personId);
    const shown = await teacher.browser.get(`/provision/runs/${runId}/impact`);
    expect(shown.text).toContain('Ada0');
    expect(shown.text).not.toContain('Ada1');
    expect(shown.text).not.toContain('The group');
    const office = await given.person(school, 'office');
    expect((await office.browser.get(`/provision/runs/${runId}/impact`)).status).toBe(403);
    expect((await teacher.browser.get('/provision/impact')).status).toBe(403);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(`/provision/runs/${runId}/impact`)).status).toBe(404);
  });
});

describe('measuring a run', () => {
  it('goes from the choice of measures to the scores of the group by one page', async () => {
    const school = await given.school();
    const { runId, pupilIds } = await givenImpact.scoredRun(school, [
      [null, null],
      [null, null],
    ]);
    const senco = await given.person(school, 'senco');
    const address = `/provision/runs/${runId}`;
    const chosen = { measure1: 'ngrt-sas', measure2: 'ngrt-age', measure3: '' };
    expect(
      errorsShown(await senco.browser.post(`${address}/measures`, { ...chosen, measure2: 'ngrt-sas' })),
    ).toEqual(['Each measure can be chosen once']);
    await senco.browser.post(`${address}/measures`, chosen);
    const page = await senco.browser.get(`${address}/scores`);
    const ids = page
      .$('input[name=pupilIds]')
      .map((_, box) => page.$(box).attr('value'))
      .get();
    expect(ids.toSorted()).toEqual([...pupilIds].toSorted());
    const typed = { measure: 'ngrt-sas', ...on('2026-09-08'), pupilIds: ids };
    const wrong = await senco.browser.post(`${address}/scores`, { ...typed, scores: ['85', '200'] });
    expect(errorsShown(wrong)).toEqual([
      '200 is outside the scale of NGRT reading, standard age score, which goes from 40 to 160',
    ]);
    expect(wrong.$('#score-0').attr('value')).toBe('85');
    expect(await asOwner('select 1 from app.results where school_id = $1', [school.schoolId])).toHaveLength(
      0,
    );
    expect((await senco.browser.post(`${address}/scores`, { ...typed, scores: ['', ''] })).status).toBe(422);
    const saved = await senco.browser.post(`${address}/scores`, { ...typed, scores: ['85', '90'] });
    expect(saved.goesTo).toBe(`${address}/impact`);
    expect(await eventsOf(school.schoolId)).toEqual([
      'RunMeasuresChosen',
      'ResultRecorded',
      'ResultRecorded',
    ]);
  });

  it('lets the entry be named by hand, refuses an exit before it, and overwrites nobody', async () => {
    const school = await given.school();
    const { runId, pupilIds } = await givenImpact.scoredRun(school, [[80, 90]]);
    const [pupilId] = pupilIds;
    if (pupilId === undefined) throw new Error('no pupil');
    const old = await givenImpact.result(school, {
      pupilId,
      measureKey: 'ngrt-sas',
      on: schoolDate('2026-02-02'),
      score: 70,
    });
    const senco = await given.person(school, 'senco');
    const [place] = await asOwner<{ id: string }>(
      'select run_pupil_id as id from app.run_pupils where run_id = $1',
      [runId],
    );
    const address = `/provision/runs/${runId}/pupils/${place?.id}/scores?measure=ngrt-sas`;
    expect(
      errorsShown(await senco.browser.post(address, { entryId: '', exitId: old, version: '0' })),
    ).toEqual(['The exit must be a test after the entry']);
    const both = await Promise.all(
      [0, 1].map(() => senco.browser.post(address, { entryId: old, exitId: '', version: '0' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const { text } = await senco.browser.get(`/provision/runs/${runId}/impact`);
    expect(text).toContain('+20');
    expect(await eventsOf(school.schoolId)).toEqual(['EntryAndExitChosen']);
  });
});

describe('the impact of all provision', () => {
  it('is told by kind and by run, with what is not measured yet', async () => {
    const school = await given.school();
    await givenImpact.scoredRun(school, gained, { entryKey: 'talk-boost-ks1', name: 'Red group' });
    await givenProvision.run(school, { name: 'Blue group' });
    const head = await given.person(school, 'head');
    const { text, $ } = await head.browser.get('/provision/impact');
    expect(text).toContain('Talk Boost KS1');
    expect(text).toContain('Red group');
    expect(text).toContain('Runs without a measure');
    expect($('svg[role=img]')).toHaveLength(1);
    expect(text).not.toContain('Ada');
    const empty = await given.person(await given.school(), 'senco');
    expect((await empty.browser.get('/provision/impact')).text).toContain('Nothing is measured yet');
  });
});
