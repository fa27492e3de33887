import forgetApiAnswers from './api/forget-answers.job.ts';
import makeSuggestion from './modules/deployment/jobs/make-suggestion.job.ts';
import readDocuments from './modules/documents/jobs/read-documents.job.ts';
import sweepFiles from './modules/documents/jobs/sweep-files.job.ts';
import mailDigests from './modules/ehcp/jobs/mail-digests.job.ts';
import mailInvitations from './modules/ehcp/jobs/mail-invitations.job.ts';
import mailReviewPapers from './modules/ehcp/jobs/mail-review-papers.job.ts';
import tellHeads from './modules/ehcp/jobs/tell-heads.job.ts';
import commitImport from './modules/imports/jobs/commit-import.job.ts';
import forgetImportRows from './modules/imports/jobs/forget-import-rows.job.ts';
import askTeachers from './modules/plans/jobs/ask-teachers.job.ts';
import forgetPlanDrafts from './modules/plans/jobs/forget-plan-drafts.job.ts';
import forgetPlanPacks from './modules/plans/jobs/forget-plan-packs.job.ts';
import mailAsks from './modules/plans/jobs/mail-asks.job.ts';
import makePlanPack from './modules/plans/jobs/make-plan-pack.job.ts';
import refreshReviewMarks from './modules/plans/jobs/refresh-review-marks.job.ts';
import refreshImpactFigures from './modules/provision/jobs/refresh-impact-figures.job.ts';
import refreshLines from './modules/register/jobs/refresh-lines.job.ts';
import type { Job } from './platform/jobs/job.ts';

/** Every job of the program. */
export const jobs: readonly Job[] = [
  refreshLines,
  refreshReviewMarks,
  askTeachers,
  mailAsks,
  mailInvitations,
  mailReviewPapers,
  commitImport,
  forgetImportRows,
  forgetApiAnswers,
  readDocuments,
  sweepFiles,
  makePlanPack,
  makeSuggestion,
  forgetPlanPacks,
  forgetPlanDrafts,
  mailDigests,
  tellHeads,
  refreshImpactFigures,
];
