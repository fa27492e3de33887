import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { addAuthority, openCase, recordCaseEvent } from '#src/modules/ehcp/index.ts';
import * as given from '#test/given.ts';
import { harebell } from '#test/given-ehc.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { errorsShown } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

async function larkfield() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenPupils.pupil(school);
  const senco = await given.person(school, 'senco');
  const authorityId = await given.inSchool(school, async (tx) =>
    givenSchool.granted(await addAuthority(tx, harebell)),
  );
  const opened = (on = '2026-09-14') =>
    given.inSchool(school, async (tx) =>
      givenSchool.granted(
        await openCase(tx, {
          pupilId,
          kind: 'needs-assessment',
          authorityId,
          events: [{ name: 'requested', happenedOn: schoolDate(on) }],
        }),
      ),
    );
  return { school, pupilId, senco, authorityId, opened };
}

const lastType = async ({ schoolId }: given.School) => {
  const [row] = await asOwner<{ type: string }>(
    `select type from app.events where school_id = $1 order by xmin::text::bigint desc, cmin::text::bigint desc limit 1`,
    [schoolId],
  );
  return row?.type;
};

describe('putting a case right', () => {
  it('changes its authority and its readers with a reason, and all that hangs on it', async () => {
    const { school, senco, opened } = await larkfield();
    const caseId = await opened();
    const other = await given.inSchool(school, async (tx) =>
      givenSchool.granted(await addAuthority(tx, { ...harebell, code: null, name: 'Foxglove' })),
    );
    const href = `/cases/${caseId}`;
    const change = (more: Record<string, string>) =>
      senco.browser.post(`${href}/change`, {
        ...{ authorityId: other, audience: 'leaders', why: 'The family moved', version: '1' },
        ...more,
      });
    expect((await change({ why: '' })).status).toBe(422);
    expect((await change({})).goesTo).toBe(href);
    expect((await senco.browser.get(href)).text).toContain('Foxglove');
    const kept = await asOwner<{ readers: string; events: string }>(
      `select c.audience as readers, e.audience as events from app.cases c
       join app.case_events e using (school_id, case_id) where c.case_id = $1`,
      [caseId],
    );
    expect(kept).toEqual([{ readers: 'leaders', events: 'leaders' }]);
    const [event] = await asOwner<{ why: string }>(
      `select why from app.events where subject_id = $1 and type = 'CaseChanged'`,
      [caseId],
    );
    expect(event).toEqual({ why: 'The family moved' });
    expect((await change({ audience: 'staff' })).text).toContain('Somebody else has changed this case');
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get(`${href}/change`)).status).toBe(403);
  });
});

describe('opening a case', () => {
  it('takes what began it, and shows both clocks with their reasons', async () => {
    const { school, pupilId, senco, authorityId } = await larkfield();
    const list = await senco.browser.get(`/pupils/${pupilId}/cases`);
    expect(list.$('h2').text()).toContain('No cases yet');
    const done = await senco.browser.post(`/pupils/${pupilId}/cases/new?kind=needs-assessment`, {
      name: 'requested',
      happenedOn: '2026-09-14',
      authorityId,
      askedBy: 'school',
    });
    expect(await lastType(school)).toBe('CaseOpened');
    const shown = await senco.browser.get(done.goesTo ?? '');
    expect(shown.$('h2').text()).toContain('Needs assessment, Harebell');
    expect(shown.text).toContain('Decide whether to assess, and say so');
    expect(shown.text).toContain('Mon 26 Oct 2026');
    expect(shown.text).toContain('29 days late');
    expect(shown.text).toContain('SEND Regulations 2014 reg 5(1)');
    expect(shown.$('svg title').first().text()).toMatch(/^A\d+: /);
    const listed = await senco.browser.get(`/pupils/${pupilId}/cases`);
    expect(listed.$('main table').text()).toContain('The authority: Decide whether to assess');
  });

  it('refuses a day in 2062 and a second one, with a sentence', async () => {
    const { pupilId, senco, authorityId, opened } = await larkfield();
    const address = `/pupils/${pupilId}/cases/new?kind=needs-assessment`;
    const asked = { name: 'requested', happenedOn: '2062-09-14', authorityId };
    const far = await senco.browser.post(address, asked);
    expect([far.status, errorsShown(far)]).toEqual([
      422,
      ['14 September 2062 has not come yet: record what has happened.'],
    ]);
    await opened();
    const twice = await senco.browser.post(address, { ...asked, happenedOn: '2026-10-01' });
    expect(errorsShown(twice)[0]).toContain('A case of this kind is open for this pupil');
  });

  it('is not for a teacher, who may read', async () => {
    const { school, pupilId, opened } = await larkfield();
    const caseId = await opened();
    const teacher = await given.person(school, 'teacher');
    expect((await teacher.browser.get(`/cases/${caseId}`)).status).toBe(404);
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const shown = await teacher.browser.get(`/cases/${caseId}`);
    expect(shown.status).toBe(200);
    expect(shown.text).not.toContain('Write to them');
    expect((await teacher.browser.get(`/pupils/${pupilId}/cases/new`)).status).toBe(403);
    expect((await teacher.browser.get(`/cases/${caseId}/record?step=assessmentAgreed`)).status).toBe(403);
  });

  it('asks which move for a phase transfer', async () => {
    const { pupilId, senco, authorityId } = await larkfield();
    const address = `/pupils/${pupilId}/cases/new?kind=phase-transfer`;
    const move = { name: 'transfer', happenedOn: '2027-09-01', authorityId };
    expect(errorsShown(await senco.browser.post(address, move))).toEqual(['Say: Which move.']);
    const done = await senco.browser.post(address, { ...move, kind: 'primary-secondary' });
    expect((await senco.browser.get(done.goesTo ?? '')).text).toContain('Mon 15 Feb 2027');
  });
});

describe('what happens in a case', () => {
  it('is a button and a day; the first of two at once wins, the other is told', async () => {
    const { senco, opened } = await larkfield();
    const caseId = await opened();
    const page = await senco.browser.get(`/cases/${caseId}`);
    const step = page.$('a:contains("The authority said that it will assess")').attr('href') ?? '';
    const told = { happenedOn: '2026-10-20', version: '1', note: 'By email' };
    expect((await senco.browser.post(step, told)).goesTo).toBe(`/cases/${caseId}`);
    const refused = `/cases/${caseId}/record?step=adviceRequestReceived`;
    const second = await senco.browser.post(refused, { ...told, happenedOn: '2026-10-21' });
    expect(errorsShown(second)[0]).toContain('Somebody else has changed this case');
    const shown = await senco.browser.get(`/cases/${caseId}`);
    expect(shown.text).toContain('Done 20 Oct 2026');
    expect((await senco.browser.get(step)).status).toBe(404);
  });

  it('is corrected with a reason, which stays in sight', async () => {
    const { school, senco, opened } = await larkfield();
    const caseId = await opened();
    const page = await senco.browser.get(`/cases/${caseId}`);
    const correct = page.$('a[href$="/withdraw"]').attr('href') ?? '';
    expect(errorsShown(await senco.browser.post(correct, { version: '1', why: '' }))).toEqual([
      'Enter what was wrong',
    ]);
    await senco.browser.post(correct, { version: '1', why: 'It was the 21st', instead: '2026-09-21' });
    const shown = await senco.browser.get(`/cases/${caseId}`);
    expect(shown.text).toContain('Withdrawn: It was the 21st');
    expect(shown.text).toContain('Mon 2 Nov 2026');
    expect(await lastType(school)).toBe('CaseEventWithdrawn');
  });

  it('can be an answer to a consultation, with a ground of the law', async () => {
    const { pupilId, senco, authorityId } = await larkfield();
    const done = await senco.browser.post(`/pupils/${pupilId}/cases/new?kind=consultation`, {
      name: 'schoolConsulted',
      happenedOn: '2026-11-10',
      authorityId,
    });
    const step = `${done.goesTo}/record?step=schoolReplied`;
    const no = { happenedOn: '2026-11-20', version: '1', answer: 'no' };
    expect(errorsShown(await senco.browser.post(step, no))).toEqual([
      'Select the ground: being full is not one by itself',
    ]);
    await senco.browser.post(step, { ...no, ground: 'resources' });
    const shown = await senco.browser.get(done.goesTo ?? '');
    expect(shown.text).toContain('The school answered. 10 November 2026 to 20 November 2026');
    expect(shown.text).toContain('efficient use of resources');
  });

  it('can be ended by hand and opened again', async () => {
    const { senco, opened } = await larkfield();
    const caseId = await opened();
    const end = { outcome: 'withdrawn', endedOn: '2026-11-20', why: 'The family took it back', version: '1' };
    await senco.browser.post(`/cases/${caseId}/end`, end);
    expect((await senco.browser.get(`/cases/${caseId}`)).text).toContain('The family took it back');
    await senco.browser.post(`/cases/${caseId}/reopen`);
    expect((await senco.browser.get(`/cases/${caseId}`)).text).toContain('Open since 14 September 2026');
  });
});

describe('an authority that is late', () => {
  it('is written to with the right rule; the letter is kept as PDF and Word', async () => {
    const { school, senco, opened } = await larkfield();
    const caseId = await opened();
    const page = await senco.browser.get(`/cases/${caseId}`);
    const write = page.$('a:contains("Write to them")').attr('href') ?? '';
    const letter = (await senco.browser.get(write)).$('textarea').text();
    expect(letter).toContain('SEND Regulations 2014 reg 5(1), 6 weeks');
    expect(letter).toContain('due on 26 October 2026');
    expect(letter).toContain('About: A. O., born');
    expect(letter).not.toContain('Amara');
    await senco.browser.post(write, { words: letter, version: '1' });
    expect(await lastType(school)).toBe('CaseEventRecorded');
    const shown = await senco.browser.get(`/cases/${caseId}`);
    const pdf = await senco.browser.get(shown.$('a[href$="letter.pdf"]').attr('href') ?? '');
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect(pdf.text).toContain('/MarkInfo');
    const word = await senco.browser.get(shown.$('a[href$="letter.docx"]').attr('href') ?? '');
    expect([word.status, word.text.slice(0, 2)]).toEqual([200, 'PK']);
  });

  it('may claim an exception, which moves no date and can be taken back', async () => {
    const { senco, opened } = await larkfield();
    const caseId = await opened();
    const claim = {
      exceptionId: 'exceptional-circumstances',
      claimedOn: '2026-10-25',
      claimedBy: 'The SEND team',
      words: 'A bereavement',
    };
    const address = `/cases/${caseId}/exceptions/new?clock=A2`;
    expect(errorsShown(await senco.browser.post(address, { ...claim, exceptionId: 'rain' }))).toEqual([
      'Select which exception',
    ]);
    await senco.browser.post(address, claim);
    const shown = await senco.browser.get(`/cases/${caseId}`);
    expect(shown.text).toContain('29 days past, exception claimed');
    expect(shown.text).toContain('Mon 26 Oct 2026');
    const back = shown.$('a:contains("Take the claim back")').attr('href') ?? '';
    await senco.browser.post(back, { why: 'They did not mean it' });
    expect((await senco.browser.get(`/cases/${caseId}`)).text).toContain('29 days late');
  });
});

describe('two cases of a kind', () => {
  it('under two authorities are explained', async () => {
    const { school, pupilId, senco, opened } = await larkfield();
    await opened();
    await given.inSchool(school, async (tx) => {
      const authorityId = givenSchool.granted(
        await addAuthority(tx, { ...harebell, code: '210', name: 'Foxglove' }),
      );
      const events = [{ name: 'requested', happenedOn: schoolDate('2026-10-01') }];
      const caseId = givenSchool.granted(
        await openCase(tx, { pupilId, kind: 'needs-assessment', authorityId, events }),
      );
      const refused = { caseId, name: 'assessmentRefused', happenedOn: schoolDate('2026-11-10') };
      givenSchool.granted(await recordCaseEvent(tx, refused));
    });
    const shown = await senco.browser.get(`/pupils/${pupilId}/cases`);
    expect(shown.text).toContain('two open cases of one kind');
    expect(shown.text).toContain('Nothing due');
  });
});
