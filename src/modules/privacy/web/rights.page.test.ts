import { describe, expect, it } from 'vitest';
import type { PupilId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, valueBeside } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const day = (name: string, day_: number, month: number) => ({
  [`${name}-day`]: String(day_),
  [`${name}-month`]: String(month),
  [`${name}-year`]: '2026',
});

async function withPupil() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const { browser } = await given.person(school, 'senco');
  return { school, pupilId, browser };
}

const typesOf = async (pupilId: PupilId) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where pupil_id = $1 and type ~ 'Correction|Hold|Held' order by type desc`,
      [pupilId],
    )
  ).map(({ type }) => type);

async function withCorrection() {
  const made = await withPupil();
  const { pupilId, browser } = made;
  const read = await browser.get(`/pupils/${pupilId}/correction`);
  const option = read.$('option').filter((_, one) => read.$(one).text().includes('Okafor'));
  const logged = await browser.post(`/pupils/${pupilId}/correction`, {
    askedBy: 'Mrs Okafor',
    ...day('receivedOn', 20, 11),
    record: option.first().attr('value') ?? '',
    whatIsWrong: 'It is spelt Okafo',
  });
  expect(logged.goesTo).toBe(`/pupils/${pupilId}/rights`);
  const home = await browser.get(`/pupils/${pupilId}/rights`);
  const address = home.$('a[href*="/corrections/"]').attr('href') ?? '';
  return { ...made, address };
}

describe('a request to put the record right', () => {
  it('is logged against one record, shows it as it stands, and is due in a month', async () => {
    const { browser, address, pupilId } = await withCorrection();
    const read = await browser.get(address);
    expect(read.text).toContain('To be answered by 20 December 2026');
    expect(valueBeside(read, 'Value')).toBe('Okafor');
    expect(await typesOf(pupilId)).toEqual(['CorrectionRequested']);
  });

  it('keeps a statement that is not agreed with beside the record, also in a copy (rule priv-8)', async () => {
    const { browser, address, pupilId } = await withCorrection();
    const decided = await browser.post(address, {
      decision: 'not_agreed',
      why: 'The birth certificate says so',
      statement: 'We spell it so at home',
      version: '1',
    });
    expect(decided.goesTo).toBe(`/pupils/${pupilId}/rights`);
    expect((await browser.get(`/pupils/${pupilId}/rights`)).text).toContain('We spell it so at home');
    expect(valueBeside(await browser.get(address), 'Statement kept beside this record')).toBe(
      'We spell it so at home',
    );
    expect(await typesOf(pupilId)).toEqual(['CorrectionRequested', 'CorrectionDecided']);
    const late = await browser.post(address, { decision: 'corrected', why: 'Done', version: '1' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('The birth certificate says so');
  });

  it.each([
    [{ decision: '' }, 'Select the decision'],
    [{ why: '' }, 'Enter what was changed, or why not'],
    [{ decision: 'not_agreed' }, 'Enter what whoever asks says of the record, to keep beside it'],
    [{ statement: 'No' }, 'Leave their statement blank: the record was corrected'],
  ])('is refused with what is wrong: %j', async (changed, message) => {
    const { browser, address } = await withCorrection();
    const read = await browser.post(address, {
      decision: 'corrected',
      why: 'Changed on the page of names',
      version: '1',
      ...changed,
    });
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
  });

  it('takes only a record of this pupil', async () => {
    const { browser, pupilId } = await withPupil();
    const read = await browser.post(`/pupils/${pupilId}/correction`, {
      askedBy: 'Mrs Okafor',
      ...day('receivedOn', 20, 11),
      record: 'needs/0198c0de-0000-7000-8000-000000000001',
      whatIsWrong: 'x',
    });
    expect(errorsShown(read)).toEqual(['Select which record is said to be wrong']);
  });
});

describe('a hold', () => {
  it('is set with a reason and ended with one, once', async () => {
    const { browser, pupilId } = await withPupil();
    const address = `/pupils/${pupilId}/hold`;
    const hold = { kind: 'claim', why: 'An appeal', ...day('fromOn', 2, 11) };
    expect((await browser.post(address, hold)).goesTo).toBe(address);
    expect((await browser.get(`/pupils/${pupilId}/rights`)).text).toContain('Held since 2 November 2026');
    const end = (await browser.get(address)).$('a[href$="/end"]').attr('href') ?? '';
    expect((await browser.get(end)).text).toContain('An appeal');
    expect(errorsShown(await browser.post(end, { why: '', version: '1' }))).toEqual([
      'Enter why the hold ends',
    ]);
    expect((await browser.post(end, { why: 'It was settled', version: '1' })).goesTo).toBe(address);
    expect(errorsShown(await browser.post(end, { why: 'Again', version: '1' }))).toEqual([
      'Somebody else ended this hold meanwhile',
    ]);
    expect(await typesOf(pupilId)).toEqual(['RecordsHeld', 'HoldEnded']);
  });

  it('cannot begin tomorrow, and is no business of the head or of another school', async () => {
    const { school, browser, pupilId } = await withPupil();
    const address = `/pupils/${pupilId}/hold`;
    const read = await browser.post(address, { kind: 'claim', why: 'x', ...day('fromOn', 25, 11) });
    expect(errorsShown(read)).toEqual(['The day must be today or earlier']);
    expect((await (await given.person(school, 'head')).browser.get(address)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });
});
