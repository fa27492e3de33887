import { type Answer, batchOf, type Taken, type Tap } from '../../modules/provision/domain/offline/outbox.ts';
import type { Box } from './box.ts';

/** Why nothing came of asking Sendero. Whatever it is, the taps wait. */
export type Hitch = 'no signal' | 'signed out' | 'somebody else' | 'not allowed' | 'failed';
export type Post = (who: string, taps: readonly Tap[]) => Promise<readonly Answer[] | Hitch>;
/** What Sendero is asked: to take taps, and for the sessions of whoever is signed in. */
export type Sendero = { readonly post: Post; readonly fetchTaken: () => Promise<Taken | Hitch> };

/**
 * Sends what waits, oldest first, until nothing is left or something is in the way (rule off-3). A tap leaves the device
 * only when an answer for it has come; an answer that is lost on the way is asked for again with the same key.
 */
export async function sendAll(box: Box, post: Post): Promise<Hitch | null> {
  for (;;) {
    const batch = batchOf((await box.read()).waiting);
    if (batch.length === 0) return null;
    const answers = await post(box.who, batch);
    if (typeof answers === 'string') return answers;
    if (!answers.some(({ key }) => batch.some((tap) => tap.key === key))) return 'failed';
    await box.settle(batch, answers);
  }
}

type Boxes = { readonly open: (who: string) => Promise<Box> };
type Exchanged = { readonly box: Box | null; readonly hitch: Hitch | null };

/**
 * What waits goes out, the sessions of whoever is signed in come in. Where that is somebody else than before, the taps of
 * the one before stay closed and unsent, and the other one's own box is opened.
 */
export async function exchange(
  boxes: Boxes,
  last: Box | null,
  { post, fetchTaken }: Sendero,
): Promise<Exchanged> {
  const hitch = last === null ? null : await sendAll(last, post);
  if (hitch === 'no signal' || hitch === 'signed out' || hitch === 'failed') return { box: last, hitch };
  const taken = await fetchTaken();
  if (typeof taken === 'string') return { box: last, hitch: taken };
  const box = await boxes.open(taken.who);
  await box.keepTaken(taken);
  return { box, hitch: last?.who === taken.who ? hitch : await sendAll(box, post) };
}

const part = (of: unknown, key: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined;

const isAnswer = (given: unknown): given is Answer =>
  typeof part(given, 'key') === 'string' &&
  ['kept', 'already', 'refused'].includes(String(part(given, 'is')));

const isTaken = (given: unknown): given is Taken =>
  typeof part(given, 'who') === 'string' && Array.isArray(part(given, 'days'));

/** Asks Sendero; a redirect leads to signing in or to unlocking. */
async function ask(address: string, init: RequestInit): Promise<unknown> {
  const limits = { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(20_000) } as const;
  const answer = await fetch(address, { ...init, ...limits }).catch(() => null);
  if (answer === null) return 'no signal';
  if (answer.type === 'opaqueredirect') return 'signed out';
  if (answer.status === 409) return 'somebody else';
  if (answer.status === 403) return 'not allowed';
  return answer.ok ? answer.json().catch(() => 'failed') : 'failed';
}

const isHitch = (given: unknown): given is Hitch => typeof given === 'string';

/** Posts taps. What is no answer to taps, as the page of a hotel’s network, is taken for none. */
const post: Post = async (who, taps) => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ who, taps });
  const said = await ask('/provision/offline/outbox', { method: 'POST', headers, body });
  if (isHitch(said)) return said;
  const answers: unknown = part(said, 'answers');
  return Array.isArray(answers) ? answers.filter(isAnswer) : 'failed';
};

/** The sessions of whoever is signed in. */
async function fetchTaken(): Promise<Taken | Hitch> {
  const said = await ask('/provision/offline/day', {});
  if (isHitch(said)) return said;
  return isTaken(said) ? said : 'failed';
}

/** The server that this page came from. */
export const sendero: Sendero = { post, fetchTaken };
