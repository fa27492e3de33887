import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, Told } from '#src/modules/provision/domain/offline/outbox.ts';
import { type Disk, device, memoryDisk, modelServer, places } from '#test/offline-world.ts';
import { openStore } from './store.ts';

const ann = 'ann.school';
const ben = 'ben.school';

const account = (note: string): Account => ({
  state: 'held',
  reason: null,
  missing: [],
  note,
  nextStep: null,
});
const place = fc.constantFrom(...places);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('tap' as const), place, isUndo: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('sync' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver' as const), at: fc.nat(3) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('answer' as const), isLost: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reload' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('colleague' as const), place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('sign in' as const),
      who: fc.constantFrom(ann, ann, ann, ben, null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign out' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One life of a device: what was tapped, and what became of each tap. */
async function live(disk: Disk, steps: readonly Step[]) {
  const server = modelServer();
  const made: { key: string; by: string; place: string }[] = [];
  /** Taps that somebody was told of, by number, before they signed out. */
  const given = new Set<string>();
  const page = device(disk, server.receive, async () => server.taken());
  await page.sync();

  const tap = async (where: (typeof places)[number], isUndo: boolean) => {
    const told: Told = isUndo ? { state: 'undone' } : account(`${made.length}`);
    const by = (await disk.last())?.who ?? '';
    const done = await page.tap(where, told);
    if (done !== null) made.push({ key: done.key, by, place: `${where.slotId} ${where.on}` });
  };
  const signOut = async () => {
    const box = await disk.last();
    if (box === null) return;
    for (const { tap: left } of (await box.read()).waiting) given.add(left.key);
    page.reload();
    await disk.wipe(box.who);
    server.signIn(null);
  };
  const doStep = async (one: Step): Promise<unknown> => {
    switch (one.do) {
      case 'tap':
        return tap(one.place, one.isUndo);
      case 'sync':
        return page.sync();
      case 'deliver':
        return page.deliver(one.at);
      case 'answer':
        return page.answer(one.isLost);
      case 'reload':
        return page.reload();
      case 'colleague':
        return server.colleague(one.place, account('a colleague'));
      case 'sign in':
        return server.signIn(one.who);
      case 'sign out':
        return signOut();
    }
  };
  for (const one of steps) await doStep(one);

  // At last there is signal, and each of the two signs in and looks.
  for (const who of [ben, ann, ben, ann]) {
    server.signIn(who);
    await page.finish();
  }
  await page.deliverLate();
  const left = [ann, ben].map(async (who) => (await (await disk.open(who)).read()).waiting);
  return { server, made, given, left: (await Promise.all(left)).flat() };
}

/** Every tap is done once, or stands refused before whoever made it, or was given up by them; and in their order. */
async function holds(disk: Disk, steps: readonly Step[]): Promise<{ taps: number; refused: number }> {
  const { server, made, given, left } = await live(disk, steps);
  const times = Map.groupBy(server.applied, ({ key }) => key);
  const refused = new Set(left.filter((one) => one.refused !== null).map(({ tap }) => tap.key));
  expect(left.filter((one) => one.refused === null)).toEqual([]);
  for (const { key, by } of made) {
    const done = times.get(key) ?? [];
    expect(done.length).toBeLessThanOrEqual(1);
    expect(done.every((one) => one.by === by)).toBe(true);
    if (!given.has(key)) expect(done.length + Number(refused.has(key))).toBe(1);
  }
  expect(server.applied.length).toBe(times.size);
  const order = new Map(made.map(({ key }, at) => [key, at]));
  for (const some of Map.groupBy(server.applied, ({ by, place: where }) => `${by} ${where}`).values()) {
    const at = some.map(({ key }) => order.get(key) ?? -1);
    expect(at).toEqual(at.toSorted((one, other) => one - other));
  }
  return { taps: made.length, refused: refused.size };
}

describe('the outbox', () => {
  it('loses and doubles nothing over 1,000 interleavings of taps, drops, reloads and sign-outs (rule off-3)', async () => {
    let taps = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
        const seen = await holds(memoryDisk(), steps);
        taps += seen.taps;
        refused += seen.refused;
      }),
      { numRuns: 1000, seed: 20261122 },
    );
    // The thousand were no empty ones.
    expect(taps).toBeGreaterThan(4000);
    expect(refused).toBeGreaterThan(100);
  }, 60_000);

  it('does the same on the store that browsers have, closed by a key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        indexedDB.deleteDatabase('sendero-offline');
        const disk = await openStore();
        await holds(disk, steps);
        disk.close();
      }),
      { numRuns: 25, seed: 20261122 },
    );
  }, 60_000);
});
