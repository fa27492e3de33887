import type { Tx } from '../db/scope.ts';

export type Jobs = {
  /** Puts a job in the queue inside the caller's transaction: rolled back with it. */
  readonly send: (tx: Tx, name: string, ids: Readonly<Record<string, string>>) => Promise<void>;
  readonly stop: () => Promise<void>;
};
