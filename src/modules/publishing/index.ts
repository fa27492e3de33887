export { approveDocument, findPupilsIn, publishDocument } from './commands/publish-document.ts';
export { addLine, beginDocument, writePart } from './commands/work-on-document.ts';
export type { BudgetLine } from './domain/document.ts';
export type { DocumentKind } from './domain/document-kinds.ts';
export { contentOf } from './domain/publication.ts';
export { foundMark } from './domain/pupil-words.ts';
export { findDocument, presentYear } from './queries/find-document.ts';
