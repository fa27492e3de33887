import type { Account, Answer, Taken, Tap } from '#src/modules/provision/domain/offline/outbox.ts';
import * as given from './given.ts';
import * as givenProvision from './given-provision.ts';
import * as givenPupils from './given-pupils.ts';
import * as givenSchool from './given-school.ts';
import type { Browser } from './http.ts';
import { app, asOwner } from './worker-database.ts';

export const today = '2026-11-24';
export const allHere: Account = { state: 'held', reason: null, missing: [], note: null, nextStep: null };

/** A group on Tuesdays that two teaching assistants run; the clock stands on Tuesday 24 November 2026. */
export async function world() {
  const school = await given.school();
  await givenSchool.academicYear(school);
  const ta = await given.person(school, 'ta');
  const other = await given.person(school, 'ta');
  const amara = await givenPupils.pupil(school);
  const ada = await givenPupils.pupil(school, { forename: 'Ada', surname: 'Osei' });
  const runId = await givenProvision.run(school, { name: 'Talk Boost, Amara’s group' });
  await givenProvision.inRun(school, runId, amara);
  await givenProvision.inRun(school, runId, ada);
  // Through the page: who runs a group reaches its pupils from then on.
  const senco = await given.person(school, 'senco');
  for (const { personId } of [ta, other]) {
    const staffId = await givenPupils.staffOf(school, personId);
    await senco.browser.post(`/provision/runs/${runId}/staff/new`, {
      staffId,
      share: 'lead',
      fromOn: '2026-09-07',
    });
  }
  const slotId = await givenProvision.slot(school, runId, { place: 'Den' });
  return { school, ta, other, amara, ada, runId, slotId };
}
export type World = Awaited<ReturnType<typeof world>>;

/** A tap of this world’s session of today. */
export const tapOf = ({ slotId }: Pick<World, 'slotId'>, more: Partial<Tap> = {}): Tap => ({
  key: crypto.randomUUID(),
  slotId,
  on: today,
  tappedAt: '2026-11-24T08:59:00.000Z',
  over: { was: 'open' },
  told: allHere,
  ...more,
});

export const whoOf = (person: given.Person, { schoolId }: given.School): string =>
  `${person.personId}.${schoolId}`;

/** Posts as the script of the offline screen does. */
export const postJson = async (by: Browser, body: unknown, type = 'application/json'): Promise<Response> =>
  app.request('http://localhost:3000/provision/offline/outbox', {
    method: 'POST',
    headers: { 'content-type': type, cookie: by.cookies(), origin: 'http://localhost:3000' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** What a device’s outbox is answered; a word where it was not taken. */
export async function send(by: Browser, who: string, taps: readonly unknown[]): Promise<readonly Answer[]> {
  const answer = await postJson(by, { who, taps });
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
  const { answers }: { answers: readonly Answer[] } = await answer.json();
  return answers;
}

export async function taken(by: Browser): Promise<Taken> {
  const day: Taken = JSON.parse((await by.get('/provision/offline/day')).text);
  return day;
}

/** The sessions that stand, with how many were there. */
export const standing = async ({ schoolId }: given.School) =>
  asOwner<{ state: string; reason: string | null; note: string | null; present: number; version: number }>(
    `select s.state, s.reason, s.note, s.version,
       (select count(*)::int from app.session_pupils p where p.session_id = s.session_id and p.state = 'present') as present
     from app.sessions s where school_id = $1 and withdrawn_at is null order by on_date, slot_id`,
    [schoolId],
  );

/** What was recorded of sessions, in order. */
export const told = async ({ schoolId }: given.School) =>
  (
    await asOwner<{ type: string }>(
      `select type from app.events where school_id = $1 and type like 'Session%'
       order by xmin::text::bigint, cmin::text::bigint`,
      [schoolId],
    )
  ).map(({ type }) => type);
