/**
 * Island, with a bundle and a worker of its own: the one screen that works without signal. HTML can neither be opened nor
 * kept nor sent without a server. It shows initials, keeps what is tapped closed on the device, and sends it later, once.
 */
import { render } from 'preact';
import {
  accountOf,
  countUnsent,
  overOf,
  type TakenSession,
  type Tap,
  type Told,
} from '../../modules/provision/domain/offline/outbox.ts';
import { Screen } from './screen.tsx';
import { type Acts, keyOf, type Seen } from './seen.ts';
import { exchange, sendero } from './send.ts';
import { SessionForm } from './session-form.tsx';
import { openStore } from './store.ts';

const everySeconds = 30;
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

async function begin(root: HTMLElement): Promise<void> {
  const store = await openStore();
  let box = await store.last();
  let seen: Seen = {
    held: (await box?.read()) ?? null,
    hitch: null,
    isAsking: true,
    opened: null,
    today: day.format(),
    others: 0,
    acts: actsOf(),
  };
  const draw = (change: Partial<Seen>): void => {
    seen = { ...seen, ...change, today: day.format() };
    render(<Screen {...seen} />, root);
  };
  const redraw = async (change: Partial<Seen> = {}): Promise<void> => {
    const held = (await box?.read()) ?? null;
    draw({ ...change, held, others: await store.countOthers(box?.who ?? '') });
  };

  /** Sends what waits and takes the sessions anew: one at a time, whatever pages of this device are open. */
  const sync = (): Promise<void> =>
    navigator.locks.request('sendero-offline', async () => {
      draw({ isAsking: true });
      await store.forgetOld();
      const done = await exchange(store, box, sendero);
      box = done.box;
      await redraw({ isAsking: false, hitch: done.hitch });
    });

  async function tell(session: TakenSession, told: Told): Promise<void> {
    const held = await box?.read();
    const tap: Tap = {
      key: crypto.randomUUID(),
      slotId: session.slotId,
      on: session.on,
      tappedAt: new Date().toISOString(),
      over: overOf(held?.waiting ?? [], freshOf(session)),
      told,
    };
    const isKept = (await box?.add(tap)) ?? false;
    await redraw();
    // Asked only now: while the tap was being kept, another form may have been opened.
    if (seen.opened?.of === keyOf(session)) draw({ opened: null });
    if (!isKept) return draw({ hitch: 'signed out' });
    if (seen.opened === null) focusIn(session, 'button');
    await sync();
  }

  const focusIn = (session: TakenSession, what: string): void =>
    document.getElementById(keyOf(session))?.querySelector<HTMLElement>(what)?.focus();

  /** The session as it is known now: the one on the screen may be older than the last answer. */
  const freshOf = (session: TakenSession): TakenSession =>
    seen.held?.taken?.days.flatMap(({ sessions }) => sessions).find((one) => keyOf(one) === keyOf(session)) ??
    session;

  function actsOf(): Acts {
    return {
      tell: (session, told) => void tell(session, told),
      open: (session, state) => {
        const account = accountOf(seen.held?.waiting ?? [], session);
        const form = <SessionForm key={state} {...{ session, account, state, acts: seen.acts }} />;
        draw({ opened: { of: keyOf(session), form } });
        focusIn(session, 'form input, form select');
      },
      close: () => draw({ opened: null }),
      drop: async (waiting) => {
        await box?.drop(waiting.tap.key);
        await redraw();
      },
      sayAgain: async (session, waiting) => {
        await box?.drop(waiting.tap.key);
        await tell(session, waiting.tap.told);
      },
      forgetLost: async () => {
        await box?.forgetLost();
        await redraw();
      },
      send: () => void sync(),
    };
  }

  root.replaceChildren();
  draw({});
  addEventListener('online', () => void sync());
  addEventListener('offline', () => draw({ hitch: 'no signal' }));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void sync());
  setInterval(() => {
    if (countUnsent(seen.held?.waiting ?? []) > 0) void sync();
  }, everySeconds * 1000);
  await sync();
}

// In the place of the words for those without script, straight in the page’s main part.
const root = document.getElementById('offline')?.closest('main') ?? null;
if (root !== null && 'indexedDB' in window && 'locks' in navigator && crypto.subtle !== undefined) {
  void begin(root);
  void navigator.serviceWorker?.register('/provision/offline/worker.js').catch(() => undefined);
}
