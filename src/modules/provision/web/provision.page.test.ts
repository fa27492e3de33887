import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { findMeasure, recordResult } from '#src/modules/assessments/index.ts';
import { recordLessons } from '#src/modules/school/index.ts';
import * as given from '#test/given.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const typesOf = async ({ schoolId }: given.School) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and (type ~ '^(Run|Session|Entry|Pupil.*Run)')
       order by xmin::text::bigint, cmin::text::bigint`,
      [schoolId],
    )
  ).map(({ type }) => type);

const newRun = {
  name: 'Lego club',
  others: 'Amara Okafor',
  weekdays: ['2'],
  startsAt: '10.45',
  minutes: '45',
  fromOn: '2026-11-03',
  untilOn: '2026-12-18',
  tier: 'targeted',
  areas: ['communication'],
};

/** A school with its terms, a SENCO and a TA who is on the list of staff. */
async function world() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const senco = await given.person(school, 'senco');
  const ta = await given.person(school, 'ta');
  const staffId = await givenPupils.staffOf(school, ta.personId);
  const amara = await givenPupils.pupil(school);
  const ben = await givenPupils.pupil(school, { forename: 'Ben', surname: 'Adeyemi' });
  return { school, senco, ta, staffId, amara, ben };
}

describe('starting a group', () => {
  it('takes a name and one pupil; the rest may be said at once, and each part is on record', async () => {
    const { school, senco, staffId } = await world();
    const bare = { name: 'Check-in', others: 'Ben Adeyemi', fromOn: '2026-11-24', tier: 'universal' };
    const plain = await senco.browser.post('/provision/runs/new', bare);
    expect(plain.goesTo).toMatch(/^\/provision\/runs\/[0-9a-f-]{36}$/);
    const done = await senco.browser.post('/provision/runs/new?entry=lego-based-therapy', {
      ...newRun,
      staffId,
    });
    const shown = await senco.browser.get(done.goesTo ?? '');
    expect(shown.$('h1').text()).toBe('Lego club');
    expect(shown.text).toContain('Tuesday 10.45, 45 minutes');
    expect(shown.text).toContain('Randomised trial in 98 schools');
    expect(shown.$('main').text()).toContain('Amara Okafor');
    expect((await typesOf(school)).toSorted()).toEqual(
      [
        'RunStarted',
        'PupilPutInRun',
        'RunStarted',
        'PupilPutInRun',
        'RunSlotAdded',
        'RunStaffGiven',
      ].toSorted(),
    );
    const listed = await senco.browser.get('/provision');
    expect(
      listed
        .$('tbody th[scope=row] a')
        .toArray()
        .map((one) => listed.$(one).text()),
    ).toEqual(['Check-in', 'Lego club']);
  });

  it('explains what is missing or cannot be, and leaves nothing behind', async () => {
    const { school, senco } = await world();
    await givenPupils.pupil(school, { forename: 'Ben', surname: 'Adler' });
    const tried = async (fields: Record<string, string | string[]>) =>
      errorsShown(await senco.browser.post('/provision/runs/new', { ...newRun, ...fields }));
    expect(await tried({ others: '' })).toEqual(['Name one pupil at least']);
    expect(await tried({ others: 'Nobody Known' })).toEqual(['Nobody on roll is called Nobody Known']);
    expect(await tried({ others: 'Ben' })).toEqual([
      'Ben may be Ben Adeyemi or Ben Adler: write more of the name',
    ]);
    expect(await tried({ minutes: '' })).toEqual(['Enter how many minutes a session has']);
    expect(await tried({ startsAt: '25.00' })).toEqual(['Starts at must be a time of day, like 9.30']);
    expect(await tried({ untilOn: '2026-11-01' })).toEqual([
      'The last day must be on or after the first day',
    ]);
    expect(await typesOf(school)).toEqual([]);
  });

  it('says when a pupil or an adult would be in two places, and goes ahead only with a reason', async () => {
    const { school, senco, staffId } = await world();
    await senco.browser.post('/provision/runs/new', { ...newRun, staffId });
    const second = { ...newRun, name: 'ELSA', startsAt: '11:00', minutes: '30', staffId };
    const tried = await senco.browser.post('/provision/runs/new', second);
    expect(tried.status).toBe(422);
    const [words] = errorsShown(tried);
    expect(words).toContain('Amara Okafor is in Lego club on Tuesday at 10.45 (45 minutes) from 3 Nov 2026');
    expect(words).toContain('Mrs Doyle is in Lego club');
    const done = await senco.browser.post('/provision/runs/new', {
      ...second,
      clashWhy: 'The educational psychologist asked for it',
    });
    expect(done.status).toBe(303);
    const [event] = await asOwner<{ why: string }>(
      `select why from app.events where school_id = $1 and type = 'RunSlotAdded' and why is not null`,
      [school.schoolId],
    );
    expect(event?.why).toBe('The educational psychologist asked for it');
  });

  it('knows the lessons that an adult teaches, and no other’s', async () => {
    const { school, senco, staffId } = await world();
    const groupId = await givenSchool.group(school, { name: '7B French' });
    const lesson = { staffId, weekday: 2, week: 'A', period: '3', room: null };
    const lessons = [
      { ...lesson, startsAt: '11:00', endsAt: '12:00' },
      { ...lesson, period: '5', startsAt: '14:00', endsAt: '15:00' },
      { ...lesson, period: '6', startsAt: null, endsAt: null },
    ];
    await given.inSchool(school, (tx) =>
      recordLessons(tx, { groupId, lessons, fromOn: schoolDate('2026-11-10'), source: 'timetable' }),
    );
    const tried = await senco.browser.post('/provision/runs/new', { ...newRun, staffId });
    expect(errorsShown(tried)).toEqual([
      'Mrs Doyle is in 7B French (week A) on Tuesday at 11.00 (60 minutes) from 10 Nov 2026. Choose another time, or say why it goes ahead',
    ]);
    expect((await senco.browser.post('/provision/runs/new', newRun)).status).toBe(303);
  });

  it('suggests pupils whose needs it fits', async () => {
    const { school, senco, ben } = await world();
    await asOwner(
      `update app.register_lines set status = 'sen_support', need_types = array['SLCN']
       where school_id = $1 and pupil_id = $2`,
      [school.schoolId, ben],
    );
    const shown = await senco.browser.get('/provision/runs/new?entry=talk-boost-ks2');
    expect(shown.$(`input[name=pupils][value="${ben}"]`)).toHaveLength(1);
    const other = await senco.browser.get('/provision/runs/new?entry=elsa');
    expect(other.$('input[name=pupils]')).toHaveLength(0);
  });

  it('says why it suggests a pupil, and nobody who is in such a group already', async () => {
    const { school, senco, amara, ben } = await world();
    const kind = { entryKey: 'inference-training', areas: ['cognition'] as const };
    const [first, second] = [
      await givenProvision.run(school, { ...kind, name: 'Abra 1' }),
      await givenProvision.run(school, { ...kind, name: 'Abra 2' }),
    ];
    await asOwner(
      `insert into app.run_measures (school_id, run_id, measure_key) values ($1, $2, 'ngrt-sas')`,
      [school.schoolId, second],
    );
    await given.inSchool(school, async (tx) => {
      const measure = await findMeasure(tx, 'ngrt-sas');
      if (measure === null) throw new Error('a shipped measure');
      const told = { measure, on: schoolDate('2026-11-02'), bornOn: schoolDate('2016-05-04') };
      await recordResult(tx, { ...told, pupilId: amara, score: 84 });
      await recordResult(tx, { ...told, pupilId: ben, score: 85 });
    });
    await asOwner(
      `update app.register_lines set status = 'sen_support', need_types = array['SPLD'] where school_id = $1`,
      [school.schoolId],
    );
    const labels = async () => {
      const { $ } = await senco.browser.get(`/provision/runs/${second}/pupils/new`);
      return $('.govuk-checkboxes__hint')
        .toArray()
        .map((one) => $(one).text().trim());
    };
    expect(await labels()).toEqual([
      'NGRT reading, standard age score 84 on 2 Nov 2026: low · Main need: Specific Learning Difficulty',
      'Main need: Specific Learning Difficulty',
    ]);
    await givenProvision.inRun(school, first, amara);
    expect(await labels()).toEqual(['Main need: Specific Learning Difficulty']);
  });
});

describe('a group', () => {
  it('is seen by those who reach its pupils or run it, and by nobody else', async () => {
    const { school, ta, staffId, amara } = await world();
    const runId = await givenProvision.run(school);
    await givenProvision.inRun(school, runId, amara);
    const address = `/provision/runs/${runId}`;
    expect((await ta.browser.get(address)).status).toBe(404);
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, amara, teacher.personId);
    const shown = await teacher.browser.get(address);
    expect([shown.status, shown.$('a[href$="/pupils/new"]').length]).toEqual([200, 0]);
    const senco = await given.person(school, 'senco');
    await senco.browser.post(`${address}/staff/new`, { staffId, share: 'lead', fromOn: '2026-11-02' });
    expect((await ta.browser.get(address)).status).toBe(200);
    expect((await ta.browser.get(`${address}/change`)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
    const views = await asOwner(
      `select 1 from app.views where school_id = $1 and page = '/provision/runs/:runId' and $2 = any(pupil_ids)`,
      [school.schoolId, amara],
    );
    expect(views.length).toBeGreaterThan(0);
  });

  it('is changed by whoever read it last; its days may not leave out a session that was logged', async () => {
    const { school, senco, amara } = await world();
    const runId = await givenProvision.run(school);
    await givenProvision.inRun(school, runId, amara);
    const slotId = await givenProvision.slot(school, runId);
    await givenProvision.session(school, { runId, slotId, on: schoolDate('2026-11-17'), present: [amara] });
    const address = `/provision/runs/${runId}`;
    const typed = {
      name: 'Talk Boost',
      tier: 'targeted',
      charge: 'shared',
      fromOn: '2026-09-07',
      version: '1',
    };
    const late = { ...typed, untilOn: '2026-11-10' };
    expect(errorsShown(await senco.browser.post(`${address}/change`, late))).toEqual([
      'A session was logged for a day that this would leave out. Undo it first, or choose another day',
    ]);
    const done = await senco.browser.post(`${address}/change`, { ...typed, untilOn: '2026-12-18' });
    expect(done.goesTo).toBe(address);
    expect((await senco.browser.post(`${address}/change`, typed)).status).toBe(422);
    const gone = await senco.browser.post(`${address}/withdraw`, { why: 'A mistake', version: '2' });
    expect(errorsShown(gone)).toEqual([
      'A session was logged already, so it cannot be taken back. End it instead',
    ]);
    const early = { untilOn: '2026-09-01', why: 'Done', version: '2' };
    expect(errorsShown(await senco.browser.post(`${address}/end`, early))).toEqual([
      'The last day must be on or after the first day',
    ]);
    expect((await senco.browser.post(`${address}/end`, { ...early, untilOn: '2026-11-20' })).status).toBe(
      303,
    );
    expect(await typesOf(school)).toEqual(['RunChanged', 'RunEnded']);
  });

  it('ends for a pupil with an outcome and a next step, and moves another', async () => {
    const { school, senco, amara, ben } = await world();
    const [from, to] = [await givenProvision.run(school), await givenProvision.run(school, { name: 'ELSA' })];
    const place = await givenProvision.inRun(school, from, amara);
    const other = await givenProvision.inRun(school, from, ben);
    const ended = { untilOn: '2026-11-20', outcome: 'met', nextStep: 'Speaks in class', version: '1' };
    const early = await senco.browser.post(`/provision/run-pupils/${place}/end`, {
      ...ended,
      untilOn: '2026-09-01',
    });
    expect(early.status).toBe(422);
    expect((await senco.browser.post(`/provision/run-pupils/${place}/end`, ended)).goesTo).toBe(
      `/provision/runs/${from}`,
    );
    const moved = { toRunId: to, onDay: '2026-11-24', why: 'Needs it more', version: '1' };
    expect((await senco.browser.post(`/provision/run-pupils/${other}/move`, moved)).goesTo).toBe(
      `/provision/runs/${to}`,
    );
    expect(await typesOf(school)).toEqual(['PupilTakenOutOfRun', 'PupilTakenOutOfRun', 'PupilPutInRun']);
    const [event] = await asOwner<{ changes: Record<string, { after: string }> }>(
      `select changes from app.events where school_id = $1 and pupil_id = $2 and type = 'PupilTakenOutOfRun'`,
      [school.schoolId, amara],
    );
    expect([event?.changes.outcome?.after, event?.changes.nextStep?.after]).toEqual([
      'met',
      'Speaks in class',
    ]);
    const shown = await senco.browser.get(`/provision/runs/${from}`);
    expect(shown.$('main').text()).toContain('Aim met. Next: Speaks in class');
  });

  it('explains a day in its week on which the school is closed', async () => {
    const { school, senco, amara } = await world();
    const runId = await givenProvision.run(school);
    await givenProvision.inRun(school, runId, amara);
    await givenProvision.slot(school, runId, { weekday: 5 });
    const shown = await senco.browser.get(`/provision/runs/${runId}`);
    expect(shown.$('main').text()).toContain('School holiday');
  });
});

describe('the catalogue', () => {
  it('is searched by need, wave, age and words, and is changed without touching what is shipped', async () => {
    const { school, senco } = await world();
    const found = await senco.browser.get('/provision/catalogue?q=screen&area=communication');
    const names = found
      .$('tbody th[scope=row] a')
      .toArray()
      .map((one) => found.$(one).text());
    expect(names).toContain('NELI (Nuffield Early Language Intervention)');
    expect(names).not.toContain('ELSA (emotional literacy support)');
    const typed = {
      name: 'NELI here',
      tier: 'targeted',
      areas: ['communication'],
      staffKind: 'ta',
      times: '3 to 5',
      version: '0',
    };
    const wrong = await senco.browser.post('/provision/catalogue/neli/change', { ...typed, times: '5 to 3' });
    expect(errorsShown(wrong)).toEqual(['Times a week must be a number up to 25, or two like 3 to 5']);
    expect((await senco.browser.post('/provision/catalogue/neli/change', typed)).goesTo).toBe(
      '/provision/catalogue/neli',
    );
    expect((await senco.browser.post('/provision/catalogue/neli/change', typed)).status).toBe(422);
    expect((await senco.browser.get('/provision/catalogue/neli')).$('h1').text()).toBe('NELI here');
    await senco.browser.post('/provision/catalogue/neli/withdraw', { why: 'Not used', version: '1' });
    expect((await senco.browser.get('/provision/catalogue?q=NELI')).$('tbody th a')).toHaveLength(0);
    await senco.browser.post('/provision/catalogue/neli/bring-back');
    expect((await senco.browser.get('/provision/catalogue?q=NELI')).$('tbody th a')).toHaveLength(1);
    const own = await senco.browser.post('/provision/catalogue/new', { ...typed, name: 'Reading café' });
    expect(own.goesTo).toMatch(/^\/provision\/catalogue\/[0-9a-f-]{36}$/);
    expect(await typesOf(school)).toEqual([
      'EntryChanged',
      'EntryWithdrawn',
      'EntryBroughtBack',
      'EntryAdded',
    ]);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get('/provision/catalogue/neli')).$('h1').text()).toContain('Nuffield');
    expect((await elsewhere.browser.get(own.goesTo ?? '')).status).toBe(404);
  });
});
