import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Slows guessing, in all processes alike. `null` when the try may go on, else the seconds to wait. */
export type Throttle = {
  readonly tries: (key: string) => Promise<number | null>;
  readonly forget: (key: string) => Promise<void>;
  /** Takes one try back: it was no guess. */
  readonly giveBack: (key: string) => Promise<void>;
};

type Given = {
  readonly pool: pg.Pool;
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
};

/** `points` tries in `seconds`, then a wait. The key is kept as a hash: no address of a person is stored. */
export function makeThrottle({ pool, name, points, seconds }: Given): Throttle {
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'auth',
    tableName: 'throttle',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
  const hidden = (key: string) => createHash('sha256').update(key.toLowerCase()).digest('base64url');
  return {
    tries: async (key) => {
      try {
        await limiter.consume(hidden(key));
        return null;
      } catch (stop) {
        if (stop instanceof RateLimiterRes) return Math.ceil(stop.msBeforeNext / 1000);
        throw stop;
      }
    },
    giveBack: async (key) => {
      await limiter.reward(hidden(key), 1);
    },
    forget: async (key) => {
      await limiter.delete(hidden(key));
    },
  };
}
