import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Slows guessing, in all processes alike. `null` when the try may go on, else the seconds to wait. */
export type Throttle = {
  readonly tries: (key: string) => Promise<number | null>;
  /** As `tries`, told in full: what is left of the allowance, and the seconds until it is whole again. */
  readonly spend: (key: string) => Promise<Allowance>;
  readonly forget: (key: string) => Promise<void>;
  /** Takes one try back: it was no guess. */
  readonly giveBack: (key: string) => Promise<void>;
};

export type Allowance = {
  readonly most: number;
  readonly left: number;
  readonly seconds: number;
  readonly isSpent: boolean;
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
  const spend = async (key: string): Promise<Allowance> => {
    const told = (isSpent: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes) => ({
      most: points,
      left: Math.max(0, remainingPoints),
      seconds: Math.ceil(msBeforeNext / 1000),
      isSpent,
    });
    try {
      return told(false, await limiter.consume(hidden(key)));
    } catch (stop) {
      if (stop instanceof RateLimiterRes) return told(true, stop);
      throw stop;
    }
  };
  return {
    spend,
    tries: async (key) => {
      const { isSpent, seconds: wait } = await spend(key);
      return isSpent ? wait : null;
    },
    giveBack: async (key) => {
      await limiter.reward(hidden(key), 1);
    },
    forget: async (key) => {
      await limiter.delete(hidden(key));
    },
  };
}
