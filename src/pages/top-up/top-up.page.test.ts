import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { addAuthority } from '#src/modules/ehcp/index.ts';
import { addBand, addWindow, changeTopUpRules } from '#src/modules/funding/index.ts';
import { refreshAllRunLines } from '#src/modules/provision/index.ts';
import * as given from '#test/given.ts';
import * as givenPlans from '#test/given-issued-plans.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const nothing = { code: null, teamContact: null, teamEmail: null, teamPost: null, teamPhone: null };

const granted = <T>(result: { ok: true; value: T } | { ok: false; words: string }): T => {
  if (!result.ok) throw new Error(result.words);
  return result.value;
};

/** A school with an authority that has a band, a window until 4 December, and wishes. */
async function world() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenPupils.pupil(school, { forename: 'Amara', surname: 'Okafor' });
  const senco = await given.person(school, 'senco');
  const ids = await given.inSchool(school, async (tx) => {
    const authorityId = givenSchool.granted(
      await addAuthority(tx, { name: 'Harebell', ...nothing, rules: { asks: [] } }),
    );
    const settings = { authorityId, rules: { others: [] }, version: 0, bands: [], windows: [] };
    granted(
      await changeTopUpRules(tx, settings, {
        cycles: 2,
        costs: true,
        adviceMonths: 24,
        parentViews: true,
        others: ['The form of the panel'],
        decideWeeks: 6,
      }),
    );
    const bandId = granted(
      await addBand(tx, settings, {
        name: 'Band B',
        pencePerYear: 420_000,
        fromOn: schoolDate('2026-04-01'),
      }),
    );
    const weeks = { opensWeek: null, closesWeek: null };
    const days = { opensOn: schoolDate('2026-11-02'), closesOn: schoolDate('2026-12-04') };
    granted(await addWindow(tx, authorityId, { name: 'Winter panel', ...days, ...weeks }));
    return { authorityId, bandId };
  });
  return { school, pupilId, senco, ...ids };
}
type World = Awaited<ReturnType<typeof world>>;

const begin = async ({ senco, pupilId, authorityId }: World): Promise<string> => {
  const begun = await senco.browser.post(`/pupils/${pupilId}/top-up/new`, { authorityId });
  expect(begun.status).toBe(303);
  return begun.goesTo ?? '';
};
const ask = ({ senco, bandId }: World, href: string, version = '1') =>
  senco.browser.post(`${href}/ask`, {
    bandId,
    pence: '',
    fromOn: '2027-01-01',
    untilOn: '2027-12-31',
    version,
  });
const versionOf = async (school: given.School): Promise<string> => {
  const [row] = await asOwner<{ version: number }>(
    'select version from app.bids where school_id = $1 order by begun_on desc, bid_id desc limit 1',
    [school.schoolId],
  );
  return String(row?.version);
};
const step = async ({ senco, school }: World, href: string, fields: Record<string, string>) =>
  senco.browser.post(href, { ...fields, version: await versionOf(school) });
const eventTypes = async (school: given.School): Promise<string[]> => {
  const events = await asOwner<{ type: string }>(
    `select type from app.events where school_id = $1 and type like 'TopUp%' order by xmin::text::bigint, cmin::text::bigint`,
    [school.schoolId],
  );
  return events.map(({ type }) => type);
};

describe('an application for top-up', () => {
  it('begins in two clicks, filled from the records with where each paragraph comes from, and lists what is missing', async () => {
    const here = await world();
    const { school, pupilId, senco } = here;
    await givenPlans.plans(school, pupilId, { cycles: 3 });
    const runId = await givenProvision.run(school);
    await givenProvision.inRun(school, runId, pupilId);
    const cost = {
      kind: 'materials',
      pounds: '7250.00',
      onDate: '2026-11-02',
      words: 'A teaching assistant',
    };
    await senco.browser.post(`/provision/runs/${runId}/costs/new`, cost);
    await given.inSchool(school, refreshAllRunLines);
    const list = await senco.browser.get(`/pupils/${pupilId}/top-up`);
    expect(list.$('select[name=authorityId] option[selected]').text()).toBe('Harebell');
    const href = await begin(here);
    const shown = await senco.browser.get(href);
    const words = shown.$('main').text();
    expect(words).toContain('Reads 30 words without help');
    expect(shown.$('a[href$="/plan/versions/1"]').text()).toMatch(/^Plan number 1, /);
    expect(words).toContain(
      'costs £7,250.00. The school meets the first £6,000.00 of it itself; £1,250.00 is beyond that.',
    );
    expect(words).toContain('2 cycles of plans, issued and reviewedThere');
    expect(words).toContain('A costed provision map past the school’s own partThere');
    expect(words).toContain('The family’s viewsNot there');
    expect(words).toContain('The form of the panelLook yourself');
    const made = await senco.browser.post(`${href}/tasks/parentViews`);
    expect(made.goesTo).toMatch(/^\/tasks\//);
    expect((await senco.browser.post(`${href}/tasks/costs`)).goesTo).toBe(href);
    expect(
      await asOwner('select title, due_on::text as due from app.tasks where school_id = $1', [
        school.schoolId,
      ]),
    ).toEqual([{ title: 'Ask the family what they see and want', due: '2026-12-04' }]);
    expect((await senco.browser.get(`${href}/application.pdf`)).text.slice(0, 5)).toBe('%PDF-');
    expect((await senco.browser.get(`${href}/application.docx`)).text.slice(0, 2)).toBe('PK');
  });

  it('says for a pupil without any cost that there is none, and can be sent all the same', async () => {
    const here = await world();
    const href = await begin(here);
    const words = (await here.senco.browser.get(href)).$('main').text();
    expect(words).toContain('A costed provision map past the school’s own partNot there');
    await ask(here, href);
    expect((await step(here, `${href}/send`, { happenedOn: '2026-11-23', note: '' })).status).toBe(303);
  });

  it('keeps the school’s own words, and the draft of what is not saved, each for whom it is', async () => {
    const here = await world();
    const { senco, school } = here;
    const href = await begin(here);
    const part = `${href}/parts/use`;
    await senco.browser.post(`${part}/draft`, {
      typed: JSON.stringify({ words: 'A key adult', version: '0' }),
      base: '0',
    });
    expect((await senco.browser.get(part)).text).toContain('You left something here');
    const other = await given.person(school, 'senco');
    expect((await other.browser.get(part)).text).not.toContain('You left something here');
    expect(
      (await senco.browser.post(part, { words: 'A key adult for ten hours', version: '0' })).goesTo,
    ).toBe(href);
    expect((await senco.browser.get(href)).text).toContain('A key adult for ten hours');
    const late = await other.browser.post(part, { words: 'Two adults', version: '0' });
    expect(late.status).toBe(422);
    expect(late.$('main').text()).toContain('Saved since: A key adult for ten hours');
    expect(late.$('textarea').text()).toBe('Two adults');
    expect((await senco.browser.post(part, { words: '', version: '1' })).goesTo).toBe(href);
    expect((await senco.browser.get(href)).text).not.toContain('A key adult');
    expect(await eventTypes(school)).toContain('TopUpPartWritten');
  });

  it('keeps what was sent as it was sent, whatever is written afterwards', async () => {
    const here = await world();
    const { senco } = here;
    const href = await begin(here);
    await senco.browser.post(`${href}/parts/use`, { words: 'A key adult for ten hours', version: '0' });
    await ask(here, href);
    await step(here, `${href}/send`, { happenedOn: '2026-11-23', note: '' });
    expect(
      (await senco.browser.post(`${href}/parts/use`, { words: 'Two adults', version: '1' })).status,
    ).toBe(404);
    await step(here, `${href}/query`, {
      happenedOn: '2026-11-24',
      note: 'Which hours?',
      answerBy: '2026-12-01',
    });
    await senco.browser.post(`${href}/parts/use`, { words: 'Two adults', version: '1' });
    await step(here, `${href}/answer`, { happenedOn: '2026-11-24', note: 'Mornings' });
    const first = await senco.browser.get(`${href}/sent/1`);
    expect(first.text).toContain('A key adult for ten hours');
    expect((await senco.browser.get(`${href}/sent/2`)).text).toContain('Two adults');
    expect((await senco.browser.get(`${href}/sent/1/application.pdf`)).status).toBe(200);
    expect((await senco.browser.get(`${href}/sent/1/application.docx`)).status).toBe(200);
    expect((await senco.browser.get(`${href}/sent/3`)).status).toBe(404);
  });

  it('is decided, paid and carried on, each step with its event', async () => {
    const here = await world();
    const { senco, school, bandId } = here;
    const href = await begin(here);
    await senco.browser.post(`${href}/parts/use`, { words: 'A key adult', version: '0' });
    await ask(here, href);
    await step(here, `${href}/send`, { happenedOn: '2026-11-16', note: '' });
    const given420 = { bandId, pence: '', fromOn: '2026-12-01', untilOn: '2027-11-30', note: '' };
    const decided = await step(here, `${href}/decide`, {
      outcome: 'agreed',
      happenedOn: '2026-11-20',
      ...given420,
    });
    expect(decided.goesTo).toBe(href);
    await step(here, `${href}/pay`, { happenedOn: '2026-11-24', pence: '350', note: '' });
    const words = (await senco.browser.get(href)).$('main').text();
    expect(words).toContain('£4,200.00 for that time, by the day');
    expect(words).toContain('£350.00');
    const next = await senco.browser.post(`${href}/renew`);
    const renewed = (await senco.browser.get(next.goesTo ?? '')).$('main').text();
    expect(renewed).toContain('1 Dec 2027 to 30 Nov 2028');
    expect(renewed).toContain('A key adult');
    expect((await senco.browser.post(`${href}/renew`)).goesTo).toBe(href);
    expect(await eventTypes(school)).toEqual([
      'TopUpRulesChanged',
      'TopUpBandAdded',
      'TopUpWindowAdded',
      'TopUpBidBegun',
      'TopUpPartWritten',
      'TopUpAskChanged',
      'TopUpBidSent',
      'TopUpBidDecided',
      'TopUpMoneyPaid',
      'TopUpBidRenewed',
    ]);
    const all = (await senco.browser.get('/top-up')).$('main').text();
    expect(all).toContain('Amara Okafor');
    expect(all).toContain('1 of 1: too few for a share');
  });

  it('refuses a decision before it is sent, a band that has ended, and what two people do at once', async () => {
    const here = await world();
    const { senco, bandId, authorityId } = here;
    const href = await begin(here);
    const refusal = {
      outcome: 'refused',
      happenedOn: '2026-11-24',
      bandId: '',
      pence: '',
      fromOn: '',
      untilOn: '',
    };
    const early = await step(here, `${href}/decide`, { ...refusal, note: 'No need shown' });
    expect(errorsShown(early)).toEqual(['“Decided” cannot follow “Draft”.']);
    const unsaid = await step(here, `${href}/send`, { happenedOn: '2026-11-24', note: '' });
    expect(errorsShown(unsaid)).toEqual(['Say first what is asked for: the band or the amount a year.']);
    const ended = await senco.browser.post(`/school/authorities/${authorityId}/top-up/bands/${bandId}/end`, {
      untilOn: '2026-12-31',
      version: '1',
    });
    expect(ended.status).toBe(303);
    const past = await ask(here, href);
    expect(errorsShown(past)).toEqual([
      'Band B ended on 31 December 2026: choose one that is paid from 1 January 2027',
    ]);
    await step(here, `${href}/ask`, {
      bandId: '',
      pence: '5000',
      fromOn: '2027-01-01',
      untilOn: '2027-12-31',
    });
    expect((await ask(here, href, '1')).status).toBe(422);
    await step(here, `${href}/send`, { happenedOn: '2026-11-24', note: '' });
    const unsure = await step(here, `${href}/decide`, { ...refusal, note: '' });
    expect(errorsShown(unsure)).toEqual(['Enter the reason that the authority gave']);
    const less = { outcome: 'agreed', happenedOn: '2026-11-24', bandId: '', pence: '4000', note: '' };
    const wrong = await step(here, `${href}/decide`, {
      ...less,
      fromOn: '2027-01-01',
      untilOn: '2027-12-31',
    });
    expect(errorsShown(wrong)).toEqual(['That is less than was asked: select “A part of it”']);
    const sent = (await senco.browser.get(href)).$('a[href*="/steps/"]').attr('href') ?? '';
    expect((await step(here, sent, { why: 'Sent to the wrong place' })).goesTo).toBe(href);
    expect((await senco.browser.get(href)).$('.head .tag').text()).toBe('Draft');
    expect(
      (await step(here, `${href}/drop`, { happenedOn: '2026-11-24', why: 'The pupil moves' })).goesTo,
    ).toBe(href);
    expect((await senco.browser.get(href)).$('.head .tag').text()).toBe('Withdrawn');
  });

  it('is sent outside a window only with the reason, and no window is kept that has closed', async () => {
    const here = await world();
    const { senco, authorityId } = here;
    const href = await begin(here);
    await ask(here, href);
    const shut = await step(here, `${href}/send`, { happenedOn: '2026-10-20', note: '' });
    expect(errorsShown(shut)[0]).toContain('The next window opens on 2 November 2026.');
    expect(
      (await step(here, `${href}/send`, { happenedOn: '2026-10-20', note: 'An emergency' })).status,
    ).toBe(303);
    const old = await senco.browser.post(`/school/authorities/${authorityId}/top-up/windows/new`, {
      name: 'Last year',
      opensOn: '2025-11-02',
      closesOn: '2025-12-04',
      opensWeek: '',
      closesWeek: '',
    });
    expect(errorsShown(old)).toEqual(['It closed already, on 4 December 2025']);
  });

  it('stands in Reviews and on Today with the day it is due, and the authority’s day once it is sent', async () => {
    const here = await world();
    const { senco } = here;
    const href = await begin(here);
    const row = async () =>
      (await senco.browser.get('/reviews?due=all')).$(`tbody tr:has(a[href="${href}"])`).text();
    expect(await row()).toContain('4 Dec 2026');
    expect(await row()).toContain('Send the application for top-up');
    await ask(here, href);
    await step(here, `${href}/send`, { happenedOn: '2026-11-02', note: '' });
    expect(await row()).toContain('14 Dec 2026');
    expect(await row()).toContain('Harebell');
    await step(here, `${href}/query`, {
      happenedOn: '2026-11-20',
      note: 'Which hours?',
      answerBy: '2026-11-26',
    });
    expect((await senco.browser.get('/today')).$('main').text()).toContain(
      'Answer the question about the top-up: Amara Okafor',
    );
    expect((await senco.browser.get('/reviews/deadlines.csv?due=all')).text).toContain('Top-up');
  });
});

describe('who sees applications for top-up', () => {
  it('lets the head read, finance see figures without names, and nobody else', async () => {
    const here = await world();
    const { school, pupilId } = here;
    const href = await begin(here);
    const head = (await given.person(school, 'head')).browser;
    expect((await head.get(href)).status).toBe(200);
    expect(
      (await head.post(`${href}/drop`, { happenedOn: '2026-11-24', why: 'x', version: '1' })).status,
    ).toBe(403);
    const finance = (await given.person(school, 'finance')).browser;
    const figures = await finance.get('/top-up');
    expect(figures.status).toBe(200);
    expect(figures.text).not.toContain('Okafor');
    for (const address of [href, `/pupils/${pupilId}/top-up`])
      expect((await finance.get(address)).status).toBe(403);
    expect((await (await given.person(school, 'teacher')).browser.get('/top-up')).status).toBe(403);
    const stranger = (await given.person(await given.school(), 'senco')).browser;
    expect((await stranger.get(href)).status).toBe(404);
  });
});
