import forgetApiAnswers from './api/forget-answers.job.ts';
import commitImport from './modules/imports/jobs/commit-import.job.ts';
import forgetImportRows from './modules/imports/jobs/forget-import-rows.job.ts';
import refreshLines from './modules/register/jobs/refresh-lines.job.ts';
import type { Job } from './platform/jobs/job.ts';

/** Every job of the program. */
export const jobs: readonly Job[] = [refreshLines, commitImport, forgetImportRows, forgetApiAnswers];
