import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { PupilId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import { drawnReview } from '#test/given-issued.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, sessionCookie } from '#test/http.ts';
import { app, asOwner } from '#test/worker-database.ts';

const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};
const aim = {
  area: 'cognition',
  words: 'Reads 40 words aloud without help',
  baseline: 'Reads 12',
  ...day('byOn', '2026-12-18'),
  strategy1: 'Precision teaching',
  who1: 'the class teacher',
  howOften1: 'daily',
  version: '0',
};

async function begun() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.person(school, 'senco');
  const path = `/pupils/${pupilId}/plan`;
  await senco.browser.post(`${path}/begin`, {});
  return { school, pupilId, senco, path };
}

const planOf = async (pupilId: PupilId) =>
  (
    await asOwner<{ state: string; version: number; cycle: number }>(
      'select state, version, cycle from app.plans where pupil_id = $1 order by recorded_at desc',
      [pupilId],
    )
  )[0];
const events = async (pupilId: PupilId) =>
  (
    await asOwner<{ type: string }>(
      'select type from app.events where pupil_id = $1 and type like $2 order by xmin::text::bigint',
      [pupilId, '%Plan%'],
    )
  ).map(({ type }) => type);
const versionOf = async (pupilId: PupilId) => String((await planOf(pupilId))?.version);
const shared = async (pupilId: PupilId) => ({
  ...day('sharedOn', '2026-11-24'),
  sharedWith: 'mother, in school',
  ...day('reviewOn', '2027-02-05'),
  version: await versionOf(pupilId),
});

describe('a plan', () => {
  it('goes from a draft to the next cycle', async () => {
    const { pupilId, senco, path } = await begun();
    await senco.browser.post(`${path}/parts/strengths`, {
      words: 'Tells stories well',
      mark: 'complete',
      version: '0',
    });
    await senco.browser.post(`${path}/targets/new`, aim);
    const draft = await senco.browser.get(path);
    expect(draft.text).toContain('Reads 40 words aloud without help');
    expect(draft.text).toContain('Precision teaching, by the class teacher, daily');
    expect((await senco.browser.post(`${path}/issue`, {})).status).toBe(422);
    expect((await planOf(pupilId))?.state).toBe('draft');

    expect((await senco.browser.post(`${path}/share`, await shared(pupilId))).goesTo).toBe(`${path}/family`);
    await senco.browser.post(`${path}/issue`, {});
    expect((await planOf(pupilId))?.state).toBe('issued');
    const issued = await senco.browser.get(`${path}/issued/1`);
    expect(issued.text).toContain('Tells stories well');

    const review = {
      ...(await drawnReview(pupilId)),
      rating1: '3',
      decision1: 'carry',
      words1: 'Reads 25',
      ...day('reviewedOn', '2026-11-24'),
    };
    expect((await senco.browser.post(`${path}/review`, review)).goesTo).toBe(path);
    expect(await planOf(pupilId)).toMatchObject({ state: 'draft', cycle: 2 });
    const next = await senco.browser.get(path);
    expect(next.text).toContain('now: Reads 25');
    expect(await events(pupilId)).toEqual([
      'PlanBegun',
      'PlanSectionWritten',
      'PlanShared',
      'PlanIssued',
      'PlanReviewed',
      'PlanBegun',
    ]);
  });

  it('is a tagged PDF with every word of what was issued', async () => {
    const { school, pupilId, senco, path } = await begun();
    await senco.browser.post(`${path}/targets/new`, aim);
    await senco.browser.post(`${path}/share`, await shared(pupilId));
    await senco.browser.post(`${path}/issue`, {});
    const cookie = await sessionCookie(senco.personId, school.schoolId);
    const sent = await app.request(`http://localhost:3000${path}/issued/1/plan.pdf`, { headers: { cookie } });
    expect(sent.headers.get('content-type')).toBe('application/pdf');
    const { text } = await extractText(await getDocumentProxy(await sent.bytes()), { mergePages: true });
    for (const words of ['Reads 40 words aloud without help', 'Precision teaching', '18 December 2026'])
      expect(text).toContain(words);
  });

  it('is locked once issued, and opened again with a reason; what was issued stays', async () => {
    const { pupilId, senco, path } = await begun();
    await senco.browser.post(`${path}/targets/new`, aim);
    await senco.browser.post(`${path}/share`, await shared(pupilId));
    await senco.browser.post(`${path}/issue`, {});
    const locked = await senco.browser.post(`${path}/parts/help`, { words: 'Late words', version: '0' });
    expect([locked.status, errorsShown(locked)]).toEqual([422, [expect.stringContaining('cannot be done')]]);
    const why = { why: 'A word was wrong', version: await versionOf(pupilId) };
    await senco.browser.post(`${path}/reopen`, why);
    await senco.browser.post(`${path}/parts/help`, { words: 'Late words', version: '0' });
    expect((await senco.browser.get(`${path}/issued/1`)).text).not.toContain('Late words');
    await senco.browser.post(`${path}/share`, await shared(pupilId));
    await senco.browser.post(`${path}/issue`, {});
    const second = await senco.browser.get(`${path}/issued/2`);
    expect(second.text).toContain('Changed since number 1');
    expect(second.text).toContain('Late words');
  });

  it('is begun once, whoever is quicker', async () => {
    const { pupilId, senco, path } = await begun();
    await Promise.all([senco.browser.post(`${path}/begin`, {}), senco.browser.post(`${path}/begin`, {})]);
    expect(await asOwner('select 1 from app.plans where pupil_id = $1', [pupilId])).toHaveLength(1);
  });

  it('shows both texts to the second of two who write one part', async () => {
    const { senco, path } = await begun();
    await senco.browser.post(`${path}/parts/help`, { words: 'First words', version: '0' });
    const late = await senco.browser.post(`${path}/parts/help`, { words: 'Second words', version: '0' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('First words');
    expect(late.text).toContain('Second words');
  });

  it('is not issued when somebody changed a part after it was opened, and says what changed', async () => {
    const { pupilId, senco, path } = await begun();
    await senco.browser.post(`${path}/targets/new`, aim);
    await senco.browser.post(`${path}/share`, await shared(pupilId));
    const { $ } = await senco.browser.get(path);
    const seen = String($('input[name="seen"]').val());
    await senco.browser.post(`${path}/parts/help`, { words: 'Late words', version: '0' });
    const stale = await senco.browser.post(`${path}/issue`, { seen });
    expect(stale.status).toBe(422);
    expect(stale.$('li').text()).toContain('What helps every day');
    expect((await planOf(pupilId))?.state).toBe('shared');
    const again = String(stale.$('input[name="seen"]').val());
    expect((await senco.browser.post(`${path}/issue`, { seen: again })).goesTo).toBe(path);
    expect((await senco.browser.get(`${path}/issued/1`)).text).toContain('Late words');
  });

  it('says what the written rules find, and lets it be issued all the same', async () => {
    const { pupilId, senco, path } = await begun();
    const { $ } = await senco.browser.get(path);
    expect($('li').text()).toContain('Not yet: strengths are told.');
    await senco.browser.post(`${path}/share`, await shared(pupilId));
    await senco.browser.post(`${path}/issue`, {});
    expect((await planOf(pupilId))?.state).toBe('issued');
  });

  it('refuses a part that is complete without words, a target without words, a review before it was shared', async () => {
    const { pupilId, senco, path } = await begun();
    expect(
      errorsShown(await senco.browser.post(`${path}/parts/help`, { mark: 'complete', version: '0' })),
    ).toEqual(['Enter the words, or mark the part as not needed']);
    expect(errorsShown(await senco.browser.post(`${path}/targets/new`, { ...aim, words: '' }))).toEqual([
      'Enter the target',
    ]);
    const early = { ...(await shared(pupilId)), ...day('reviewOn', '2026-11-01') };
    expect(errorsShown(await senco.browser.post(`${path}/share`, early))).toEqual([
      'The review must be after the day on which it was shared',
    ]);
    const late = { ...(await shared(pupilId)), ...day('sharedOn', '2026-12-01') };
    expect(errorsShown(await senco.browser.post(`${path}/share`, late))).toEqual([
      'The day must be today or in the past',
    ]);
  });

  it('changes and takes out a target, each with its event', async () => {
    const { pupilId, senco, path } = await begun();
    await senco.browser.post(`${path}/targets/new`, aim);
    const [held] = await asOwner<{ id: string }>(
      'select target_id as id from app.plan_targets where pupil_id = $1',
      [pupilId],
    );
    const target = `${path}/targets/${held?.id}`;
    expect((await senco.browser.get(target)).status).toBe(200);
    await senco.browser.post(target, { ...aim, words: 'Reads 30 words', version: '1' });
    expect((await senco.browser.get(path)).text).toContain('Reads 30 words');
    expect((await senco.browser.post(target, { ...aim, version: '1' })).status).toBe(422);
    await senco.browser.post(`${target}/withdraw`, { why: 'Set for another pupil', version: '2' });
    expect((await senco.browser.get(path)).text).not.toContain('Reads 30 words');
    expect((await senco.browser.get(target)).status).toBe(404);
    const [event] = await asOwner<{ why: string }>(
      `select why from app.events where pupil_id = $1 and type = 'TargetWithdrawn'`,
      [pupilId],
    );
    expect(event?.why).toBe('Set for another pupil');
  });

  it('is withdrawn with a reason, and another can be begun', async () => {
    const { pupilId, senco, path } = await begun();
    await senco.browser.post(`${path}/withdraw`, { why: 'Begun by mistake', version: '1' });
    expect((await senco.browser.get(path)).text).toContain('No plan is being worked with');
    await senco.browser.post(`${path}/begin`, {});
    expect(await planOf(pupilId)).toMatchObject({ state: 'draft' });
  });
});

describe('who may work with a plan', () => {
  it('a teacher writes the plans of pupils they teach and issues none', async () => {
    const { school, pupilId, path } = await begun();
    const near = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, near.personId);
    expect((await near.browser.post(`${path}/targets/new`, aim)).goesTo).toBe(path);
    expect((await near.browser.post(`${path}/issue`, {})).status).toBe(403);
    const far = await given.person(school, 'teacher');
    expect((await far.browser.get(path)).status).toBe(404);
  });

  it('a teaching assistant reads them, the office and another school do not', async () => {
    const { school, pupilId, path } = await begun();
    const ta = await given.person(school, 'ta');
    await givenPupils.taughtBy(school, pupilId, ta.personId);
    expect((await ta.browser.get(path)).status).toBe(200);
    expect((await ta.browser.get(`${path}/targets/new`)).status).toBe(403);
    expect((await (await given.person(school, 'office')).browser.get(path)).status).toBe(403);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(path)).status).toBe(404);
  });
});
