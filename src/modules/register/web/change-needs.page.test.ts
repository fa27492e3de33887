import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenRegister from '#test/given-register.ts';
import { errorsShown, type Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const seenOf = ({ $ }: Read): string => $('input[name=seen]').attr('value') ?? '';

async function withNeeds(...needTypes: string[]) {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school, { needTypes });
  const { browser } = await given.person(school, 'senco');
  const path = `/pupils/${pupilId}/needs`;
  const post = async (fields: Record<string, string>) =>
    browser.post(path, { why: 'New report', seen: seenOf(await browser.get(path)), ...fields });
  const open = async () =>
    (
      await asOwner<{ need: string }>(
        `select rank || ' ' || sen_type || ' ' || from_on as need from app.needs
          where pupil_id = $1 and until_on is null and withdrawn_at is null order by rank`,
        [pupilId],
      )
    ).map(({ need }) => need);
  return { school, pupilId, browser, path, post, open };
}

describe('changing the needs of a pupil', () => {
  it('shows those held, with the types in use today', async () => {
    const { browser, path } = await withNeeds('SLCN', 'MLD');
    const { $ } = await browser.get(path);
    expect($('h1').text()).toBe('Change needs');
    expect($('select[name=type1] option[selected]').text()).toBe(
      'Speech, Language and Communication Needs (SLCN)',
    );
    expect($('select[name=type2] option[selected]').attr('value')).toBe('MLD');
    const types = $('select[name=type3] option')
      .toArray()
      .map((option) => $(option).attr('value'));
    expect(types).toContain('DS');
    expect(types).not.toContain('BESD');
  });

  it('keeps what is the same, ends what is left out, and opens what is new', async () => {
    const { browser, post, open, pupilId } = await withNeeds('SLCN', 'MLD');
    const done = await post({ type1: 'SLCN', type2: 'ASD', words2: 'Likes order', toldBy2: 'Dr Wren' });
    expect([done.status, done.goesTo]).toEqual([303, `/pupils/${pupilId}`]);
    expect(await open()).toEqual(['1 SLCN 2026-09-01', '2 ASD 2026-11-24']);
    const [mld] = await asOwner("select until_on from app.needs where pupil_id = $1 and sen_type = 'MLD'", [
      pupilId,
    ]);
    expect(mld).toEqual({ until_on: '2026-11-23' });
    const events = await asOwner<{ why: string; changes: Record<string, unknown> }>(
      "select why, changes from app.events where pupil_id = $1 and type = 'NeedsChanged'",
      [pupilId],
    );
    expect(events.find(({ why }) => why === 'New report')?.changes).toMatchObject({
      needs: { before: 'SLCN, MLD', after: 'SLCN, ASD' },
      ASD: { before: null, after: 'since 24 November 2026, told by Dr Wren, Likes order' },
    });
    expect((await browser.get('/pupils')).text).toContain('SLCN, ASD');
  });

  it('changes words in place and records nothing when nothing is different', async () => {
    const { post, open, pupilId } = await withNeeds('SLCN');
    await post({ type1: 'SLCN', words1: 'Says little in groups' });
    await post({ type1: 'SLCN', words1: 'Says little in groups' });
    expect(await open()).toEqual(['1 SLCN 2026-09-01']);
    const events = await asOwner(
      "select 1 from app.events where pupil_id = $1 and type = 'NeedsChanged' and why = 'New report'",
      [pupilId],
    );
    expect(events).toHaveLength(1);
  });

  it.each([
    [{ type2: 'SLCN' }, 'Select a primary need: needs are in order, without a gap'],
    [{ type1: 'SLCN', type3: 'MLD' }, 'Leave no gap between needs: they are in order of rank'],
    [{ type1: 'SLCN', type2: 'SLCN' }, 'The same type of need stands twice: leave one of them out'],
    [{ type1: 'BESD' }, 'This type of need is no longer in use: assess again and select one of today'],
    [{ type1: 'QQ' }, 'Select a type of need from the list'],
    [
      { type1: 'SLCN', 'since1-day': '25', 'since1-month': '11', 'since1-year': '2026' },
      'Since must be today or in the past',
    ],
    [{ type1: 'SLCN', why: '' }, 'Enter the reason for the change'],
  ])('refuses %j with a message', async (fields, message) => {
    const { post, open } = await withNeeds('SLCN');
    const refused = await post(fields);
    expect(refused.status).toBe(422);
    expect(errorsShown(refused)).toContain(message);
    expect(await open()).toEqual(['1 SLCN 2026-09-01']);
  });

  it('overwrites nothing that somebody else wrote meanwhile, and shows both', async () => {
    const { school, pupilId, browser, path, open } = await withNeeds('SLCN');
    const seen = seenOf(await browser.get(path));
    await givenRegister.needs(school, pupilId, 'HI', 'SLCN');
    const stale = await browser.post(path, { type1: 'ASD', why: 'New report', seen });
    expect(errorsShown(stale)[0]).toContain('Nothing was overwritten');
    expect(stale.text).toContain('Hearing Impairment since 1 September 2026');
    expect(stale.$('select[name=type1] option[selected]').attr('value')).toBe('ASD');
    expect((await open())[0]).toContain('HI');
  });

  it('is for those who keep the register', async () => {
    const { school, path } = await withNeeds('SLCN');
    for (const role of ['head', 'teacher', 'office'] as const) {
      expect((await (await given.person(school, role)).browser.get(path)).status).toBe(403);
    }
  });
});

describe('strengths', () => {
  it('are added in words that the family reads, and ended when no longer so', async () => {
    const { browser, pupilId } = await withNeeds();
    const path = `/pupils/${pupilId}/strengths/new`;
    expect(errorsShown(await browser.post(path, { words: ' ' }))).toEqual(['Enter the strength']);
    const done = await browser.post(path, { words: 'Draws with great care', toldBy: 'Mum' });
    expect([done.status, done.goesTo]).toEqual([303, `/pupils/${pupilId}`]);
    await browser.post(path, { words: 'draws with great care' });
    const rows = await asOwner('select words, told_by, audience from app.strengths where pupil_id = $1', [
      pupilId,
    ]);
    expect(rows).toEqual([{ words: 'Draws with great care', told_by: 'Mum', audience: 'family' }]);
    const shown = await browser.get(path);
    expect(shown.text).toContain('Told by Mum');
    const end = shown.$('form[action$="/end"]').attr('action') ?? '';
    expect((await browser.post(end)).status).toBe(303);
    expect((await browser.get(path)).text).not.toContain('Draws with great care');
    expect((await browser.post(end)).status).toBe(404);
    const types = await asOwner<{ type: string }>(
      "select type from app.events where pupil_id = $1 and type like 'Strength%' order by type",
      [pupilId],
    );
    expect(types.map(({ type }) => type)).toEqual(['StrengthAdded', 'StrengthEnded']);
  });
});

describe('a special place', () => {
  const today = { 'onDay-day': '24', 'onDay-month': '11', 'onDay-year': '2026' };
  const offer = (schoolId: string) =>
    asOwner('update app.schools set has_sen_unit = true where school_id = $1', [schoolId]);

  it('is refused where the school has none', async () => {
    const { browser, pupilId } = await withNeeds();
    const path = `/pupils/${pupilId}/place`;
    const shown = await browser.get(path);
    expect(shown.text).toContain('no SEN unit and no resourced provision');
    const refused = await browser.post(path, { kind: 'sen_unit', ...today, seen: seenOf(shown) });
    expect(errorsShown(refused)[0]).toContain("The school's settings say that it has no such place");
  });

  it('is given, shown on the register, and ended', async () => {
    const { browser, pupilId, school } = await withNeeds();
    await offer(school.schoolId);
    const path = `/pupils/${pupilId}/place`;
    const seen = async () => seenOf(await browser.get(path));
    const stale = await seen();
    const done = await browser.post(path, { kind: 'sen_unit', ...today, seen: stale });
    expect([done.status, done.goesTo]).toEqual([303, `/pupils/${pupilId}`]);
    expect((await browser.get('/pupils?unit=sen_unit&columns=place')).$('tbody td').text()).toBe('SEN unit');
    expect(errorsShown(await browser.post(path, { kind: 'none', ...today, seen: stale }))[0]).toContain(
      'Nothing was overwritten',
    );
    expect(errorsShown(await browser.post(path, { kind: 'sen_unit', ...today, seen: await seen() }))).toEqual(
      ['Select another place: the pupil has this one'],
    );
    expect((await browser.post(path, { kind: 'none', ...today, seen: await seen() })).status).toBe(303);
    const rows = await asOwner('select kind, from_on, until_on from app.special_places where pupil_id = $1', [
      pupilId,
    ]);
    expect(rows).toEqual([{ kind: 'sen_unit', from_on: '2026-11-24', until_on: '2026-11-24' }]);
  });
});
