import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import * as given from '#test/given.ts';
import * as givenImpact from '#test/given-impact.ts';
import * as givenProvision from '#test/given-provision.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const pairs = [
  [80, 90],
  [78, 86],
  [85, 97],
  [90, 99],
  [74, 80],
] as const;
const list = '/reviews/provision';

const reviewsOf = (schoolId: string) =>
  asOwner<{ decision: string; advised: string | null; words: string | null; next: string | null }>(
    'select decision, advised, words, next_review_on::text as next from app.run_reviews where school_id = $1 order by recorded_at',
    [schoolId],
  );

describe('provision to review', () => {
  it('is decided with one key a run, the earliest first, and goes on to the next', async () => {
    const school = await given.school();
    const { runId } = await givenImpact.scoredRun(school, pairs, { name: 'Red group' });
    const later = await givenProvision.run(school, {
      name: 'Blue group',
      reviewOn: schoolDate('2026-12-01'),
    });
    const senco = await given.person(school, 'senco');
    const shown = await senco.browser.get(list);
    expect(shown.text.indexOf('Red group')).toBeLessThan(shown.text.indexOf('Blue group'));
    expect(shown.text).toContain('11 days late');
    const focused = shown.$('button[autofocus]');
    expect([focused.length, focused.attr('value')]).toEqual([1, 'keep']);
    expect(shown.text).not.toContain('Ada');

    expect(
      (await senco.browser.post(list, { runId, version: '1', decision: 'keep', words: '' })).goesTo,
    ).toBe(`${list}?due=half`);
    const next = await senco.browser.get(list);
    expect(next.text).not.toContain('Red group');
    const bare = { runId: later, version: '1', decision: 'stop', words: '' };
    const refused = await senco.browser.post(list, bare);
    expect(errorsShown(refused)).toEqual(['Enter why it stops']);
    await senco.browser.post(list, { ...bare, words: 'Nobody came' });
    expect((await senco.browser.get(list)).$(`a[href="/provision/runs/${later}/end"]`)).toHaveLength(1);
    expect(await reviewsOf(school.schoolId)).toEqual([
      { decision: 'keep', advised: 'keep', words: null, next: '2027-01-19' },
      { decision: 'stop', advised: null, words: 'Nobody came', next: null },
    ]);
    const events = await asOwner(`select 1 from app.events where school_id = $1 and type = 'RunReviewed'`, [
      school.schoolId,
    ]);
    expect(events).toHaveLength(2);
  });

  it('is decided once by two at the same time', async () => {
    const school = await given.school();
    const runId = await givenProvision.run(school, { reviewOn: schoolDate('2026-11-20') });
    const senco = await given.person(school, 'senco');
    const keep = { runId, version: '1', decision: 'keep', words: '' };
    const both = await Promise.all([senco.browser.post(list, keep), senco.browser.post(list, keep)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it('is read by the head, and decided by those who run provision', async () => {
    const school = await given.school();
    const runId = await givenProvision.run(school, { reviewOn: schoolDate('2026-11-20') });
    const head = await given.person(school, 'head');
    expect((await head.browser.get(list)).$('button[name=decision]')).toHaveLength(0);
    expect((await head.browser.post(list, { runId, version: '1', decision: 'keep' })).status).toBe(422);
    expect((await (await given.person(school, 'teacher')).browser.get(list)).status).toBe(403);
    const other = await given.person(await given.school(), 'senco');
    expect((await other.browser.get(list)).text).toContain('No review is due this half term');
    expect((await other.browser.get(`/provision/runs/${runId}/review`)).status).toBe(404);
  });
});

describe('the review of one run', () => {
  it('ends it for the pupils who leave, with what came of it and the next step', async () => {
    const school = await given.school();
    const runId = await givenProvision.run(school, { untilOn: schoolDate('2026-12-18') });
    const [leaves, stays] = [
      await givenPupils.pupil(school),
      await givenPupils.pupil(school, { forename: 'Bo' }),
    ];
    const place = await givenProvision.inRun(school, runId, leaves);
    const other = await givenProvision.inRun(school, runId, stays);
    const senco = await given.person(school, 'senco');
    const address = `/provision/runs/${runId}/review`;
    expect((await senco.browser.get(address)).text).toContain('Amara');
    const typed = {
      decision: 'keep',
      words: '',
      'nextReviewOn-day': '18',
      'nextReviewOn-month': '12',
      'nextReviewOn-year': '2026',
      version: '1',
      places: [place, other],
      outcomes: ['met', ''],
      nextSteps: ['Reads with a partner in class', ''],
    };
    const early = await senco.browser.post(address, { ...typed, 'nextReviewOn-year': '2025' });
    expect(errorsShown(early)).toEqual(['Next review must be after today']);
    expect((await senco.browser.post(address, typed)).goesTo).toBe(list);
    const rows = await asOwner<{ outcome: string | null; until: string | null; next: string | null }>(
      'select outcome, until_on::text as until, next_step as next from app.run_pupils where run_id = $1 order by outcome',
      [runId],
    );
    expect(rows).toEqual([
      { outcome: 'met', until: '2026-11-24', next: 'Reads with a partner in class' },
      { outcome: null, until: null, next: null },
    ]);
    expect((await senco.browser.post(address, typed)).status).toBe(422);
  });
});
