import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const aim = { area: 'cognition', words: 'Reads 40 words aloud', version: '0' };

async function begun() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.person(school, 'senco');
  const path = `/pupils/${pupilId}/plan`;
  await senco.browser.post(`${path}/begin`, {});
  await senco.browser.post(`${path}/targets/new`, aim);
  const { $ } = await senco.browser.get(path);
  const finding = String($('a[href$="/quality-9"]').attr('href'));
  return { school, pupilId, senco, path, finding };
}

describe('a finding that fits here', () => {
  it('is set aside with a reason, brought back, and comes back by itself when the target changes', async () => {
    const { pupilId, senco, path, finding } = await begun();
    const seen = String((await senco.browser.get(finding)).$('input[name="seen"]').val());
    const blank = await senco.browser.post(finding, { why: ' ', seen });
    expect([blank.status, errorsShown(blank)]).toEqual([422, ['Enter why it is right all the same']]);
    expect((await senco.browser.post(finding, { why: 'She is new to us', seen })).goesTo).toBe(path);
    expect((await senco.browser.get(path)).text).toContain('She is new to us');

    expect((await senco.browser.post(`${finding}/back`, {})).goesTo).toBe(path);
    expect((await senco.browser.get(path)).text).not.toContain('She is new to us');

    await senco.browser.post(finding, { why: 'Asked next week', seen });
    expect((await senco.browser.get(path)).text).toContain('Asked next week');
    const target = `${path}/targets/${finding.split('/').at(-2)}`;
    await senco.browser.post(target, { ...aim, words: 'Reads 50 words aloud', version: '1' });
    expect((await senco.browser.get(path)).text).not.toContain('Asked next week');
    const kept = await asOwner<{ type: string; why: string | null }>(
      `select type, why from app.events where pupil_id = $1 and type like 'Finding%' order by xmin::text::bigint`,
      [pupilId],
    );
    expect(kept).toEqual([
      { type: 'FindingSetAside', why: 'She is new to us' },
      { type: 'FindingBroughtBack', why: null },
      { type: 'FindingSetAside', why: 'Asked next week' },
    ]);
  });

  it('is not set aside when the text changed meanwhile, nor by who only reads, nor in another school', async () => {
    const { school, pupilId, senco, path, finding } = await begun();
    const stale = await senco.browser.post(finding, { why: 'Of another text', seen: '7' });
    expect(stale.status).toBe(422);
    const ta = await given.person(school, 'ta');
    await givenPupils.taughtBy(school, pupilId, ta.personId);
    expect((await ta.browser.get(finding)).status).toBe(403);
    expect((await senco.browser.get(`${path}/findings/${pupilId}/quality-9`)).status).toBe(404);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(finding)).status).toBe(404);
  });
});
