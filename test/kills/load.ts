import { makeUpn } from '../files/make-upn.ts';
import { pause, type Victim } from './victim.ts';

/** What was answered with "done" and must therefore be there for ever. */
export type Acknowledged = {
  readonly strengths: string[];
  /** Imports whose file was read, by their id. */
  readonly kept: string[];
  /** Imports that somebody has told to be taken in, with how many pupils each has. */
  readonly taken: { readonly importId: string; readonly upns: readonly string[] }[];
};

const clients = 4;
const pupilsInFile = 40;

/** People who edit and import until told to stop. What fails is tried again by nobody: only an answer counts. */
export function startLoad(victim: Victim, cookie: string, done: Acknowledged): () => Promise<void> {
  let isOver = false;
  const until = async (work: () => Promise<void>) => {
    while (!isOver) {
      try {
        await work();
      } catch {
        // The program is gone or going: no answer, so nothing is owed.
        await pause(30);
      }
    }
  };
  const post = postTo(victim.url, cookie);
  const running = [
    ...Array.from({ length: clients }, (_, at) => until(() => addStrength(victim, post, { at, done }))),
    until(() => takeInFile(victim, post, done)),
  ];
  return async () => {
    isOver = true;
    await Promise.all(running);
  };
}

type Post = (path: string, body: URLSearchParams | FormData) => Promise<Response>;

const postTo =
  (url: string, cookie: string): Post =>
  (path, body) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: url },
      body,
      signal: AbortSignal.timeout(15_000),
    });

let count = 0;

async function addStrength(
  { pupilIds }: Victim,
  post: Post,
  { at, done }: { at: number; done: Acknowledged },
): Promise<void> {
  count += 1;
  const words = `Strength number ${count}`;
  const pupilId = pupilIds[(count * clients + at) % pupilIds.length];
  const answer = await post(`/pupils/${pupilId}/strengths/new`, new URLSearchParams({ words, toldBy: '' }));
  if (answer.status === 303) done.strengths.push(words);
  else await pause(30);
}

/** A made-up name, another for every number: names that are alike would be asked about. */
const wordOf = (number: number): string => {
  const syllables = ['bra', 'del', 'fin', 'gor', 'hul', 'jem', 'kit', 'lor', 'mun', 'nav'];
  const letters = [...String(number * 7919)].map((digit) => syllables[Number(digit)]).join('');
  return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
};

let files = 0;

async function takeInFile(_: Victim, post: Post, done: Acknowledged): Promise<void> {
  files += 1;
  const upns = Array.from({ length: pupilsInFile }, (_, at) => makeUpn(100_000 + files * 100 + at));
  const lines = upns.map(
    (upn, at) =>
      `${upn},${wordOf(files * 100 + at)},${wordOf(files * 37 + at * 13)},2016-0${1 + (at % 9)}-${10 + (files % 18)},F,4`,
  );
  const body = new FormData();
  const text = ['UPN,Surname,Forename,DOB,Gender,Year', ...lines].join('\n');
  body.set('file', new Blob([text], { type: 'text/csv' }), `pupils-${files}.csv`);
  const read = await post('/imports/new', body);
  const importId = /\/imports\/([0-9a-f-]{36})/.exec(read.headers.get('location') ?? '')?.[1];
  if (read.status !== 303 || importId === undefined) return void (await pause(200));
  done.kept.push(importId);
  const taken = await post(`/imports/${importId}`, new URLSearchParams({ version: '1' }));
  if (taken.status === 303) done.taken.push({ importId, upns });
  await pause(300);
}
