import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

async function begun() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.person(school, 'senco');
  const path = `/pupils/${pupilId}/plan`;
  await senco.browser.post(`${path}/begin`, {});
  return { school, pupilId, senco, path };
}
const draft = (words: string, base = '0') => ({
  typed: JSON.stringify({ words, version: base, 'byOn-day': '40' }),
  base,
});
const drafts = (pupilId: string) =>
  asOwner<{ part: string }>('select part from app.plan_drafts where pupil_id = $1 order by 1', [pupilId]);

describe('a draft', () => {
  it('is kept for the writer alone, offered, used, and gone once it is saved', async () => {
    const { school, pupilId, senco, path } = await begun();
    const other = await given.person(school, 'senco');
    await senco.browser.post(`${path}/drafts/help`, draft('Half a sen'));
    await senco.browser.post(`${path}/drafts/help`, draft('Half a sentence'));
    const offer = await senco.browser.get(`${path}/parts/help`);
    expect(offer.text).toContain('without saving it');
    expect(offer.text).not.toContain('Half a sentence');
    const used = await senco.browser.get(`${path}/parts/help?draft=use`);
    expect(used.$('textarea').val()).toBe('Half a sentence');
    expect((await senco.browser.get(`${path}/drafts/help`)).text).toContain('Half a sentence');

    for (const address of ['parts/help', 'parts/help?draft=use', 'drafts/help'])
      expect((await other.browser.get(`${path}/${address}`)).text).not.toContain('Half a sentence');
    expect(
      await asOwner('select 1 from app.events where pupil_id = $1 and type ~ $2', [pupilId, 'Draft']),
    ).toEqual([]);
    await senco.browser.post(`${path}/parts/help`, { words: 'A whole sentence', version: '0' });
    expect(await drafts(pupilId)).toEqual([]);
  });

  it('shows both texts when the part was saved by somebody since, and overwrites nothing', async () => {
    const { school, pupilId, senco, path } = await begun();
    const other = await given.person(school, 'senco');
    await senco.browser.post(`${path}/drafts/help`, draft('My words'));
    await other.browser.post(`${path}/parts/help`, { words: 'Their words', version: '0' });
    expect((await senco.browser.get(`${path}/parts/help`)).text).toContain('saved by somebody since');
    const used = await senco.browser.get(`${path}/parts/help?draft=use`);
    expect(used.text).toContain('Their words');
    expect(used.$('textarea').val()).toBe('My words');
    expect((await senco.browser.post(`${path}/drafts/help/throw-away`, {})).goesTo).toBe(
      `${path}/parts/help`,
    );
    expect(await drafts(pupilId)).toEqual([]);
  });

  it('keeps what the form would refuse: a novel, a day that is none', async () => {
    const { pupilId, senco, path } = await begun();
    const novel = 'Once upon a time. '.repeat(4000);
    await senco.browser.post(`${path}/drafts/new`, draft(novel));
    const used = await senco.browser.get(`${path}/targets/new?draft=use`);
    expect(String(used.$('textarea').first().val()).length).toBe(novel.length);
    expect(used.$('input[name="byOn-day"]').val()).toBe('40');
    const refused = await senco.browser.post(`${path}/targets/new`, {
      area: 'semh',
      words: novel,
      version: '0',
    });
    expect([refused.status, errorsShown(refused)]).toEqual([
      422,
      ['Target must be 1000 characters or fewer'],
    ]);
    expect(String(refused.$('textarea').first().val()).length).toBeGreaterThan(70_000);
    expect(await drafts(pupilId)).toEqual([{ part: 'new' }]);
    expect((await senco.browser.post(`${path}/drafts/new`, { typed: '[1]', base: '0' })).status).toBe(422);
    expect((await senco.browser.get(`${path}/drafts/nothing`)).status).toBe(404);
  });
});

describe('a target that cannot be', () => {
  it.each([
    [{ words: '👍👍' }, 'Enter the target in words: a picture alone is read in many ways'],
    [{ 'byOn-year': '1999' }, 'The day must be after the pupil was born'],
    [{ 'byOn-year': '2025' }, 'The day must not be before this plan began'],
  ])('is refused with a sentence, and what was typed stays: %j', async (wrong, message) => {
    const { senco, path } = await begun();
    const typed = {
      area: 'semh',
      words: 'Asks for a break by herself',
      success: 'Typed with care',
      version: '0',
    };
    const day = { 'byOn-day': '1', 'byOn-month': '2', 'byOn-year': '2027' };
    const refused = await senco.browser.post(`${path}/targets/new`, { ...typed, ...day, ...wrong });
    expect([refused.status, errorsShown(refused)]).toEqual([422, [message]]);
    expect(refused.$('input[name="success"]').val()).toBe('Typed with care');
  });
});
