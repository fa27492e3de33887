import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sendero } from '#src/islands/offline/send.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import { allHere, postJson, send, standing, taken, tapOf, told, whoOf, world } from '#test/given-offline.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { browser } from '#test/http.ts';
import { device, memoryDisk } from '#test/offline-world.ts';
import { asOwner } from '#test/worker-database.ts';

const undone = { state: 'undone' as const };
const cancelled = { ...allHere, state: 'cancelled' as const, reason: 'room' as const };

describe('what is taken along', () => {
  it('is one’s own sessions of today, of the days after and those not logged, by initials', async () => {
    const { school, ta, slotId, amara, ada } = await world();
    await asOwner(`update app.run_slots set place = 'Room of Ada' where slot_id = $1`, [slotId]);
    const day = await taken(ta.browser);
    expect(day.who).toBe(whoOf(ta, school));
    expect(day.days.map(({ on, sessions }) => [on, sessions.length])).toEqual([
      ['2026-11-10', 1],
      ['2026-11-17', 1],
      ['2026-11-24', 1],
    ]);
    const [session] = day.days[2]?.sessions ?? [];
    expect(session?.pupils).toEqual([
      { pupilId: amara, mark: 'A.O. 1' },
      { pupilId: ada, mark: 'A.O. 2' },
    ]);
    expect([session?.title, session?.where]).toEqual([
      '9.30 Talk Boost, A.O. 1’s group',
      'Room of A.O. 2 · 30 min',
    ]);
    const views = await asOwner<{ pupils: string[] }>(
      'select pupil_ids as pupils from app.views where person_id = $1',
      [ta.personId],
    );
    expect(views.map(({ pupils }) => pupils.toSorted())).toEqual([[amara, ada].toSorted()]);
  });

  it('says nothing of other people’s groups, nor of pupils who have left the group', async () => {
    const { school, runId, ta } = await world();
    const left = await givenPupils.pupil(school, { forename: 'Zed', surname: 'Quill' });
    await givenProvision.inRun(school, runId, left, { untilOn: schoolDate('2026-10-01') });
    const stranger = await given.person(school, 'ta');
    expect((await taken(stranger.browser)).days).toEqual([
      { on: '2026-11-24', words: 'Tuesday 24 November', sessions: [] },
    ]);
    expect(JSON.stringify(await taken(ta.browser))).not.toContain('Z.Q.');
  });

  it('hides names in what was written of a session, here and in answers', async () => {
    const { school, ta, slotId } = await world();
    const told = { ...allHere, note: 'Amara led', nextStep: 'Osei next' };
    const [answer] = await send(ta.browser, whoOf(ta, school), [tapOf({ slotId }, { told })]);
    expect(JSON.stringify(answer)).not.toMatch(/Amara|Osei/);
    const text = JSON.stringify(await taken(ta.browser));
    expect(text).not.toMatch(/Amara|Osei|Okafor|Ada/);
    expect(text).toContain('A.O. 1 led');
    expect((await standing(school)).map(({ note }) => note)).toEqual(['Amara led']);
  });

  it('comes in a frame that is the same for everybody and names nobody', async () => {
    const { ta, other } = await world();
    const [one, two] = [
      await ta.browser.get('/provision/offline/sessions'),
      await other.browser.get('/provision/offline/sessions'),
    ];
    expect(one.text).toBe(two.text);
    expect(one.$('main a').attr('href')).toBe('/provision/today');
    expect(one.$('script:not([src]), style, [style]').length).toBe(0);
    expect(one.headers.get('cache-control')).toBe('no-store');
    expect((await ta.browser.get('/provision/today')).$('a[href="/provision/offline/sessions"]').length).toBe(
      1,
    );
  });
});

describe('the outbox', () => {
  it('counts a tap once, however often it comes (rule off-2)', async () => {
    const { school, ta, slotId } = await world();
    const who = whoOf(ta, school);
    const tap = tapOf({ slotId });
    const first = await send(ta.browser, who, [tap, tap]);
    const again = await send(ta.browser, who, [tap]);
    expect([...first, ...again].map(({ is }) => is)).toEqual(['kept', 'already', 'already']);
    expect(await standing(school)).toMatchObject([{ state: 'held', present: 2, version: 1 }]);
    expect(await told(school)).toEqual(['SessionLogged']);
  });

  it('counts a tap once that comes several times at the same moment', async () => {
    const { school, ta, slotId } = await world();
    const tap = tapOf({ slotId });
    const all = await Promise.all([1, 2, 3].map(() => send(ta.browser, whoOf(ta, school), [tap])));
    expect(
      all
        .flat()
        .map(({ is }) => is)
        .toSorted(),
    ).toEqual(['already', 'already', 'kept']);
    expect(await told(school)).toEqual(['SessionLogged']);
  });

  it('does what was tapped one after the other in that order, undo included', async () => {
    const { school, ta, slotId, ada } = await world();
    const one = tapOf({ slotId });
    const missing = [{ pupilId: ada, reason: 'trip' as const }];
    const two = tapOf(
      { slotId },
      { over: { was: 'tapped', key: one.key }, told: { ...allHere, missing, note: 'Good' } },
    );
    const three = tapOf({ slotId }, { over: { was: 'tapped', key: two.key }, told: undone });
    const four = tapOf({ slotId }, { over: { was: 'tapped', key: three.key }, told: cancelled });
    const who = whoOf(ta, school);
    await send(ta.browser, who, [one, two]);
    expect(await standing(school)).toMatchObject([{ note: 'Good', present: 1, version: 2 }]);
    const answers = await send(ta.browser, who, [one, two, three, four]);
    expect(answers.map(({ is }) => is)).toEqual(['already', 'already', 'kept', 'kept']);
    expect(await standing(school)).toMatchObject([{ state: 'cancelled', reason: 'room', version: 1 }]);
    expect(await told(school)).toEqual(['SessionLogged', 'SessionChanged', 'SessionUndone', 'SessionLogged']);
    const day = await taken(ta.browser);
    expect(day.days.at(-1)?.sessions[0]?.logged).toMatchObject({ state: 'cancelled', reason: 'room' });
  });

  it('overwrites nothing that somebody else said meanwhile, and shows both', async () => {
    const { school, ta, other, slotId } = await world();
    await send(other.browser, whoOf(other, school), [tapOf({ slotId }, { told: cancelled })]);
    const tap = tapOf({ slotId });
    const after = tapOf({ slotId }, { over: { was: 'tapped', key: tap.key }, told: undone });
    const answers = await send(ta.browser, whoOf(ta, school), [tap, after]);
    expect(answers).toMatchObject([
      { is: 'refused', theirs: { state: 'cancelled', reason: 'room', version: 1 } },
      { is: 'refused', words: 'What you tapped before this was not taken, so this was not either' },
    ]);
    expect(await standing(school)).toMatchObject([{ state: 'cancelled' }]);
    const [theirs] = answers.flatMap((answer) => (answer.is === 'refused' ? (answer.theirs ?? []) : []));
    const { sessionId = '', version = 0 } = theirs ?? {};
    const mine = tapOf({ slotId }, { over: { was: 'logged', sessionId, version } });
    expect((await send(ta.browser, whoOf(ta, school), [mine])).map(({ is }) => is)).toEqual(['kept']);
    expect(await standing(school)).toMatchObject([{ state: 'held', version: 2 }]);
    // A refused tap has left no key behind: sent again, it is judged again.
    expect(await asOwner('select 1 from app.session_taps where tap_id = $1', [tap.key])).toEqual([]);
  });

  it('takes one of two people who tap at the same moment, and two who say the same are not at odds', async () => {
    const { school, ta, other, slotId } = await world();
    const same = await Promise.all(
      [ta, other].map((one) => send(one.browser, whoOf(one, school), [tapOf({ slotId })])),
    );
    expect(same.flat().map(({ is }) => is)).toEqual(['kept', 'kept']);
    expect(await told(school)).toEqual(['SessionLogged']);
    const on = '2026-11-17';
    const at = await Promise.all([
      send(ta.browser, whoOf(ta, school), [tapOf({ slotId }, { on })]),
      send(other.browser, whoOf(other, school), [tapOf({ slotId }, { on, told: cancelled })]),
    ]);
    expect(
      at
        .flat()
        .map(({ is }) => is)
        .toSorted(),
    ).toEqual(['kept', 'refused']);
    expect(await standing(school)).toHaveLength(2);
  });

  it('takes nothing of somebody else, nor of the same person at another school', async () => {
    const { school, ta, other, slotId } = await world();
    const body = { who: whoOf(ta, school), taps: [tapOf({ slotId })] };
    expect((await postJson(other.browser, body)).status).toBe(409);
    const elsewhere = { ...body, who: `${ta.personId}.${other.personId}` };
    expect((await postJson(ta.browser, elsewhere)).status).toBe(409);
    expect((await postJson(browser(), body)).headers.get('location')).toMatch(/^\/sign-in/);
    expect((await postJson((await given.person(school, 'head')).browser, body)).status).toBe(403);
    expect(await standing(school)).toEqual([]);
  });

  it('logs nothing of a group that one does not run, of a day to come or one on which it does not meet', async () => {
    const { school, ta, slotId } = await world();
    const stranger = await given.person(school, 'ta');
    const [answer] = await send(stranger.browser, whoOf(stranger, school), [tapOf({ slotId })]);
    expect(answer).toMatchObject({ is: 'refused', theirs: null });
    const days = ['2026-12-01', '2026-11-25', '2026-11-22'].map((on) => tapOf({ slotId }, { on }));
    const elsewhere = await world();
    const taps = [...days, tapOf(elsewhere)];
    const answers = await send(ta.browser, whoOf(ta, school), taps);
    expect(answers.map(({ is }) => is)).toEqual(taps.map(() => 'refused'));
    expect(await standing(school)).toEqual([]);
    expect(await standing(elsewhere.school)).toEqual([]);
  });

  it('does not take the key of one tap for another', async () => {
    const { school, ta, other, slotId } = await world();
    const tap = tapOf({ slotId });
    await send(ta.browser, whoOf(ta, school), [tap]);
    const reused = { ...tap, on: '2026-11-17' };
    expect(await send(ta.browser, whoOf(ta, school), [reused])).toMatchObject([{ is: 'refused' }]);
    expect(await send(other.browser, whoOf(other, school), [tap])).toMatchObject([{ is: 'refused' }]);
    expect(await standing(school)).toHaveLength(1);
  });

  it.each([
    ['no JSON', 'taps=1'],
    ['no object', '[]'],
    ['no taps', { who: 'x', taps: [] }],
    ['taps without keys', { who: 'x', taps: [{ key: 'not one' }] }],
    ['too many', { who: 'x', taps: Array.from({ length: 51 }, () => ({ key: crypto.randomUUID() })) }],
    ['nothing', ''],
  ])('refuses a body that is none: %s', async (_, body) => {
    const { ta } = await world();
    expect((await postJson(ta.browser, body)).status).toBe(422);
    expect((await postJson(ta.browser, body, 'text/plain')).status).toBe(422);
  });

  it('answers a tap that it cannot read without holding up the others', async () => {
    const { school, ta, slotId } = await world();
    const good = tapOf({ slotId });
    const hostile = [
      { ...tapOf({ slotId }), told: { ...allHere, note: 'x'.repeat(501) } },
      { ...tapOf({ slotId }), told: { ...allHere, state: 'held', minutes: 600 } },
      { ...tapOf({ slotId }), on: '2026-02-30' },
      { ...tapOf({ slotId }), slotId: "'; drop table app.sessions; --" },
      { ...tapOf({ slotId }), told: { ...cancelled, reason: null } },
      { ...tapOf({ slotId }), over: { was: 'logged', sessionId: crypto.randomUUID(), version: 1 } },
      { key: crypto.randomUUID() },
    ];
    const answers = await send(ta.browser, whoOf(ta, school), [...hostile, good]);
    expect(answers.map(({ is }) => is)).toEqual([...hostile.map(() => 'refused'), 'kept']);
    expect(answers.map(({ key }) => key)).toEqual([...hostile, good].map(({ key }) => key));
  });

  it('agrees with the device over lost requests and lost answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16, size: 'max' }), async (steps) => {
        const { ta, school, slotId } = await world();
        const disk = memoryDisk();
        const receive: Sendero['post'] = async (who, taps) => send(ta.browser, who, taps);
        const page = device(disk, receive, () => taken(ta.browser));
        await page.sync();
        const notes = steps.map(({ do: deed, isUndo }, at) =>
          deed === 'tap' ? [isUndo ? null : `${at}`] : [],
        );
        for (const [at, one] of steps.entries()) await doStep(page, slotId, { ...one, note: `${at}` });
        await page.finish();
        await page.deliverLate();
        expect((await (await disk.last())?.read())?.waiting).toEqual([]);
        const last = notes.flat().at(-1) ?? null;
        expect((await standing(school)).map(({ note }) => note)).toEqual(last === null ? [] : [last]);
      }),
      { numRuns: 12, seed: 20261122 },
    );
  });
});

const step = fc.record({
  do: fc.constantFrom('tap', 'tap', 'sync', 'deliver', 'answer', 'answer', 'reload'),
  isUndo: fc.boolean(),
  isLost: fc.boolean(),
});
type Step = {
  readonly do: string;
  readonly isUndo: boolean;
  readonly isLost: boolean;
  readonly note: string;
};

async function doStep(page: ReturnType<typeof device>, slotId: string, one: Step): Promise<unknown> {
  const { isUndo, isLost, note } = one;
  switch (one.do) {
    case 'tap':
      return page.tap({ slotId, on: '2026-11-24' }, isUndo ? undone : { ...allHere, note });
    case 'sync':
      return page.sync();
    case 'deliver':
      return page.deliver(0);
    case 'answer':
      return page.answer(isLost);
    default:
      return page.reload();
  }
}
