import type { Box, Held } from '#src/islands/offline/box.ts';
import { exchange, type Hitch, type Sendero } from '#src/islands/offline/send.ts';
import {
  type Account,
  type Answer,
  afterAnswers,
  type Logged,
  overOf,
  type Taken,
  type Tap,
  type Told,
  withAnswers,
} from '#src/modules/provision/domain/offline/outbox.ts';

/** What a device remembers when its pages are gone. */
export type Disk = {
  readonly open: (who: string) => Promise<Box>;
  readonly last: () => Promise<Box | null>;
  readonly wipe: (who: string) => Promise<void>;
};

/** A disk in memory: what a real one does, without closing anything. */
export function memoryDisk(): Disk {
  const boxes = new Map<string, Held>();
  let last: string | null = null;
  const boxOf = (who: string): Box => {
    const change = async (how: (held: Held) => Held): Promise<boolean> => {
      const held = boxes.get(who);
      if (held !== undefined) boxes.set(who, structuredClone(how(held)));
      return held !== undefined;
    };
    return {
      who,
      read: async () => boxes.get(who) ?? { taken: null, waiting: [], lost: 0 },
      add: (tap) => change((held) => ({ ...held, waiting: [...held.waiting, { tap, refused: null }] })),
      settle: async (taps, answers) => {
        await change(({ taken, waiting, lost }) => ({
          taken: taken === null ? null : withAnswers(taken, taps, answers),
          waiting: afterAnswers(waiting, answers),
          lost,
        }));
      },
      drop: async (key) => {
        await change((held) => ({ ...held, waiting: held.waiting.filter(({ tap }) => tap.key !== key) }));
      },
      keepTaken: async (taken) => {
        await change((held) => ({ ...held, taken }));
      },
      forgetLost: async () => {
        await change((held) => ({ ...held, lost: 0 }));
      },
    };
  };
  return {
    open: async (who) => {
      if (!boxes.has(who)) boxes.set(who, { taken: null, waiting: [], lost: 0 });
      last = who;
      return boxOf(who);
    },
    last: async () => (last !== null && boxes.has(last) ? boxOf(last) : null),
    wipe: async (who) => {
      boxes.delete(who);
      if (last === who) last = null;
    },
  };
}

export const places = ['red', 'blue', 'green'].map((slotId) => ({ slotId, on: '2026-11-24' }));
type Place = (typeof places)[number];
const placeOf = ({ slotId, on }: { slotId: string; on: string }) => `${slotId} ${on}`;

/** What the server is, in thirty lines: who is signed in, what stands of each session, which taps it has done. */
export function modelServer() {
  const standing = new Map<string, Logged | null>();
  const left = new Map<string, Logged | null>();
  const applied: { readonly key: string; readonly by: string; readonly place: string }[] = [];
  let signedIn: string | null = 'ann.school';
  let sessions = 0;

  const isAsSeen = (tap: Tap): boolean => {
    const now = standing.get(placeOf(tap)) ?? null;
    const { over } = tap;
    if (over.was === 'tapped' && !left.has(over.key)) return false;
    const seen = over.was === 'open' ? null : over.was === 'tapped' ? left.get(over.key) : over;
    return (seen ?? null) === null
      ? now === null
      : now?.sessionId === seen?.sessionId && now?.version === seen?.version;
  };
  const doAs = (told: Told, now: Logged | null): Logged | null => {
    if (told.state === 'undone') return null;
    sessions += now === null ? 1 : 0;
    return { ...told, sessionId: now?.sessionId ?? `s${sessions}`, version: (now?.version ?? 0) + 1 };
  };
  const answerTo = (tap: Tap): Answer => {
    const place = placeOf(tap);
    const now = standing.get(place) ?? null;
    if (left.has(tap.key)) return { key: tap.key, is: 'already', logged: now };
    if (!isAsSeen(tap)) return { key: tap.key, is: 'refused', words: 'changed', theirs: now };
    standing.set(place, doAs(tap.told, now));
    left.set(tap.key, standing.get(place) ?? null);
    applied.push({ key: tap.key, by: signedIn ?? '', place });
    return { key: tap.key, is: 'kept', logged: standing.get(place) ?? null };
  };
  return {
    applied,
    signIn: (who: string | null) => {
      signedIn = who;
    },
    /** A colleague says otherwise what became of a session, on another device. */
    colleague: (place: Place, told: Account) => {
      standing.set(placeOf(place), doAs(told, standing.get(placeOf(place)) ?? null));
    },
    receive: async (who: string, taps: readonly Tap[]): Promise<readonly Answer[] | Hitch> => {
      if (signedIn === null) return 'signed out';
      return signedIn === who ? taps.map(answerTo) : 'somebody else';
    },
    taken: (): Taken | Hitch =>
      signedIn === null
        ? 'signed out'
        : {
            who: signedIn,
            today: '2026-11-24',
            takenAt: '09:00',
            days: [
              {
                on: '2026-11-24',
                words: 'Today',
                sessions: places.map((place) => ({
                  ...place,
                  title: '',
                  where: '',
                  last: null,
                  pupils: [],
                  logged: standing.get(placeOf(place)) ?? null,
                })),
              },
            ],
          },
  };
}

type Request = {
  readonly who: string;
  readonly taps: readonly Tap[];
  /** What the server made of it; null before it has come there. */
  said: readonly Answer[] | Hitch | null;
  /** Hands the answer to the page; null once that page is gone. */
  reply: ((said: readonly Answer[] | Hitch) => void) | null;
};

/** A device with one page on it, and a network that can be stopped at each moment of each request. */
export function device(disk: Disk, receive: Sendero['post'], taken: Sendero['fetchTaken']) {
  const requests: Request[] = [];
  let syncing: Promise<Hitch | null> | null = null;
  let asked = () => {};
  const sendero: Sendero = {
    post: (who, taps) =>
      new Promise((reply) => {
        requests.push({ who, taps, said: null, reply });
        asked();
      }),
    fetchTaken: taken,
  };
  const exchangeOnce = async (): Promise<Hitch | null> =>
    (await exchange(disk, await disk.last(), sendero)).hitch;
  /** Until the page has done all that it can do before the network must move. */
  const untilQuiet = async (): Promise<Hitch | null> => {
    if (syncing === null) return null;
    const running = syncing;
    const ended = await Promise.race([
      running.then((hitch) => ({ hitch })),
      new Promise<null>((quiet) => {
        asked = () => quiet(null);
      }),
    ]);
    if (ended !== null) syncing = null;
    return ended?.hitch ?? null;
  };
  const open = () => requests.filter(({ reply }) => reply !== null);
  const onTheirWay = () => requests.filter(({ said }) => said === null);
  const page = {
    sync: async () => {
      if (syncing !== null) return null;
      syncing = exchangeOnce();
      return untilQuiet();
    },
    /** The request reaches the server, perhaps long after the page that sent it is gone. */
    deliver: async (at: number) => {
      const waiting = onTheirWay();
      const one = waiting[at % Math.max(1, waiting.length)];
      if (one !== undefined) one.said = await receive(one.who, one.taps);
    },
    /** The answer reaches the page, or is lost on the way. */
    answer: async (isLost: boolean) => {
      const [one] = open();
      if (one === undefined || (one.said === null && !isLost)) return null;
      const { reply } = one;
      one.reply = null;
      const quiet = untilQuiet();
      reply?.(isLost || one.said === null ? 'no signal' : one.said);
      return quiet;
    },
    /** The page is closed and opened again: what it was about to do, nobody does. */
    reload: () => {
      for (const one of open()) one.reply = null;
      syncing = null;
    },
    tap: async (place: Place, told: Told): Promise<Tap | null> => {
      const box = await disk.last();
      const held = await box?.read();
      const session = held?.taken?.days
        .flatMap(({ sessions: some }) => some)
        .find(({ slotId, on }) => slotId === place.slotId && on === place.on);
      if (box === null || held === undefined || session === undefined) return null;
      const over = overOf(held.waiting, session);
      const key = crypto.randomUUID();
      const tap: Tap = { key, ...place, tappedAt: '2026-11-24T09:00:00Z', over, told };
      return (await box.add(tap)) ? tap : null;
    },
    /** There is signal, and the page asks until nothing is left to ask. */
    finish: async () => {
      page.reload();
      await page.sync();
      while (syncing !== null) {
        await page.deliver(onTheirWay().length - 1);
        await page.answer(false);
      }
    },
    /** What had been on its way all the time comes in last. */
    deliverLate: async () => {
      while (onTheirWay().length > 0) await page.deliver(0);
    },
  };
  return page;
}
