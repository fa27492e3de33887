import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import * as given from '#test/given.ts';
import { harebell } from '#test/given-ehc.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { asOwner, testToday } from '#test/worker-database.ts';
import type { CaseKind } from '../domain/case.ts';
import { listAuthorities } from '../queries/list-authorities.ts';
import { listCaseClocks } from '../queries/list-case-clocks.ts';
import { findCase, getCase, listCases } from '../queries/list-cases.ts';
import { claimException, withdrawClaim } from './claim-exception.ts';
import { endCase, reopenCase } from './end-case.ts';
import { addAuthority, changeAuthority, withdrawAuthority } from './keep-authority.ts';
import { openCase } from './open-case.ts';
import { recordCaseEvent, withdrawCaseEvent } from './record-case-event.ts';

const day = schoolDate;
const today = day(testToday);

async function larkfield() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const inIt = <T>(work: (tx: Tx) => Promise<T>) => given.inSchool(school, work);
  const authorityId = await inIt(async (tx) => givenSchool.granted(await addAuthority(tx, harebell)));
  const open = (
    kind: CaseKind = 'needs-assessment',
    on = '2026-09-14',
    name = 'requested',
    of: PupilId = pupilId,
  ) =>
    inIt((tx) => openCase(tx, { pupilId: of, kind, authorityId, events: [{ name, happenedOn: day(on) }] }));
  return { school, pupilId, authorityId, inIt, open };
}

const told = (caseId: string, name: string, on: string, more: object = {}) => ({
  caseId,
  name,
  happenedOn: day(on),
  ...more,
});
const recorded = (of: given.School) =>
  asOwner<{ type: string; changes: Record<string, unknown> }>(
    `select type, changes from app.events where school_id = $1 and type ~ 'Case|Exception|Authority'
     order by xmin::text::bigint, cmin::text::bigint`,
    [of.schoolId],
  );

describe('a case', () => {
  it('is opened with what began it, and one event records it', async () => {
    const { school, pupilId, authorityId, inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open());
    const kept = await inIt((tx) => getCase(tx, caseId));
    expect(kept).toMatchObject({ pupilId, authorityId, openedOn: '2026-09-14', endedOn: null, version: 1 });
    expect(kept.events).toMatchObject([{ name: 'requested', happenedOn: '2026-09-14', withdrawnWhy: null }]);
    expect((await recorded(school)).map(({ type }) => type)).toEqual(['AuthorityAdded', 'CaseOpened']);
  });

  it('is refused twice with the same authority, and taken with another: two plans are two cases', async () => {
    const { pupilId, inIt, open } = await larkfield();
    await open();
    expect(await open()).toMatchObject({ ok: false, refusal: 'open_already' });
    const other = await inIt(async (tx) =>
      givenSchool.granted(await addAuthority(tx, { ...harebell, code: '210', name: 'Foxglove' })),
    );
    const events = [{ name: 'requested', happenedOn: day('2026-09-21') }];
    await inIt(async (tx) =>
      givenSchool.granted(
        await openCase(tx, { pupilId, kind: 'needs-assessment', authorityId: other, events }),
      ),
    );
    expect(await inIt((tx) => listCases(tx, { pupilIds: [pupilId] }))).toHaveLength(2);
  });

  it('is refused with a sentence for what cannot be', async () => {
    const { inIt, pupilId, open } = await larkfield();
    expect(await open('needs-assessment', '2062-09-14')).toMatchObject({
      refusal: 'in_future',
      words: expect.stringContaining('14 September 2062'),
    });
    expect(await open('needs-assessment', '2026-09-14', 'assessmentAgreed')).toMatchObject({
      refusal: 'no_opening',
    });
    expect(await open('tribunal-order', '2026-09-14', 'ordered')).toMatchObject({ refusal: 'fact_missing' });
    const stranger = '01890000-0000-7000-8000-000000000000';
    const events = [{ name: 'requested', happenedOn: day('2026-09-14') }];
    const asked = { pupilId, kind: 'needs-assessment' as const, authorityId: stranger, events };
    expect(await inIt((tx) => openCase(tx, asked))).toMatchObject({ refusal: 'authority_unknown' });
  });

  it('takes what comes next, refuses what is out of order, and the second of two at once', async () => {
    const { inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open());
    const say = (name: string, on: string, more: object = {}) =>
      inIt((tx) => recordCaseEvent(tx, told(caseId, name, on, more)));
    expect(await say('assessmentAgreed', '2026-09-10')).toMatchObject({
      refusal: 'out_of_order',
      words: expect.stringContaining('10 September 2026'),
    });
    givenSchool.granted(await say('assessmentAgreed', '2026-10-20', { version: 1 }));
    expect(await say('draftServed', '2026-11-20', { version: 1 })).toMatchObject({ refusal: 'stale' });
    expect(await say('assessmentRefused', '2026-10-21')).toMatchObject({ refusal: 'no_longer' });
    expect((await inIt((tx) => getCase(tx, caseId))).version).toBe(2);
  });

  it('refuses a document of another pupil', async () => {
    const { school, inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open());
    const other = await givenPupils.pupil(school);
    const [row] = await asOwner<{ id: string }>(
      `insert into app.documents (school_id, document_id, pupil_id, kind, title, received_on, audience)
       values ($1, gen_random_uuid(), $2, 'authority', 'Letter', '2026-10-20', 'staff') returning document_id as id`,
      [school.schoolId, other],
    );
    const letter = told(caseId, 'assessmentAgreed', '2026-10-20', { documentId: row?.id });
    expect(await inIt((tx) => recordCaseEvent(tx, letter))).toMatchObject({ refusal: 'document_elsewhere' });
  });

  it('ends with its last event and opens the first review, which the law asks for within a year', async () => {
    const { pupilId, inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open('needs-assessment', '2026-06-01'));
    for (const [name, on] of [
      ['assessmentAgreed', '2026-07-06'],
      ['draftServed', '2026-09-28'],
      ['finalSent', '2026-11-02'],
    ] as const)
      await inIt(async (tx) => givenSchool.granted(await recordCaseEvent(tx, told(caseId, name, on))));
    const cases = await inIt((tx) => listCases(tx, { pupilIds: [pupilId] }));
    expect(cases.map(({ kind, endedOn, outcome }) => ({ kind, endedOn, outcome }))).toEqual([
      { kind: 'annual-review', endedOn: null, outcome: null },
      { kind: 'needs-assessment', endedOn: '2026-11-02', outcome: 'plan-made' },
    ]);
    const clocks = await inIt((tx) => listCaseClocks(tx, { today }));
    expect(clocks.find(({ clock }) => clock.id === 'V1')?.clock.dueOn).toBe('2027-11-01');
    const late = told(caseId, 'parentReplied', '2026-10-02');
    expect(await inIt((tx) => recordCaseEvent(tx, late))).toMatchObject({ refusal: 'ended' });
    const letter = told(caseId, 'letterSent', '2026-11-20');
    givenSchool.granted(await inIt((tx) => recordCaseEvent(tx, letter)));
  });
});

describe('a wrong event', () => {
  it('is withdrawn with a reason, stays on record, and moves the clocks', async () => {
    const { school, inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open());
    const asked = await inIt(async (tx) =>
      givenSchool.granted(await recordCaseEvent(tx, told(caseId, 'adviceRequestReceived', '2026-10-01'))),
    );
    const due = async (id: string) =>
      (await inIt((tx) => listCaseClocks(tx, { today }))).find(({ clock }) => clock.id === id)?.clock.dueOn;
    expect(await due('A5')).toBe('2026-11-12');
    const instead = { happenedOn: day('2026-10-08'), note: null };
    const wrong = { caseId, caseEventId: asked, why: 'The letter came a week later' };
    givenSchool.granted(await inIt((tx) => withdrawCaseEvent(tx, { ...wrong, instead })));
    expect(await due('A5')).toBe('2026-11-19');
    const { events } = await inIt((tx) => getCase(tx, caseId));
    expect(events.map(({ name, withdrawnWhy }) => [name, withdrawnWhy])).toEqual([
      ['requested', null],
      ['adviceRequestReceived', 'The letter came a week later'],
      ['adviceRequestReceived', null],
    ]);
    expect((await recorded(school)).at(-1)).toEqual({
      type: 'CaseEventWithdrawn',
      changes: { adviceRequestReceived: { before: '2026-10-01', after: '2026-10-08' } },
    });
  });

  it('is not withdrawn while later ones rest on it, nor the only one', async () => {
    const { inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open());
    const { events } = await inIt((tx) => getCase(tx, caseId));
    const wrong = { caseId, caseEventId: events[0]?.caseEventId ?? '', why: 'Wrong' };
    const take = () => inIt((tx) => withdrawCaseEvent(tx, wrong));
    expect(await take()).toMatchObject({ refusal: 'others_follow' });
    await inIt(async (tx) =>
      givenSchool.granted(await recordCaseEvent(tx, told(caseId, 'assessmentAgreed', '2026-10-20'))),
    );
    expect(await take()).toMatchObject({ words: expect.stringContaining('Withdraw them first') });
  });

  it('that had ended the case opens it again', async () => {
    const { inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open('consultation', '2026-11-10', 'schoolConsulted'));
    const answered = await inIt(async (tx) =>
      givenSchool.granted(await recordCaseEvent(tx, told(caseId, 'schoolReplied', '2026-11-12'))),
    );
    expect((await inIt((tx) => getCase(tx, caseId))).outcome).toBe('answered');
    const wrong = { caseId, caseEventId: answered, why: 'It was not sent' };
    givenSchool.granted(await inIt((tx) => withdrawCaseEvent(tx, wrong)));
    expect(await inIt((tx) => getCase(tx, caseId))).toMatchObject({ endedOn: null, outcome: null });
  });
});

describe('ending by hand', () => {
  it('keeps the outcome and the reason, and can be undone', async () => {
    const { inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open());
    const end = { caseId, endedOn: today, outcome: 'withdrawn' as const, why: 'The parent took it back' };
    expect(await inIt((tx) => endCase(tx, { ...end, endedOn: day('2026-09-01') }))).toMatchObject({
      refusal: 'before_opening',
    });
    givenSchool.granted(await inIt((tx) => endCase(tx, end)));
    expect(await inIt((tx) => listCaseClocks(tx, { today }))).toEqual([]);
    givenSchool.granted(await inIt((tx) => reopenCase(tx, { caseId, version: 2 })));
    expect((await inIt((tx) => listCaseClocks(tx, { today }))).length).toBeGreaterThan(2);
  });

  it('is not undone while another of the kind is open with the same authority', async () => {
    const { inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open());
    const end = { caseId, endedOn: today, outcome: 'withdrawn' as const, why: 'The parent took it back' };
    givenSchool.granted(await inIt((tx) => endCase(tx, end)));
    givenSchool.granted(await open());
    expect(await inIt((tx) => reopenCase(tx, { caseId, version: 2 }))).toMatchObject({
      refusal: 'open_already',
    });
  });
});

describe('a claimed exception', () => {
  it('moves no date, is shown as claimed while the step is late, and can be taken back', async () => {
    const { inIt, open } = await larkfield();
    const caseId = givenSchool.granted(await open());
    const claim = {
      caseId,
      clockId: 'A2',
      exceptionId: 'exceptional-circumstances',
      claimedOn: day('2026-10-25'),
      claimedBy: 'The SEND team',
      words: 'A bereavement',
    };
    const decision = async () =>
      (await inIt((tx) => listCaseClocks(tx, { today }))).find(({ clock }) => clock.id === 'A2');
    expect(await decision()).toMatchObject({
      state: { is: 'late', days: 29 },
      clock: { dueOn: '2026-10-26' },
    });
    const claimedExceptionId = givenSchool.granted(await inIt((tx) => claimException(tx, claim)));
    expect(await inIt((tx) => claimException(tx, claim))).toMatchObject({ refusal: 'claimed_already' });
    expect(await decision()).toMatchObject({
      state: { is: 'exception claimed', on: '2026-10-25', days: 29 },
      clock: { dueOn: '2026-10-26' },
    });
    await inIt((tx) => withdrawClaim(tx, { caseId, claimedExceptionId, why: 'They did not mean it' }));
    expect((await decision())?.state.is).toBe('late');
  });
});

describe('authorities', () => {
  it('are several; their local rules move only the dates that rest on them', async () => {
    const { authorityId, inIt, open } = await larkfield();
    givenSchool.granted(await open());
    const draft = async () =>
      (await inIt((tx) => listCaseClocks(tx, { today }))).find(({ clock }) => clock.id === 'A7')?.clock.dueOn;
    expect(await draft()).toBe('2027-01-04');
    const authority = async () => {
      const all = await inIt((tx) => listAuthorities(tx));
      const found = all.find((each) => each.authorityId === authorityId);
      if (found === undefined) throw new Error('an authority');
      return found;
    };
    const was = await authority();
    const set = {
      ...harebell,
      rules: { draftWeek: 14, asks: [{ words: 'Two cycles', kind: 'cycles' as const }] },
    };
    givenSchool.granted(await inIt((tx) => changeAuthority(tx, was, set)));
    expect(await draft()).toBe('2026-12-21');
    const older = { ...set, name: 'Hare Bell' };
    expect(await inIt((tx) => changeAuthority(tx, was, older))).toMatchObject({ refusal: 'stale' });
    expect(await inIt((tx) => addAuthority(tx, harebell))).toMatchObject({ refusal: 'taken' });
    const now = await authority();
    expect(await inIt((tx) => withdrawAuthority(tx, now, 'Merged'))).toMatchObject({ refusal: 'has_cases' });
  });
});

describe('many cases', () => {
  it('400 under seven authorities are one statement, and quick', async () => {
    const { school, inIt } = await larkfield();
    await asOwner(
      `with a as (insert into app.authorities (school_id, authority_id, name)
         select $1, gen_random_uuid(), 'Authority ' || n from generate_series(1, 7) n returning authority_id),
       p as (insert into app.pupils (school_id, pupil_id, child_id, born_on, source)
         select $1, gen_random_uuid(), gen_random_uuid(), '2015-03-01', 'Sendero' from generate_series(1, 400) returning pupil_id),
       c as (insert into app.cases (school_id, case_id, pupil_id, kind, authority_id, opened_on)
         select $1, gen_random_uuid(), pupil_id, 'annual-review', (select authority_id from a limit 1), '2025-11-01'
         from p returning case_id, pupil_id)
       insert into app.case_events (school_id, case_event_id, case_id, pupil_id, name, happened_on)
       select $1, gen_random_uuid(), case_id, pupil_id, e.name, e.on_day::date from c cross join
         (values ('lastDecisionSent', '2025-11-01'), ('meeting', '2026-10-01'), ('invited', '2026-09-10')) e(name, on_day)`,
      [school.schoolId],
    );
    await inIt((tx) => listCaseClocks(tx, { today }));
    const began = performance.now();
    const rows = await inIt((tx) => listCaseClocks(tx, { today }));
    const took = performance.now() - began;
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(400);
    expect(took).toBeLessThan(1500);
  });

  it('are not seen by another school', async () => {
    const { open } = await larkfield();
    const caseId = givenSchool.granted(await open());
    const other = await larkfield();
    expect(await other.inIt((tx) => findCase(tx, caseId))).toBeNull();
  });
});
