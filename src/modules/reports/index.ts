export { keepFilledForm } from './commands/keep-filled-form.ts';
export { type Draft, missingFacts, shareFilled } from './domain/draft.ts';
export { reportsOf } from './facts/ehc-facts.ts';
export { draftForm } from './filling/draft-form.ts';
export { paperOf } from './filling/form-blocks.ts';
export { readFormFile } from './filling/form-file.ts';
export { type FactsRead, findFactsRead } from './queries/get-facts-read.ts';
export { findForm, type KnownForm, listFilledForms, listForms } from './queries/list-forms.ts';
export { openForm } from './word/open-form.ts';
