import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import {
  type Answer,
  afterAnswers,
  isForgotten,
  type Refused,
  type Taken,
  type Tap,
  type Waiting,
  withAnswers,
} from '../../modules/provision/domain/offline/outbox.ts';
import type { Box, Held } from './box.ts';
import { makeKey, type Sealed, seal, unseal } from './seal.ts';

interface Shape extends DBSchema {
  boxes: { key: string; value: BoxRow };
  taps: { key: number; value: TapRow; indexes: { who: string } };
  last: { key: string; value: string };
}
type BoxRow = {
  who: string;
  /** Null once what it closed was forgotten. */
  key: CryptoKey | null;
  taken: Sealed | null;
  touchedAt: number;
  lost: number;
};
type TapRow = { n?: number; who: string; id: string; tap: Sealed; refused: Sealed | null };
type Db = IDBPDatabase<Shape>;
type Now = () => number;

const name = 'sendero-offline';

/** Opens what this device holds, and forgets what is too old (rule off-4). */
export async function openStore(now: Now = Date.now) {
  const db = await openDB<Shape>(name, 1, {
    upgrade: (made) => {
      made.createObjectStore('boxes', { keyPath: 'who' });
      made.createObjectStore('taps', { keyPath: 'n', autoIncrement: true }).createIndex('who', 'who');
      made.createObjectStore('last');
    },
    // A newer page waits for no older one.
    blocking: (_from, _to, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  await forgetOld(db, now());
  return {
    /** Whose sessions were last shown here. */
    last: async (): Promise<Box | null> => {
      const who = await db.get('last', 'who');
      const box = who === undefined ? undefined : await db.get('boxes', who);
      return box === undefined || who === undefined ? null : boxOf(db, who, now);
    },
    /** The box of somebody who is signed in, made if there is none; it is the one shown from now on. */
    open: async (who: string): Promise<Box> => {
      const key = await makeKey();
      const tx = db.transaction(['boxes', 'last'], 'readwrite');
      const held = await tx.objectStore('boxes').get(who);
      const fresh = { who, key, taken: null, touchedAt: now(), lost: 0 };
      if (held === undefined || held.key === null)
        await tx.objectStore('boxes').put({ ...fresh, lost: held?.lost ?? 0 });
      await tx.objectStore('last').put(who, 'who');
      await tx.done;
      return boxOf(db, who, now);
    },
    /** The boxes of one person, at whatever school. */
    ofPerson: async (personId: string): Promise<readonly Box[]> =>
      (await db.getAllKeys('boxes'))
        .filter((who) => who.startsWith(`${personId}.`))
        .map((who) => boxOf(db, who, now)),
    /** How many taps of anybody else wait here. Whose and what they are stays closed. */
    countOthers: async (who: string): Promise<number> =>
      (await db.getAll('taps')).filter((row) => row.who !== who && row.refused === null).length,
    forgetOld: (): Promise<void> => forgetOld(db, now()),
    /** Forgets a box and its key. */
    wipe: (who: string): Promise<void> => wipe(db, who),
    close: () => db.close(),
  };
}
export type Store = Awaited<ReturnType<typeof openStore>>;

async function wipe(db: Db, who: string): Promise<void> {
  const tx = db.transaction(['boxes', 'taps', 'last'], 'readwrite');
  await tx.objectStore('boxes').delete(who);
  for (const n of await tx.objectStore('taps').index('who').getAllKeys(who))
    await tx.objectStore('taps').delete(n);
  if ((await tx.objectStore('last').get('who')) === who) await tx.objectStore('last').delete('who');
  await tx.done;
}

async function forgetOld(db: Db, now: number): Promise<void> {
  const tx = db.transaction(['boxes', 'taps'], 'readwrite');
  for (const box of await tx.objectStore('boxes').getAll()) {
    if (box.key === null || !isForgotten(box.touchedAt, now)) continue;
    const taps = await tx.objectStore('taps').index('who').getAll(box.who);
    for (const { n } of taps) if (n !== undefined) await tx.objectStore('taps').delete(n);
    const lost = box.lost + taps.filter(({ refused }) => refused === null).length;
    await tx.objectStore('boxes').put({ ...box, key: null, taken: null, lost });
  }
  await tx.done;
}

type Keyed = BoxRow & { key: CryptoKey };
const placeOf = (who: string, id: string): string => `${who} ${id}`;

function boxOf(db: Db, who: string, now: Now): Box {
  const find = async (): Promise<Keyed | null> => {
    const row = await db.get('boxes', who);
    return row === undefined || row.key === null ? null : { ...row, key: row.key };
  };
  /** Changes the row of the box, and nothing where it is gone. */
  const change = async (how: (row: BoxRow) => BoxRow): Promise<void> => {
    const tx = db.transaction('boxes', 'readwrite');
    const row = await tx.store.get(who);
    if (row !== undefined) await tx.store.put(how(row));
    await tx.done;
  };
  return {
    who,
    read: async () => {
      const box = await find();
      return box === null ? { taken: null, waiting: [], lost: 0 } : readBox(db, box);
    },
    add: async (tap) => {
      const box = await find();
      if (box === null) return false;
      const closed = await seal(box.key, placeOf(who, tap.key), tap);
      const tx = db.transaction(['boxes', 'taps'], 'readwrite');
      const still = await tx.objectStore('boxes').get(who);
      if (still !== undefined) {
        await tx.objectStore('boxes').put({ ...still, touchedAt: now() });
        await tx.objectStore('taps').add({ who, id: tap.key, tap: closed, refused: null });
      }
      await tx.done;
      return still !== undefined;
    },
    settle: async (taps, answers) => {
      const box = await find();
      if (box !== null) await settle(db, box, { taps, answers, at: now() });
    },
    drop: async (key) => {
      const tx = db.transaction('taps', 'readwrite');
      for (const row of await tx.store.index('who').getAll(who))
        if (row.id === key && row.n !== undefined) await tx.store.delete(row.n);
      await tx.done;
    },
    keepTaken: async (taken) => {
      const box = await find();
      if (box === null) return;
      const closed = await seal(box.key, placeOf(who, 'taken'), taken);
      await change((row) => ({ ...row, taken: closed, touchedAt: now() }));
    },
    forgetLost: () => change((row) => ({ ...row, lost: 0 })),
  };
}

async function readBox(db: Db, box: Keyed): Promise<Held> {
  const { who, key } = box;
  const rows = await db.getAllFromIndex('taps', 'who', who);
  const waiting = await Promise.all(
    rows.map(
      async ({ id, tap, refused }): Promise<Waiting> => ({
        tap: await unseal<Tap>(key, placeOf(who, id), tap),
        refused: refused === null ? null : await unseal<Refused>(key, placeOf(who, id), refused),
      }),
    ),
  );
  const taken = box.taken === null ? null : await unseal<Taken>(key, placeOf(who, 'taken'), box.taken);
  return { taken, waiting, lost: box.lost };
}

type Settled = { readonly taps: readonly Tap[]; readonly answers: readonly Answer[]; readonly at: number };

async function settle(db: Db, box: Keyed, { taps, answers, at }: Settled): Promise<void> {
  const { who, key } = box;
  const held = await readBox(db, box);
  const taken =
    held.taken === null
      ? null
      : await seal(key, placeOf(who, 'taken'), withAnswers(held.taken, taps, answers));
  const left = new Map(
    await Promise.all(
      afterAnswers(held.waiting, answers).map(
        async ({ tap, refused }) =>
          [tap.key, refused === null ? null : await seal(key, placeOf(who, tap.key), refused)] as const,
      ),
    ),
  );
  const tx = db.transaction(['boxes', 'taps'], 'readwrite');
  const still = await tx.objectStore('boxes').get(who);
  if (still !== undefined) {
    await tx.objectStore('boxes').put({ ...still, taken, touchedAt: at });
    for (const row of await tx.objectStore('taps').index('who').getAll(who)) {
      if (!answers.some((answer) => answer.key === row.id) || row.n === undefined) continue;
      const refused = left.get(row.id);
      if (refused === undefined) await tx.objectStore('taps').delete(row.n);
      else await tx.objectStore('taps').put({ ...row, refused });
    }
  }
  await tx.done;
}
