import commitImport from './modules/imports/jobs/commit-import.job.ts';
import type { Job } from './platform/jobs/boss.ts';

/** Every job of the program. */
export const jobs: readonly Job[] = [commitImport];
