import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenCards from '#test/given-cards.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, type Read, sessionCookie } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

const toRead = ({ $ }: Read) => $('[aria-label="To read"]').text();
const shownOf = ({ $ }: Read): string[] =>
  $('input[name="shown"]')
    .toArray()
    .map((input) => $(input).attr('value') ?? '');
const eventsOf = (schoolId: string) =>
  asOwner<{ type: string }>(
    "select type from app.events where school_id = $1 and type like 'Card%' and person_id is not null order by xmin::text::bigint",
    [schoolId],
  );

describe('the lesson card of a class', () => {
  it('is one click from Today, and asks to be read', async () => {
    const { teacher, path, school, pupilId } = await givenCards.taughtClass();
    const today = await teacher.browser.get('/today');
    expect(today.$(`a[href="${path}"]`).length).toBe(1);
    expect(today.text).toContain('1 to read');
    const shown = await teacher.browser.get(path);
    expect(shown.$('.lesson-cards').text()).toContain('One instruction at a time');
    expect(shown.text).not.toContain('Elsewhere');
    const read = await teacher.browser.post(path, { shown: shownOf(shown) });
    expect(read.goesTo).toBe(path);
    expect(toRead(await teacher.browser.get(path))).toBe('');
    expect(await eventsOf(school.schoolId)).toEqual([{ type: 'CardsRead' }]);
    const seen = await asOwner('select person_id, card_version from app.card_seen where pupil_id = $1', [
      pupilId,
    ]);
    expect(seen).toEqual([{ person_id: teacher.personId, card_version: 1 }]);
    const views = await asOwner(
      "select from app.views where page = '/classes/:groupId/card' and pupil_ids = array[$1::uuid]",
      [pupilId],
    );
    expect(views.length).toBeGreaterThan(0);
  });

  it('asks again after a change, and shows the difference alone', async () => {
    const { teacher, path, school, pupilId } = await givenCards.taughtClass();
    const before = shownOf(await teacher.browser.get(path));
    await teacher.browser.post(path, { shown: before });
    await givenCards.card(school, pupilId, { must: ['One instruction at a time', 'Seat near the door'] });
    const shown = await teacher.browser.get(path);
    expect(toRead(shown)).toContain('Seat near the door instead of Autism: warn of changes');
    expect(toRead(shown)).toContain('no longer: Tells stories well');
    expect(toRead(shown)).not.toContain('One instruction');
    // What was shown before the change marks nothing of it as read.
    await teacher.browser.post(path, { shown: before });
    expect(toRead(await teacher.browser.get(path))).toContain('Seat near the door');
  });

  it('tells the SENCO, and nobody else, who has not read it', async () => {
    const { teacher, path, school } = await givenCards.taughtClass();
    const senco = await given.person(school, 'senco');
    const row = async () => (await senco.browser.get('/cards')).$('tbody tr').text();
    const waiting = await row();
    expect(waiting).toMatch(/\(1 of 1\)$/);
    expect((await teacher.browser.get('/cards')).text).not.toContain('Not read yet by');
    await teacher.browser.post(path, { shown: shownOf(await teacher.browser.get(path)) });
    expect(await row()).toMatch(/Everybody has$/);
  });

  it('is hidden from other teachers, other schools and other roles', async () => {
    const { school, path } = await givenCards.taughtClass();
    const answers = await Promise.all([
      given.person(school, 'teacher').then((one) => one.browser.get(path)),
      given.school().then(async (other) => (await given.person(other, 'senco')).browser.get(path)),
      given.person(school, 'office').then((one) => one.browser.get(path)),
      given.person(school, 'governor').then((one) => one.browser.get(path)),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 403, 403]);
  });

  it('is a tagged PDF on A4, on A5 and in large print', async () => {
    const { teacher, school, path } = await givenCards.taughtClass();
    const cookie = await sessionCookie(teacher.personId, school.schoolId);
    const widths = [];
    for (const search of ['', '?paper=a5', '?size=large']) {
      const answer = await app.request(`http://localhost:3000${path}.pdf${search}`, { headers: { cookie } });
      const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
      expect((await extractText(pdf, { mergePages: true })).text).toContain('One instruction at a time');
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
      widths.push(Math.round((await pdf.getPage(1)).getViewport({ scale: 1 }).width));
    }
    expect(widths).toEqual([595, 420, 595]);
  });
});

describe('the card of one pupil', () => {
  const plan = {
    words: 'Say it again in fewer words. Show, then say',
    mark: 'complete',
    version: '0',
  };

  it('is written from the plan in two clicks, and warned of a diagnosis', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const senco = await given.person(school, 'senco');
    await senco.browser.post(`/pupils/${pupilId}/plan/begin`, {});
    await senco.browser.post(`/pupils/${pupilId}/plan/parts/help`, plan);
    const path = `/pupils/${pupilId}/card`;
    const offered = await senco.browser.get(`${path}/write`);
    const [first = ''] = offered
      .$('input[name="takeMust"]')
      .toArray()
      .map((box) => offered.$(box).attr('value') ?? '');
    expect(first).toBe('help:Say it again in fewer words');
    const saved = await senco.browser.post(`${path}/write`, {
      version: '0',
      takeMust: [first],
      should1: 'Has ADHD',
    });
    expect(saved.goesTo).toBe(path);
    expect((await senco.browser.get(path)).$('main').text()).toContain('Say it again in fewer words');
    expect((await senco.browser.get(`${path}/write`)).text).toContain('“Has ADHD”: ADHD');
    expect(await eventsOf(school.schoolId)).toEqual([{ type: 'CardWritten' }]);
  });

  it('overwrites nothing that somebody else wrote, and shows both', async () => {
    const { teacher, school, pupilId } = await givenCards.taughtClass();
    const path = `/pupils/${pupilId}/card/write`;
    const late = await teacher.browser.post(path, { version: '0', must1: 'Mine' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('On record now');
    expect(late.$('input[name="must1"]').attr('value')).toBe('Mine');
    const many = await teacher.browser.post(path, {
      version: '1',
      must1: 'A',
      takeMust: ['help:B', 'help:C', 'help:D'],
    });
    expect(errorsShown(many)).toEqual(['Three must-knows at most: these are 4. Take some out, or join two']);
    const [row] = await asOwner('select version from app.cards where school_id = $1 and pupil_id = $2', [
      school.schoolId,
      pupilId,
    ]);
    expect(row).toEqual({ version: 1 });
  });

  it('is read, and not written, by a teaching assistant who is the key worker', async () => {
    const { school, elsewhere } = await givenCards.taughtClass();
    const ta = await given.person(school, 'ta');
    await givenPupils.keyWorker(school, elsewhere, await givenPupils.staffOf(school, ta.personId));
    const list = await ta.browser.get('/cards');
    expect(list.$(`a[href="/pupils/${elsewhere}/card"]`).text()).toBe('Elias Elsewhere');
    const path = `/pupils/${elsewhere}/card`;
    const shown = await ta.browser.get(path);
    await ta.browser.post(path, { shown: shownOf(shown) });
    expect((await ta.browser.get('/cards')).$('main').text()).toContain('Read');
    expect((await ta.browser.get(`${path}/write`)).status).toBe(403);
  });
});
