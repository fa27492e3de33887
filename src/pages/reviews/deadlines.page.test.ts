import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { mailDigests } from '#src/modules/ehcp/commands/mail-digests.ts';
import { tellHeads } from '#src/modules/ehcp/commands/tell-heads.ts';
import { addAuthority, openCase } from '#src/modules/ehcp/index.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import type { Mail } from '#src/platform/mail/mail.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { browser } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';

const authorityIn = (school: given.School, name: string): Promise<string> =>
  given.inSchool(school, async (tx) => {
    const nothing = { code: null, teamContact: null, teamEmail: null, teamPost: null, teamPhone: null };
    const added = await addAuthority(tx, { name, ...nothing, rules: { asks: [] } });
    if (!added.ok) throw new Error(added.refusal);
    return added.value;
  });

const reviewOf = (
  school: given.School,
  pupilId: PupilId,
  told: { authorityId?: string | null; events: Readonly<Record<string, string>> },
): Promise<string> =>
  given.inSchool(school, async (tx) => {
    const opened = await openCase(tx, {
      pupilId,
      kind: 'annual-review',
      authorityId: told.authorityId ?? null,
      events: Object.entries(told.events).map(([name, on]) => ({ name, happenedOn: schoolDate(on) })),
    });
    if (!opened.ok) throw new Error(opened.words);
    return opened.value;
  });

const invited = { adviceAsked: '2026-09-01', invited: '2026-09-20', adviceCirculated: '2026-09-25' };

/** Two pupils: the report of one is due on Thursday 26 November; the other's authority has not decided in time. */
async function world() {
  const school = await given.school();
  const [harebell, ling] = [await authorityIn(school, 'Harebell'), await authorityIn(school, 'Ling')];
  const amara = await givenPupils.pupil(school, { forename: 'Amara', surname: 'Okafor' });
  const bo = await givenPupils.pupil(school, { forename: 'Bo', surname: 'Quill' });
  const reportDue = await reviewOf(school, amara, {
    authorityId: harebell,
    events: { lastDecisionSent: '2025-12-10', ...invited, meeting: '2026-11-12' },
  });
  const decisionLate = await reviewOf(school, bo, {
    authorityId: ling,
    events: { lastDecisionSent: '2025-11-03', ...invited, meeting: '2026-10-13', reportSent: '2026-10-20' },
  });
  return {
    school,
    harebell,
    ling,
    amara,
    bo,
    reportDue,
    decisionLate,
    senco: await given.person(school, 'senco'),
  };
}

const rowsOf = (read: Awaited<ReturnType<given.Person['browser']['get']>>) =>
  read
    .$('tbody tr')
    .toArray()
    .map((row) => read.$(row).text());

describe('Reviews', () => {
  it('lists the dates of every open case, the late ones first, with whose they are and why', async () => {
    const { senco, decisionLate, amara, bo, school } = await world();
    const read = await senco.browser.get('/reviews');
    expect(read.status).toBe(200);
    expect(read.$('h1').text()).toBe('Reviews');
    const rows = rowsOf(read);
    expect(rows[0]).toContain('Late: ');
    const at = (words: string) => rows.findIndex((row) => row.includes(words));
    const late = rows[at('Decide to keep, amend or cease the plan, and say soAnnual')] ?? '';
    for (const words of [
      '14 days late',
      'Quill, Bo',
      'Ling',
      'V8 · LAW',
      'SEND Regulations 2014 reg 20(10)',
      '4 weeks (28 days) after Tue 13 Oct 2026',
    ])
      expect(late).toContain(words);
    const report = rows.findIndex((row) => row.includes('Okafor') && row.includes('V7 · LAW'));
    expect(rows[report]).toContain('In 2 days');
    expect(at('14 days late')).toBeLessThan(at('This week · '));
    expect(at('This week · ')).toBeLessThan(report);
    expect(read.$(`a[href="/cases/${decisionLate}"]`).length).toBeGreaterThan(0);
    expect(read.$('a[href="/reviews"]').first().text()).toBe('Reviews');
    const [view] = await asOwner<{ pupil_ids: string[] }>(
      "select pupil_ids from app.views where school_id = $1 and page = '/reviews'",
      [school.schoolId],
    );
    expect(view?.pupil_ids.toSorted()).toEqual([amara, bo].toSorted());
  });

  it('is narrowed by day, by whose they are and by authority, all of it in the address', async () => {
    const { senco, harebell } = await world();
    const text = async (search: string) => rowsOf(await senco.browser.get(`/reviews${search}`)).join('\n');
    expect(await text('?due=late')).not.toContain('Okafor');
    expect(await text('?due=week')).toContain('Okafor');
    expect(await text('?due=late&whose=theirs')).toContain('14 days late');
    expect(await text('?due=late&whose=ours')).not.toContain('Decide to keep');
    const ofHarebell = await text(`?due=all&authority=${harebell}`);
    expect(ofHarebell).toContain('Okafor, Amara');
    expect(ofHarebell).not.toContain('Quill, Bo');
    expect(await text('?due=all&by=authority')).toMatch(/Harebell · \d+/);
    expect(await text('?due=all&by=pupil')).toMatch(/Okafor, Amara.* · \d+/);
    expect((await senco.browser.get('/reviews?due=none&whose=x&by=y&page=z&authority=0')).status).toBe(200);
  });

  it('goes page by page, with every line on one page alone', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    for (let count = 0; count < 26; count++) {
      const pupilId = await givenPupils.pupil(school, { surname: `Pupil${count}` });
      await reviewOf(school, pupilId, { events: { lastDecisionSent: '2025-12-10', meeting: '2026-11-12' } });
    }
    const first = await senco.browser.get('/reviews?due=all');
    const all = Number(/All · (\d+)/.exec(first.$('nav[aria-label="Due"]').text())?.[1]);
    const lines = async (page: number) =>
      (await senco.browser.get(`/reviews?due=all&page=${page}`)).$('tbody tr:not(.group)').length;
    expect(all).toBeGreaterThan(100);
    expect(first.$('tbody tr:not(.group)').length).toBe(100);
    const pages = await Promise.all([1, 2, 3].map(lines));
    expect(pages.reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(first.$('nav[aria-label="Pagination"] a[rel="next"]').attr('href')).toBe(
      '/reviews?due=all&page=2',
    );
  });

  it('shows a teacher the pupils they reach and no other, and nothing to those who may not read cases', async () => {
    const { school, amara } = await world();
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get('/reviews?due=all')).text).toContain('Nothing is due here');
    await givenPupils.taughtBy(school, amara, teacher.personId);
    const read = await teacher.browser.get('/reviews?due=all');
    expect(read.text).toContain('Okafor, Amara');
    expect(read.text).not.toContain('Quill');
    expect((await (await given.person(school, 'ta')).browser.get('/reviews')).status).toBe(403);
    expect((await (await given.person(school, 'office')).browser.get('/reviews')).status).toBe(403);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get('/reviews?due=all')).text).not.toContain('Okafor');
  });

  it('goes out as a spreadsheet by the same filters', async () => {
    const { senco } = await world();
    const { text, headers } = await senco.browser.get('/reviews/deadlines.csv?due=late&whose=theirs');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text).toContain('2026-11-10,14,Quill,Bo');
    expect(text).not.toContain('Okafor');
  });

  it('stands on Today: what we owe this week, and what others owe and have not done', async () => {
    const { senco, school } = await world();
    const read = await senco.browser.get('/today');
    expect(read.text).toContain('Late (theirs)');
    expect(read.text).toContain(
      'Send the report of the meeting to everybody invited and to the authority: Amara Okafor',
    );
    expect(read.text).toContain('amend or cease the plan, and say so: Bo Quill');
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get('/today')).text).not.toContain('Late (theirs)');
  });
});

describe('a calendar feed', () => {
  const addressIn = (read: Awaited<ReturnType<given.Person['browser']['get']>>): string =>
    new URL(read.$('.address').text()).pathname;

  it('shows whole days to whoever has the address, and names nobody', async () => {
    const { senco, school, reportDue } = await world();
    expect((await senco.browser.get('/reviews/calendar')).text).toContain('Make my address');
    expect((await senco.browser.post('/reviews/calendar/new')).goesTo).toBe('/reviews/calendar');
    const path = addressIn(await senco.browser.get('/reviews/calendar'));
    const feed = await browser().get(path);
    expect(feed.status).toBe(200);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = feed.text.replace(/\r\n /g, '');
    expect(text).toContain(`UID:${reportDue}-V7@sendero`);
    expect(text).toMatch(/DTSTART;VALUE=DATE:20261126[\s\S]*SUMMARY:Annual review\\, ours: Send the report/);
    expect(text).not.toMatch(/Okafor|Amara|Quill/);
    const [kept] = await asOwner<{ secret_hash: string; read_on: string }>(
      'select secret_hash, read_on::text from app.calendar_feeds where school_id = $1',
      [school.schoolId],
    );
    expect(kept?.read_on).toBe('2026-11-24');
    expect(path).not.toContain(kept?.secret_hash);
    const events = await asOwner<{ type: string }>(
      "select type from app.events where school_id = $1 and type like 'Calendar%'",
      [school.schoolId],
    );
    expect(events).toEqual([{ type: 'CalendarFeedMade' }]);
  });

  it('is dead once another was made, when stopped, when guessed, and when its owner has left', async () => {
    const { senco, school } = await world();
    const make = async () => {
      await senco.browser.post('/reviews/calendar/new');
      return addressIn(await senco.browser.get('/reviews/calendar'));
    };
    const status = async (path: string) => (await browser().get(path)).status;
    const first = await make();
    const second = await make();
    expect(first).not.toBe(second);
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    expect(await status(second.replace(/.{6}\.ics$/, 'AAAAAA.ics'))).toBe(404);
    expect(await status(second.replace('.ics', ''))).toBe(404);
    expect(await status('/calendar/x.ics')).toBe(404);
    await asOwner('update app.memberships set until_on = $2 where school_id = $1 and person_id = $3', [
      school.schoolId,
      '2026-11-20',
      senco.personId,
    ]);
    expect(await status(second)).toBe(404);
    await asOwner('update app.memberships set until_on = null where school_id = $1', [school.schoolId]);
    expect((await senco.browser.post('/reviews/calendar/stop')).goesTo).toBe('/reviews/calendar');
    expect(await status(second)).toBe(404);
    expect((await senco.browser.get('/reviews/calendar')).text).toContain('Make my address');
  });

  it('shows a teacher’s own pupils alone', async () => {
    const { school, amara } = await world();
    const teacher = await given.person(school, 'teacher');
    await teacher.browser.post('/reviews/calendar/new');
    const path = addressIn(await teacher.browser.get('/reviews/calendar'));
    expect((await browser().get(path)).text).not.toContain('BEGIN:VEVENT');
    await givenPupils.taughtBy(school, amara, teacher.personId);
    expect((await browser().get(path)).text).toContain('DTSTART;VALUE=DATE:20261126');
  });
});

/** A program whose mail is caught, on a day of one's own. */
const posting = (today: string, sent: Mail[]) => ({
  ...program,
  clock: stoppedClock(`${today}T07:00:00Z`),
  post: { ...program.post, send: async (mail: Mail) => void sent.push(mail) },
});

describe('the weekly mail', () => {
  it('says what and by when to those who run cases, once a week, and stops for who asks', async () => {
    const { school, senco } = await world();
    const head = await given.person(school, 'head');
    const sent: Mail[] = [];
    await mailDigests(posting('2026-11-24', sent), school.schoolId);
    expect(sent.map(({ to }) => to)).toEqual([senco.email]);
    const [mail] = sent;
    expect(mail?.text).toContain('- Thu 26 Nov 2026: Send the report of the meeting');
    expect(mail?.text).toMatch(
      /Late, others’[^-]*- Mon 2 Nov 2026: The next review[^-]*- Tue 10 Nov 2026: Decide to keep/,
    );
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Okafor|Amara|Quill/);
    await mailDigests(posting('2026-11-25', sent), school.schoolId);
    expect(sent.length).toBe(1);
    expect((await senco.browser.post('/reviews/calendar/mail-me-no-more')).goesTo).toBe('/reviews/calendar');
    expect((await senco.browser.get('/reviews/calendar')).text).toContain('You get no weekly mail');
    await head.browser.post('/reviews/calendar/mail-me');
    await mailDigests(posting('2026-11-30', sent), school.schoolId);
    expect(sent.slice(1).map(({ to }) => to)).toEqual([head.email]);
    const events = await asOwner<{ type: string; person_id: string }>(
      "select type, person_id from app.events where school_id = $1 and type = 'DigestChosen' order by xmin::text::bigint",
      [school.schoolId],
    );
    expect(events.map((event) => event.person_id)).toEqual([senco.personId, head.personId]);
  });

  it('is not sent where nothing is due', async () => {
    const school = await given.school();
    await given.person(school, 'senco');
    const sent: Mail[] = [];
    await mailDigests(posting('2026-11-24', sent), school.schoolId);
    expect(sent).toEqual([]);
  });
});

describe('the head', () => {
  it('is told of a legal date of the school five days before it, once', async () => {
    const { school, reportDue, amara } = await world();
    const sent: Mail[] = [];
    await tellHeads(posting('2026-11-24', sent), school.schoolId);
    expect(sent).toEqual([]);
    const head = await given.person(school, 'head');
    await tellHeads(posting('2026-11-20', sent), school.schoolId);
    expect(sent).toEqual([]);
    await tellHeads(posting('2026-11-21', sent), school.schoolId);
    await tellHeads(posting('2026-11-22', sent), school.schoolId);
    expect(sent.map(({ to }) => to)).toEqual([head.email]);
    expect(sent[0]?.text).toContain(`- Thu 26 Nov 2026: Send the report of the meeting`);
    expect(sent[0]?.text).toContain(`/cases/${reportDue}`);
    expect(`${sent[0]?.subject} ${sent[0]?.text}`).not.toMatch(/Okafor|Amara|Quill/);
    const events = await asOwner<{ pupil_id: string; subject_id: string }>(
      "select pupil_id, subject_id from app.events where school_id = $1 and type = 'HeadTold'",
      [school.schoolId],
    );
    expect(events).toEqual([{ pupil_id: amara, subject_id: reportDue }]);
  });
});
