export { addDocumentVersion } from './commands/change-document.ts';
export { keepDocument, type NewDocument } from './commands/keep-document.ts';
export { readWaitingDocuments } from './commands/read-waiting-documents.ts';
export {
  type DocumentFacts,
  type DocumentFile,
  mayBeGiven,
  type SchoolDocument,
  type TakenFile,
} from './domain/document.ts';
export {
  type DocumentAudience,
  type DocumentKind,
  documentAudienceWords,
  isDocumentKind,
  kindLabel,
  kindOptions,
} from './domain/document-kinds.ts';
export { formatOf, largestFile, readingWords, sizeWords } from './domain/file-formats.ts';
export { findDocument } from './queries/find-document.ts';
export { findWords, listCurrentFiles, listDocumentFiles } from './queries/list-document-files.ts';
export { type ListedDocument, listDocuments } from './queries/list-documents.ts';
export type { WordsRead } from './reading/read-words.ts';
export { takeFile } from './reading/take-file.ts';
export { unpackWithin } from './reading/unpack.ts';
export { wordsInWorker } from './reading/words-in-worker.ts';
