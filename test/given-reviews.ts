import { schoolDate } from '#src/kernel/dates.ts';
import { addAuthority } from '#src/modules/ehcp/commands/keep-authority.ts';
import { openCase } from '#src/modules/ehcp/commands/open-case.ts';
import { reportParts } from '#src/modules/ehcp/domain/review/report-parts.ts';
import mailJob from '#src/modules/ehcp/jobs/mail-invitations.job.ts';
import type { Program } from '#src/platform/program.ts';
import * as given from './given.ts';
import { harebell } from './given-ehc.ts';
import * as givenPupils from './given-pupils.ts';
import * as givenRegister from './given-register.ts';
import * as givenSchool from './given-school.ts';
import { errorsShown, uniqueEmail } from './http.ts';
import { asOwner, program } from './worker-database.ts';

/** A pupil with an EHC plan whose last decision is of 8 March 2026, a mother with an address and a teacher. */
export async function withPlan(options: { yearGroup?: string } = {}) {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const pupilId = await givenRegister.pupilOnRegister(school, { sen: 'ehc_plan', ...options });
  const email = uniqueEmail();
  await givenPupils.carer(school, pupilId, {
    carer: { title: 'Mrs', forename: 'Ngozi', surname: 'Okafor', email },
  });
  const senco = await given.person(school, 'senco');
  const teacher = await given.person(school, 'teacher');
  await givenPupils.taughtBy(school, pupilId, teacher.personId);
  const caseId = await given.inSchool(school, async (tx) => {
    const authorityId = givenSchool.granted(await addAuthority(tx, harebell));
    const opened = await openCase(tx, {
      pupilId,
      kind: 'annual-review',
      authorityId,
      events: [{ name: 'lastDecisionSent', happenedOn: schoolDate('2026-03-08') }],
    });
    if (!opened.ok) throw new Error(opened.words);
    return opened.value;
  });
  const start = `/pupils/${pupilId}/annual-reviews/new`;
  return { school, pupilId, email, senco, teacher, caseId, start };
}

export type WithPlan = Awaited<ReturnType<typeof withPlan>>;

/** What the form of the start would send as it stands, with some of it as given. */
export async function startFields({ senco, start }: WithPlan, more: Record<string, string> = {}) {
  const { $ } = await senco.browser.get(more.kind === undefined ? start : `${start}?kind=${more.kind}`);
  const value = (name: string) => String($(`[name="${name}"]`).val() ?? '');
  return {
    kind: value('kind'),
    'meetingOn-day': value('meetingOn-day'),
    'meetingOn-month': value('meetingOn-month'),
    'meetingOn-year': value('meetingOn-year'),
    who: $('input[name=who]:checked')
      .toArray()
      .map((box) => String($(box).val())),
    send: 'yes',
    ...more,
  };
}

/** A review that was started and sent; its address. */
export async function started(held: WithPlan, more: Record<string, string> = {}): Promise<string> {
  const done = await held.senco.browser.post(held.start, await startFields(held, more));
  if (done.goesTo === null) throw new Error(`Not started: ${done.$('.govuk-error-summary').text()}`);
  return done.goesTo;
}

/** The link and the code that went to somebody, in the mail that a program keeps. */
export async function inMail(of: Pick<Program, 'post'>, email: string) {
  const mails = (await of.post.listKept()).filter(({ to }) => to === email);
  const texts = mails.map(({ text }) => text).join('\n');
  return {
    path: /(\/answer\/[\w-]+)/.exec(texts)?.[1] ?? '',
    code: /Your code is ([0-9A-Z ]+)/.exec(texts)?.[1]?.trim() ?? '',
    subjects: mails.map(({ subject }) => subject),
  };
}

/** Sends what waits, and finds what went to somebody. */
export async function mailed(held: WithPlan, email: string) {
  await mailJob.run({ schoolId: held.school.schoolId }, { program });
  return inMail(program, email);
}

export const dated = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** The version of a row, as its form would carry it. */
export const rowVersion = async (table: string, key: string, id: string): Promise<string> => {
  const [row] = await asOwner<{ readonly version: number }>(
    `select version from app.${table} where ${key} = $1`,
    [id],
  );
  return String(row?.version);
};
export const reviewIdOf = (href: string): string => href.split('/')[2] ?? '';
export const reviewVersion = (href: string) => rowVersion('annual_reviews', 'review_id', reviewIdOf(href));
const invitedPeople = (href: string) =>
  asOwner<{ id: string; capacity: string; answer: string | null; words: string | null; version: number }>(
    `select p.review_person_id as id, p.capacity, p.answer, a.words, p.version from app.review_people p
     left join app.review_advice a on a.review_person_id = p.review_person_id
     where p.review_id = $1 order by p.capacity, p.name`,
    [reviewIdOf(href)],
  );
export const personOf = async (href: string, capacity: string) => {
  const found = (await invitedPeople(href)).find((one) => one.capacity === capacity);
  if (found === undefined) throw new Error(`Nobody as ${capacity}`);
  return found;
};

/** A review whose meeting was held in the past: it is moved there as the school would enter one that was held on paper. */
export async function heldReview(): Promise<WithPlan & { href: string }> {
  const held = await withPlan();
  return { ...held, href: await started(held, dated('meetingOn', '2026-11-18')) };
}

/** Every page of a report, with something in each part. */
export async function writeWholeReport({ senco, href }: { senco: WithPlan['senco']; href: string }) {
  const words = Object.fromEntries(reportParts.map(({ name, label }) => [name, `About ${label}`]));
  for (const step of ['views', 'progress', 'provision', 'recommendation']) {
    const done = await senco.browser.post(`${href}/report/${step}`, {
      ...words,
      recommendation: 'amend',
      sections: ['E', 'F'],
      version: '0',
      reviewVersion: await reviewVersion(href),
    });
    if (done.status !== 303) throw new Error(`${step}: ${errorsShown(done).join()}`);
  }
}
