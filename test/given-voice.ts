import type { CarerId, PupilId } from '#src/kernel/ids.ts';
import * as given from './given.ts';
import * as givenPupils from './given-pupils.ts';
import { type Browser, browser, type Read, uniqueEmail } from './http.ts';
import { asOwner, program } from './worker-database.ts';

const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** Notes a plan as shared by whoever may, with its present version. */
export async function shareAgain(by: Browser, pupilId: PupilId): Promise<Read> {
  const [plan] = await asOwner<{ version: number }>(
    `select version from app.plans where pupil_id = $1 and state <> 'withdrawn' order by cycle desc limit 1`,
    [pupilId],
  );
  return by.post(`/pupils/${pupilId}/plan/share`, {
    ...day('sharedOn', '2026-11-24'),
    sharedWith: 'mother, in school',
    ...day('reviewOn', '2027-02-05'),
    version: String(plan?.version),
  });
}

/** A pupil with a mother and a plan that was shared with her today. */
export async function sharedPlan(pupilOptions: givenPupils.PupilOptions = {}) {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school, pupilOptions);
  const email = uniqueEmail();
  const mother = await givenPupils.carer(school, pupilId, {
    carer: { title: 'Mrs', forename: 'Ngozi', surname: 'Okafor', email },
  });
  const senco = await given.person(school, 'senco');
  const path = `/pupils/${pupilId}/plan`;
  await senco.browser.post(`${path}/begin`, {});
  await senco.browser.post(`${path}/parts/strengths`, { words: 'Tells stories well', version: '0' });
  await senco.browser.post(`${path}/targets/new`, {
    area: 'cognition',
    words: 'Reads 40 words aloud without help',
    strategy1: 'Precision teaching',
    who1: 'the class teacher',
    howOften1: 'daily',
    version: '0',
  });
  await shareAgain(senco.browser, pupilId);
  const [carer] = await asOwner<{ id: CarerId }>('select carer_id as id from app.carers where email = $1', [
    email,
  ]);
  return { school, pupilId, senco, path, family: `${path}/family`, email, mother, carerId: carer?.id ?? '' };
}

export type Shared = Awaited<ReturnType<typeof sharedPlan>>;

/** Makes a link for the mother, mailed; what the two mails said. */
export async function mailedLink(of: Shared) {
  const made = await of.senco.browser.post(`${of.family}/new`, { who: of.carerId, delivery: 'mail_both' });
  return { made, ...(await readMail(of.email)) };
}

/** The link and the newest code in the kept mail to somebody. */
export async function readMail(email: string) {
  const mails = (await program.post.listKept()).filter(({ to }) => to === email);
  const all = mails.map(({ text }) => text).join('\n');
  return {
    mails,
    link: /\/v\/[A-Za-z0-9_-]{86}/.exec(all)?.[0] ?? '',
    code: /Your code is (\w{3} \w{3})/.exec(all)?.[1] ?? '',
  };
}

/** The mother's own phone, with the code given. */
export async function motherIn(of: Shared): Promise<Browser> {
  const { link, code } = await mailedLink(of);
  const phone = browser();
  await phone.post(link, { code });
  return phone;
}

/** The hidden hash of what a page shows. */
export const copyOf = ({ $ }: Read): string => $('input[name=copy]').attr('value') ?? '';

/** Issues the plan as its page does, with whatever the button carries. */
export async function issue(of: Shared): Promise<Read> {
  const { $ } = await of.senco.browser.get(of.path);
  const hidden = $(`form[action="${of.path}/issue"] input[type=hidden]`).toArray();
  const carried = hidden.map((field) => [$(field).attr('name') ?? '', $(field).attr('value') ?? '']);
  return of.senco.browser.post(`${of.path}/issue`, Object.fromEntries(carried));
}
