import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { PupilId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { type Browser, errorsShown, sessionCookie, valueBeside } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

const day = (name: string, day_: number, month: number, year = 2026) => ({
  [`${name}-day`]: String(day_),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
});
const asked = {
  rightUsed: 'subject_access',
  askedBy: 'Mrs Okafor',
  asker: 'parent',
  ...day('receivedOn', 20, 11),
  whatFor: 'Everything that you hold',
};

async function withPupil() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenPupils.pupil(school);
  await givenPupils.carer(school, pupilId);
  await givenPupils.alert(school, pupilId, { words: 'Sits apart from Ben Finch' });
  const senco = await given.person(school, 'senco');
  return { school, pupilId, senco, browser: senco.browser };
}

async function withRequest() {
  const made = await withPupil();
  const logged = await made.browser.post(`/pupils/${made.pupilId}/access-request`, asked);
  return { ...made, address: logged.goesTo ?? '' };
}

const identity = {
  ...day('identityCheckedOn', 21, 11),
  identityHow: 'Known at the gate',
  extendedMonths: '0',
};
const check = (browser: Browser, address: string, more: Record<string, string> = {}) =>
  browser.post(`${address}/change`, { ...identity, version: '1', ...more });

const types = async (pupilId: PupilId) =>
  (
    await asOwner<{ type: string }>('select type from app.events where pupil_id = $1 order by event_id', [
      pupilId,
    ])
  ).map(({ type }) => type);

const itemOf = async (table: string, key: string, pupilId: PupilId) => {
  const [row] = await asOwner<{ id: string }>(`select ${key} as id from app.${table} where pupil_id = $1`, [
    pupilId,
  ]);
  return row?.id ?? '';
};

describe('a request to see the record', () => {
  it('is logged, with the day on which it is due and the sum', async () => {
    const { browser, address, pupilId } = await withRequest();
    expect(address).toMatch(new RegExp(`^/pupils/${pupilId}/access-requests/`));
    const read = await browser.get(address);
    expect(read.status).toBe(200);
    expect(valueBeside(read, 'Due')).toContain('20 December 2026One month from receipt: UK GDPR art. 12(3)');
    expect(valueBeside(read, 'Identity')).toBe('Not checked');
    expect(await types(pupilId)).toContain('AccessRequested');
    expect((await browser.get(`/pupils/${pupilId}/rights`)).text).toContain('Due 20 Dec 2026');
  });

  it('counts fifteen school days for the educational record', async () => {
    const { browser, pupilId } = await withPupil();
    const logged = await browser.post(`/pupils/${pupilId}/access-request`, {
      ...asked,
      rightUsed: 'educational_record',
      ...day('receivedOn', 16, 11),
    });
    expect(valueBeside(await browser.get(logged.goesTo ?? ''), 'Due')).toContain('7 December 2026');
  });

  it.each([
    [{ askedBy: '' }, 'Enter who asks'],
    [{ rightUsed: '' }, 'Select what is asked for'],
    [day('receivedOn', 30, 11), 'The day of receipt must be today or earlier'],
  ])('is refused with what is wrong: %j', async (changed, message) => {
    const { browser, pupilId } = await withPupil();
    const read = await browser.post(`/pupils/${pupilId}/access-request`, { ...asked, ...changed });
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
  });

  it.each([
    [{ identityHow: '' }, 'Enter both the day and how identity was checked, or neither'],
    [{ extendedMonths: '1' }, 'Enter months and why more time is needed, or neither'],
    [{ extendedMonths: '3' }, 'Months more must be 2 or less'],
    [day('closedOn', 22, 11), 'Enter both the day and how the request ended, or neither'],
    [
      { ...day('closedOn', 1, 11), outcome: 'given' },
      'The day must lie between the day of receipt and today',
    ],
    [{ version: '7' }, 'Somebody else changed this request meanwhile. Look at it again before you save'],
  ])('refuses what does not fit together: %j', async (changed, message) => {
    const { browser, address } = await withRequest();
    const read = await check(browser, address, changed);
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
  });

  it('takes two months more when the asker was told', async () => {
    const { browser, address } = await withRequest();
    await check(browser, address, { extendedMonths: '2', extendedWhy: 'Many files' });
    expect(valueBeside(await browser.get(address), 'Due')).toContain('20 February 2027');
  });
});

describe('the copy of the record', () => {
  it('is made only once identity was checked', async () => {
    const { browser, address } = await withRequest();
    await browser.post(`${address}/make-copy`);
    const read = await browser.get(address);
    expect(read.text).toContain('Record first how the identity of whoever asks was checked.');
    expect(read.text).toContain('No copy was made yet.');
  });

  it('leaves out what was marked, counts it, is logged, and can be made again', async () => {
    const { browser, address, pupilId } = await withRequest();
    await check(browser, address);
    const alert = await itemOf('pupil_alerts', 'alert_id', pupilId);
    const entry = `source=pupil_alerts&item=${alert}`;
    expect((await browser.get(`${address}/entries?source=pupil_alerts`)).text).toContain('Ben Finch');
    expect((await browser.get(`${address}/leave-out?${entry}`)).text).toContain('Ben Finch');
    const marked = await browser.post(`${address}/leave-out?${entry}`, {
      what: 'words',
      words: 'Ben Finch',
      isEverywhere: 'yes',
      ground: 'third_party',
      why: 'Another child',
    });
    expect(marked.goesTo).toBe(`${address}/entries?source=pupil_alerts`);
    const tie = await itemOf('pupil_carers', 'pupil_carer_id', pupilId);
    await browser.post(`${address}/leave-out?source=pupil_carers&item=${tie}`, {
      what: 'entry',
      ground: 'serious_harm',
      why: 'A court says so',
    });
    expect((await browser.post(`${address}/make-copy`)).goesTo).toBe(address);
    const shown = await browser.get(address);
    expect(shown.text).toContain('1 left out');
    const json = shown.$('a[href$="copy.json"]').attr('href') ?? '';
    const copy = await browser.get(json);
    expect(copy.headers.get('content-type')).toContain('application/json');
    expect(copy.text).not.toContain('Finch');
    expect(copy.text).toContain('Sits apart from [blanked]');
    expect(copy.text).toContain('Giving it would be likely to cause serious harm');
    expect(copy.text).toContain('Okafor');
    const kept = await types(pupilId);
    expect(kept.filter((type) => type === 'RecordRedacted').length).toBe(2);
    expect(kept).toContain('AccessBundleMade');

    const withdraw = shown.$('form[action*="/redactions/"]').first().attr('action') ?? '';
    await browser.post(withdraw);
    await browser.post(`${address}/make-copy`);
    const again = await browser.get(address);
    const copies = again.$('a[href$="copy.json"]').toArray();
    expect(copies.length).toBe(2);
    expect((await browser.get(again.$(copies[0]).attr('href') ?? '')).text).toContain('Ben Finch');
    expect((await browser.get(json)).text).not.toContain('Finch');
  });

  it('is a tagged PDF with the same words', async () => {
    const { school, browser, address, senco } = await withRequest();
    await check(browser, address);
    await browser.post(`${address}/make-copy`);
    const link = (await browser.get(address)).$('a[href$="copy.pdf"]').attr('href') ?? '';
    const cookie = await sessionCookie(senco.personId, school.schoolId);
    const answer = await app.request(`http://localhost:3000${link}`, { headers: { cookie } });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).not.toContain('Okafor');
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
    const marks: { Marked?: boolean } | null = await pdf.getMarkInfo();
    expect(marks?.Marked).toBe(true);
    const { text } = await extractText(pdf, { mergePages: true });
    for (const words of ['What is held of Amara Okafor', 'Nothing was left out.', 'Sits apart'])
      expect(text).toContain(words);
  });

  it.each([
    [{ what: '' }, 'Select what is not given'],
    [{ what: 'words', words: '' }, 'Enter the words that are not given'],
    [{ what: 'field', field: 'nonsense' }, 'Select which fact is not given'],
    [{ what: 'entry', why: '' }, 'Enter why it is not given'],
  ])('refuses a mark that says too little: %j', async (changed, message) => {
    const { browser, address, pupilId } = await withRequest();
    const alert = await itemOf('pupil_alerts', 'alert_id', pupilId);
    const read = await browser.post(`${address}/leave-out?source=pupil_alerts&item=${alert}`, {
      ground: 'third_party',
      why: 'Another child',
      ...changed,
    });
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
  });

  it('changes no more when the request has ended, and knows no entry of another pupil', async () => {
    const { school, browser, address } = await withRequest();
    const other = await givenPupils.pupil(school, { forename: 'Ben', surname: 'Finch' });
    const theirs = await itemOf('enrolments', 'enrolment_id', other);
    expect((await browser.get(`${address}/leave-out?source=enrolments&item=${theirs}`)).status).toBe(404);
    await check(browser, address, { ...day('closedOn', 24, 11), outcome: 'given', closedHow: 'By hand' });
    await browser.post(`${address}/make-copy`);
    expect((await browser.get(address)).text).toContain('This request has ended');
  });

  it('is read by the head, managed by the SENCO alone, and of no other school', async () => {
    const { school, address, pupilId } = await withRequest();
    const head = (await given.person(school, 'head')).browser;
    expect((await head.get(address)).status).toBe(200);
    expect((await head.post(`${address}/make-copy`)).status).toBe(403);
    expect((await head.get(`${address}/entries`)).status).toBe(403);
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get(`/pupils/${pupilId}/rights`)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });
});
