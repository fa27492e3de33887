export { keepDocument, type NewDocument } from './commands/keep-document.ts';
export { readWaitingDocuments } from './commands/read-waiting-documents.ts';
export type { DocumentFacts, SchoolDocument, TakenFile } from './domain/document.ts';
export {
  type DocumentAudience,
  type DocumentKind,
  documentAudienceWords,
  documentKinds,
  isDocumentKind,
  kindLabel,
  kindOptions,
} from './domain/document-kinds.ts';
export { type KeptPeriod, keptUntil, periodWords } from './domain/document-period.ts';
export { formatOf, readingWords, scanWords } from './domain/file-formats.ts';
export { listDocumentPeriods } from './queries/list-document-periods.ts';
export { type ListedDocument, listDocuments } from './queries/list-documents.ts';
export { takeFile } from './reading/take-file.ts';
