import type { Answer, Taken, Tap, Waiting } from '../../modules/provision/domain/offline/outbox.ts';

/** What a device holds for one adult at one school. */
export type Held = {
  readonly taken: Taken | null;
  /** In the order in which they were tapped. */
  readonly waiting: readonly Waiting[];
  /** So many taps were forgotten unsent, as the device had no word from Sendero for too long. */
  readonly lost: number;
};

/** Where it is held. Each call either happens whole or not at all, and what has happened outlives the page. */
export type Box = {
  readonly who: string;
  readonly read: () => Promise<Held>;
  /** False when the box is gone: its owner has signed out. */
  readonly add: (tap: Tap) => Promise<boolean>;
  /** What was answered: kept taps go, refused ones stay with the reason, sessions are as Sendero now holds them. */
  readonly settle: (taps: readonly Tap[], answers: readonly Answer[]) => Promise<void>;
  /** A refused tap that somebody has looked at. */
  readonly drop: (key: string) => Promise<void>;
  readonly keepTaken: (taken: Taken) => Promise<void>;
  readonly forgetLost: () => Promise<void>;
};
