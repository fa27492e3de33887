import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { findEhcPlan, reopenEhcPlan } from '#src/modules/ehcp/index.ts';
import { makeDocx, makeRawPdf } from '#test/files/make-documents.ts';
import * as given from '#test/given.ts';
import * as givenEhc from '#test/given-ehc.ts';
import * as givenIssued from '#test/given-issued.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

async function here() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const senco = (await given.person(school, 'senco')).browser;
  return { school, pupilId, senco, home: `/pupils/${pupilId}/ehc-plan` };
}

const on = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const eventsOf = async (pupilId: string) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where pupil_id = $1 and (type like 'Ehc%' or type like 'Advice%')
       order by xmin::text::bigint, cmin::text::bigint`,
      [pupilId],
    )
  ).map(({ type }) => type);
const versionOn = (page: Read) => String(page.$('input[name=version]').val());

const words = [
  'Somewhere Council',
  'Section A: Views',
  'I like trains.',
  'Section E',
  'Outcome 1: By July 2027 he reads a page aloud.',
  'Section F',
  '• Precision teaching for ten minutes daily with a teaching assistant.',
  '• Regular access to movement breaks as required.',
].join('\n');

describe('an EHC plan', () => {
  it('is entered from a Word file, checked, kept, and read in one look', async () => {
    const { school, senco, pupilId, home } = await here();
    expect((await senco.get(home)).text).toContain('No EHC plan is entered');
    const nowhere = await senco.post(`${home}/begin`, { authorityId: newId() });
    expect(errorsShown(nowhere)).toEqual(['Select the authority']);
    const begun = await senco.post(`${home}/begin`, {
      authorityId: await givenEhc.authority(school),
      ...on('madeOn', '2026-09-14'),
    });
    expect(begun.goesTo).toBe(`${home}/entry/new`);
    const file = new File([new Uint8Array(makeDocx(words))], 'plan.docx');
    const read = await senco.post(`${home}/entry/new`, {
      kind: 'final',
      ...on('datedOn', '2026-09-14'),
      file,
    });
    expect([read.goesTo, errorsShown(read)]).toEqual([`${home}/entry/sections`, []]);
    const sections = await senco.get(`${home}/entry/sections`);
    expect(sections.$('textarea[name=A]').val()).toBe('I like trains.');
    expect(sections.text).toContain('Headings were found of A, E, F; none of B');
    expect(sections.text).toContain('Somewhere Council');
    const typed = {
      A: 'I like trains.',
      E: String(sections.$('textarea[name=E]').val()),
      F: String(sections.$('textarea[name=F]').val()),
      version: versionOn(sections),
    };
    expect((await senco.post(`${home}/entry/sections`, typed)).goesTo).toBe(`${home}/entry/lines`);
    const lines = await senco.get(`${home}/entry/lines`);
    expect(String(lines.$('textarea[name=lines]').val()).split('\n')).toHaveLength(2);
    await senco.post(`${home}/entry/lines`, {
      outcomes: String(lines.$('textarea[name=outcomes]').val()),
      lines: String(lines.$('textarea[name=lines]').val()),
      version: versionOn(lines),
    });
    const check = await senco.get(`${home}/entry`);
    expect(check.text).toContain('2: 1 without a quantity, 1 loosely worded');
    const kept = await senco.post(`${home}/entry`, { version: versionOn(check) });
    expect(kept.goesTo).toBe(home);
    const page = await senco.get(home);
    expect(page.text).toContain('Final plan of 14 September 2026, Borough of Larkfield');
    expect(page.text).toContain('10 min a school day');
    expect(page.text).toContain('Loosely worded');
    expect(page.text).toContain('To have access is not to be given');
    expect(await eventsOf(pupilId)).toEqual([
      'EhcPlanBegun',
      'EhcEntryBegun',
      'EhcEntryWritten',
      'EhcEntryWritten',
      'EhcVersionKept',
    ]);
    const [document] = await asOwner<{ subject: string }>(
      'select subject_kind as subject from app.documents where pupil_id = $1',
      [pupilId],
    );
    expect(document?.subject).toBe('ehc_plan');
  });

  it('is refused twice for one pupil, and nothing of it changes', async () => {
    const { school, senco, pupilId, home } = await here();
    await givenEhc.ehcPlan(school, pupilId);
    const again = await senco.post(`${home}/begin`, { authorityId: await givenEhc.authority(school) });
    expect([again.status, errorsShown(again)[0]]).toEqual([
      422,
      expect.stringContaining('has an EHC plan already'),
    ]);
  });

  it('refuses a final plan before its draft, an amended one before a final one, and a date in 2062', async () => {
    const { school, senco, pupilId, home } = await here();
    await givenEhc.ehcPlan(school, pupilId, { kind: 'draft', datedOn: '2026-10-05' });
    const enter = (kind: string, day: string) =>
      senco.post(`${home}/entry/new`, { kind, ...on('datedOn', day) });
    const tried = [
      await enter('final', '2026-09-20'),
      await enter('amended', '2026-11-02'),
      await enter('final', '2062-01-05'),
    ];
    expect(tried.map((one) => [one.status, errorsShown(one)[0]])).toEqual([
      [422, 'A final plan cannot be dated before its draft'],
      [422, expect.stringContaining('enter the final plan first')],
      [422, 'The date on it must be today or in the past'],
    ]);
  });

  it('says that a scan holds no words and keeps nothing', async () => {
    const { school, senco, pupilId, home } = await here();
    await givenEhc.ehcPlan(school, pupilId);
    const scan = new File([new Uint8Array(makeRawPdf(Buffer.from('0 0 m 10 10 l S')))], 'scan.pdf');
    const told = await senco.post(`${home}/entry/new`, {
      kind: 'amended',
      ...on('datedOn', '2026-11-02'),
      file: scan,
    });
    expect([told.status, errorsShown(told)[0]]).toEqual([
      422,
      expect.stringContaining('This file is a scan'),
    ]);
    expect(
      await asOwner('select 1 from app.ehc_entries where pupil_id = $1 and state = $2', [pupilId, 'open']),
    ).toEqual([]);
    expect(await asOwner('select 1 from app.documents where pupil_id = $1', [pupilId])).toEqual([]);
  });

  it('says how much of two hundred pages was read', async () => {
    const { school, senco, pupilId, home } = await here();
    await givenEhc.ehcPlan(school, pupilId);
    const page = `${'Advice of many words is attached to the plan here. '.repeat(60)}\n`;
    const long = `${words}\nSection K\n${page.repeat(200)}`;
    const file = new File([new Uint8Array(makeDocx(long))], 'long.docx');
    const sent = await senco.post(`${home}/entry/new`, {
      kind: 'amended',
      ...on('datedOn', '2026-11-02'),
      file,
    });
    expect(errorsShown(sent)).toEqual([]);
    const offered = await senco.get(`${home}/entry/sections`);
    expect(offered.text).toContain('only its first 200,000 letters were read');
    expect(offered.$('textarea[name=A]').val()).toBe('I like trains.');
    const K = String(offered.$('textarea[name=K]').val());
    const refused = await senco.post(`${home}/entry/sections`, { K, version: versionOn(offered) });
    expect([refused.status, errorsShown(refused)[0]]).toEqual([
      422,
      expect.stringContaining('60000 characters or fewer'),
    ]);
  });

  it('tells the second of two people who write at once, and loses neither text', async () => {
    const { school, senco, pupilId, home } = await here();
    await givenEhc.ehcPlan(school, pupilId);
    await senco.post(`${home}/entry/new`, { kind: 'amended', ...on('datedOn', '2026-11-02') });
    const version = versionOn(await senco.get(`${home}/entry/sections`));
    await senco.post(`${home}/entry/sections`, { A: 'First', version });
    const second = await senco.post(`${home}/entry/sections`, { A: 'Second', version });
    expect([second.status, second.$('textarea[name=A]').val()]).toEqual([422, 'Second']);
    expect(errorsShown(second)[0]).toContain('Somebody else changed this');
    expect((await senco.post(`${home}/entry`, { version })).status).toBe(422);
  });

  it('keeps what was issued, and shows an amended plan beside it word by word', async () => {
    const { school, senco, pupilId, home } = await here();
    await givenEhc.ehcPlan(school, pupilId);
    await senco.post(`${home}/entry/new`, { kind: 'amended', ...on('datedOn', '2026-11-02') });
    const sections = await senco.get(`${home}/entry/sections`);
    await senco.post(`${home}/entry/sections`, {
      B: 'Finds writing hard',
      F: 'Precision teaching for 20 minutes daily',
      version: versionOn(sections),
    });
    const lines = await senco.get(`${home}/entry/lines`);
    await senco.post(`${home}/entry/lines`, {
      lines: 'Precision teaching for 20 minutes daily',
      version: versionOn(lines),
    });
    const entry = await senco.get(`${home}/entry`);
    await senco.post(`${home}/entry`, { version: versionOn(entry) });
    const compared = await senco.get(`${home}/compare`);
    expect(compared.$('del').text()).toContain('reading');
    expect(compared.$('ins').text()).toContain('writing');
    const kept = await asOwner<{ number: number; commitment: string; minutes: number }>(
      'select number, commitment_id as commitment, minutes from app.ehc_lines where pupil_id = $1 order by number',
      [pupilId],
    );
    expect(kept.map(({ number, minutes }) => [number, minutes])).toEqual([
      [1, 10],
      [2, 20],
    ]);
    expect(kept[0]?.commitment).toBe(kept[1]?.commitment);
    expect((await senco.get(`${home}/versions/1`)).text).toContain('Superseded');
    await expect(
      given.inSchool(school, (tx) =>
        tx.updateTable('ehcPlanVersions').set({ kind: 'draft' }).where('pupilId', '=', pupilId).execute(),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('ends with a reason, and the end is taken back', async () => {
    const { school, senco, pupilId, home } = await here();
    await givenEhc.ehcPlan(school, pupilId);
    const version = versionOn(await senco.get(`${home}/end`));
    const early = await senco.post(`${home}/end`, {
      ...on('endedOn', '2026-01-05'),
      words: 'Moved',
      version,
    });
    expect(errorsShown(early)).toEqual(['Ended on is before the plan was made']);
    await senco.post(`${home}/end`, { ...on('endedOn', '2026-11-20'), words: 'Moved', version });
    expect((await senco.get(home)).text).toContain('20 November 2026');
    await senco.post(`${home}/reopen`);
    expect((await eventsOf(pupilId)).slice(-2)).toEqual(['EhcPlanEnded', 'EhcPlanReopened']);
  });

  it('is reopened once by two people at once: the second is told', async () => {
    const { school, senco, home, pupilId } = await here();
    await givenEhc.ehcPlan(school, pupilId);
    const { ehcPlanId } = (await given.inSchool(school, (tx) => findEhcPlan(tx, pupilId))) ?? {};
    await asOwner(
      `update app.ehc_plans set ended_on = '2026-11-20', ended_why = 'Moved' where pupil_id = $1`,
      [pupilId],
    );
    const both = await Promise.all([senco.post(`${home}/reopen`), senco.post(`${home}/reopen`)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await eventsOf(pupilId)).filter((type) => type === 'EhcPlanReopened')).toHaveLength(1);
    expect((await senco.post(`${home}/reopen`)).status).toBe(303);

    const ended = await given.inSchool(school, (tx) => findEhcPlan(tx, pupilId));
    if (ended === null) throw new Error('a plan');
    await asOwner(
      `update app.ehc_plans set ended_on = '2026-11-20', ended_why = 'Moved' where ehc_plan_id = $1`,
      [ehcPlanId],
    );
    await asOwner(
      `insert into app.ehc_plans (school_id, ehc_plan_id, pupil_id, authority_id)
       select school_id, gen_random_uuid(), pupil_id, authority_id from app.ehc_plans where ehc_plan_id = $1`,
      [ehcPlanId],
    );
    const late = await given.inSchool(school, (tx) =>
      reopenEhcPlan(tx, { ...ended, endedOn: schoolDate('2026-11-20') }),
    );
    expect(late).toMatchObject({ ok: false, refusal: 'has_one' });
  });

  it('links outcomes to targets of the school’s own plan', async () => {
    const { school, senco, pupilId, home } = await here();
    const plan = await givenEhc.ehcPlan(school, pupilId);
    const { targetIds } = await givenIssued.issuedPlan(school, pupilId);
    const path = `${home}/outcomes/${plan.versions[0]?.outcomes[0]?.outcomeKey}/targets`;
    await senco.post(path, { targets: [String(targetIds[0])] });
    const shown = await senco.get(path);
    expect(shown.$('input[name=targets]:checked').length).toBe(1);
    await senco.post(path, {});
    expect((await senco.get(path)).$('input[name=targets]:checked').length).toBe(0);
  });

  it('is read by the pupil’s teacher, changed by the SENCO only, and found by nobody else', async () => {
    const { school, pupilId, home } = await here();
    await givenEhc.ehcPlan(school, pupilId);
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get(home)).status).toBe(404);
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    expect((await teacher.browser.get(home)).text).toContain('Precision teaching');
    expect((await teacher.browser.get(`${home}/entry/new`)).status).toBe(403);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(home)).status).toBe(404);
    const office = await given.person(school, 'office');
    expect((await office.browser.get(home)).status).toBe(403);
  });

  it('comes as a tagged PDF and as Word', async () => {
    const { school, senco, pupilId, home } = await here();
    await givenEhc.ehcPlan(school, pupilId, { datedOn: schoolDate('2026-09-07') });
    const pdf = await senco.get(`${home}/plan.pdf`);
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    const word = await senco.get(`${home}/plan.docx`);
    expect([word.status, word.text.slice(0, 2)]).toEqual([200, 'PK']);
  });
});
