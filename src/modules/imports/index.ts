export { beginCommit, commitImport } from './commands/commit-import.ts';
export { layFile } from './commands/lay-file.ts';
export { factsOfFile, takeIn } from './commands/take-in.ts';
export { type Undone, undoImport } from './commands/undo-import.ts';
export { importReport } from './domain/import-report.ts';
export { findImport } from './queries/find-import.ts';
export { listWaitingImports, type WaitingImport } from './queries/list-waiting-imports.ts';
export { readSchoolFile } from './queries/read-school-file.ts';
export { readInWorker } from './reading/read-in-worker.ts';
