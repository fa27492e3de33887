import type { z } from 'zod';
import type { Program } from '../program.ts';

/** A piece of work that happens by itself: ids only go in, and it may run twice safely. */
export type Job<S extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly ids: S;
  /** `0 2 * * *`: when it runs unasked, London time. */
  readonly cron?: string;
  // A method, so that jobs of different ids stand in one list.
  run(ids: z.output<S>, bench: JobBench): Promise<void>;
};
/** What a job is handed beside its ids. */
export type JobBench = { readonly program: Program };
