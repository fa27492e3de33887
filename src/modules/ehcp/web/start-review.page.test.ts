import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenRegister from '#test/given-register.ts';
import { dated, mailed, started, startFields, withPlan } from '#test/given-reviews.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const eventsOf = (caseId: string) =>
  asOwner<{ name: string; on: string }>(
    `select name, happened_on::text as on from app.case_events where case_id = $1 and withdrawn_at is null
     order by xmin::text::bigint, cmin::text::bigint`,
    [caseId],
  );

describe('starting a review', () => {
  it('proposes a school day with its reason, and whom the law names', async () => {
    const held = await withPlan();
    const { $, text } = await held.senco.browser.get(held.start);
    // The year ends on 7 March 2027, 28 days before is 7 February; two weeks of room, and a school day.
    expect($('[name="meetingOn-day"]').val()).toBe('22');
    expect($('[name="meetingOn-month"]').val()).toBe('1');
    expect(text).toContain('leaves two weeks of room');
    expect($('input[name=who]:checked')).toHaveLength(7);
    expect(text).toContain('SEND Regulations 2014 reg 20(2)');
  });

  it('starts, invites and asks in one press, as events of the case', async () => {
    const held = await withPlan();
    const page = await held.senco.browser.get(await started(held));
    expect(page.status).toBe(200);
    expect(page.text).toContain('Gather the advice');
    expect(await eventsOf(held.caseId)).toEqual([
      { name: 'lastDecisionSent', on: '2026-03-08' },
      { name: 'meeting', on: '2027-01-22' },
      { name: 'invited', on: '2026-11-24' },
      { name: 'adviceAsked', on: '2026-11-24' },
    ]);
    const types = await asOwner<{ type: string }>(
      `select type from app.events where pupil_id = $1 and type like 'Review%' order by xmin::text::bigint, cmin::text::bigint`,
      [held.pupilId],
    );
    expect(types.map(({ type }) => type)).toEqual(['ReviewStarted', 'ReviewPeopleInvited']);
  });

  it('mails a link and its code apart, and names the pupil in no mail', async () => {
    const held = await withPlan();
    await started(held);
    const { path, code, subjects } = await mailed(held, held.email);
    expect(path).not.toBe('');
    expect(code).toMatch(/^\w{3} \w{3}$/);
    expect(subjects.join()).not.toContain('Okafor');
    expect((await mailed(held, held.teacher.email)).subjects).toEqual([
      'A few words are asked for a review on 22 January 2027',
    ]);
    expect((await mailed(held, held.email)).subjects).toHaveLength(2);
  });

  it('tells of a pupil without a plan what to do first, and starts nothing', async () => {
    const held = await withPlan();
    const other = await givenRegister.pupilOnRegister(held.school);
    const page = await held.senco.browser.get(`/pupils/${other}/annual-reviews/new`);
    expect(page.text).toContain('No EHC plan is on record');
    const fields = await startFields(held);
    const refused = await held.senco.browser.post(`/pupils/${other}/annual-reviews/new`, fields);
    expect(refused.status).toBe(422);
    expect(await asOwner('select 1 from app.annual_reviews where pupil_id = $1', [other])).toEqual([]);
  });

  it.each([
    ['2062-01-10', 'more than two years ahead'],
    ['2026-02-31', 'must be a real date'],
    ['1999-05-04', 'is too long ago'],
  ])('refuses a meeting on %s', async (day, words) => {
    const held = await withPlan();
    const refused = await held.senco.browser.post(held.start, {
      ...(await startFields(held)),
      ...dated('meetingOn', day),
    });
    expect(refused.status).toBe(422);
    expect(errorsShown(refused).join()).toContain(words);
  });

  it('is not begun twice: the second of two people is sent to the first', async () => {
    const held = await withPlan();
    const fields = await startFields(held);
    const [one, two] = [
      await held.senco.browser.post(held.start, fields),
      await held.senco.browser.post(held.start, fields),
    ];
    expect([one.status, two.status]).toEqual([303, 422]);
    expect(two.text).toContain('A review is under way');
  });

  it('meets parents termly without a clock of the law', async () => {
    const held = await withPlan();
    const href = await started(held, { kind: 'termly' });
    const page = await held.senco.browser.get(href);
    expect(page.text).toContain('No clock of the law runs');
    expect((await eventsOf(held.caseId)).map(({ name }) => name)).toEqual(['lastDecisionSent']);
    expect((await held.senco.browser.get(held.start)).text).toContain('is proposed');
  });

  it('is for those who issue plans: a teacher gets no further', async () => {
    const held = await withPlan();
    expect((await held.teacher.browser.get(held.start)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(held.start)).status).toBe(404);
  });

  it('lists whom to start, the move to the next phase among them', async () => {
    const held = await withPlan({ yearGroup: '6' });
    const { text } = await held.senco.browser.get('/annual-reviews');
    expect(text).toContain('Moves from primary to secondary school next September');
    expect(text).toContain('Sun 22 Nov 2026 (past)');
  });
});
