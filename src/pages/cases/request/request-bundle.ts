import type { PupilId } from '#src/kernel/ids.ts';
import {
  type DocumentAudience,
  type DocumentFile,
  listCurrentFiles,
  mayBeGiven,
} from '#src/modules/documents/index.ts';
import type { Appendix } from '#src/paper/bundle.ts';
import { bindPdfInWorker } from '#src/paper/bundle-in-worker.ts';
import { makePdf, type PdfDocument } from '#src/paper/pdf.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import { loadRequest, type RequestSubject } from './request-of.ts';
import { requestDocument } from './request-paper.ts';

export type RequestToBind = RequestSubject & { readonly files: ReadonlyMap<string, DocumentFile> };

/** A request with the files of its appendices. */
export async function loadToBind(
  tx: Tx,
  pupilId: PupilId,
  actor: Parameters<typeof loadRequest>[2],
): Promise<RequestToBind | null> {
  const subject = await loadRequest(tx, pupilId, actor);
  if (subject === null) return null;
  const files = await listCurrentFiles(
    tx,
    subject.appendices.map(({ documentId }) => documentId),
  );
  return { ...subject, files };
}

/** More is not held in memory at once: what comes after is enclosed apart. */
const mostBytes = 80 * 1024 * 1024;

/** The request as one PDF, its appendices bound in by their numbers. */
export async function bindRequest(
  program: Pick<Program, 'files'>,
  subject: RequestToBind,
): Promise<Uint8Array<ArrayBuffer>> {
  const front = requestDocument(subject);
  if (subject.appendices.length === 0) return makePdf(front);
  const appendices: Appendix[] = [];
  let left = mostBytes;
  for (const { documentId, title } of subject.appendices) {
    const file = subject.files.get(documentId);
    const isBound = file?.format === 'pdf' && mayBeGiven(file) && file.bytes <= left;
    const bytes = isBound ? await bytesOf(program, file) : new Uint8Array();
    left -= bytes.length;
    appendices.push({ title, bytes });
  }
  const { bytes } = await bindPdfInWorker({ document: withContents(front), appendices });
  return bytes;
}

/** The appendices with their pages, on a page of their own before the first. */
const withContents = (front: PdfDocument): PdfDocument => ({
  ...front,
  blocks: [...front.blocks, { kind: 'newPage' }, { kind: 'contents', heading: 'Contents' }],
});

/** A file that is gone or damaged is told as one that cannot be opened: the request can be made all the same. */
const bytesOf = ({ files }: Pick<Program, 'files'>, { storeName }: DocumentFile): Promise<Uint8Array> =>
  files.readWhole(storeName ?? '').catch(() => new Uint8Array());

const strict: readonly DocumentAudience[] = ['leaders', 'sensitive', 'health'];

/** Who may read what was bound: those who may read the strictest part. */
export const audienceOfBundle = ({ appendices }: Pick<RequestSubject, 'appendices'>): DocumentAudience =>
  strict.find((one) => appendices.some(({ audience }) => audience === one)) ?? 'staff';
