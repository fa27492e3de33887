import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#src/platform/project-root.ts';
import type { PdfDocument } from './pdf.ts';

/**
 * As `makePdf`, in a thread of its own: laying out hundreds of pages takes seconds, in which the process must answer others.
 * The built worker is used, in tests too.
 */
export function makePdfInWorker(document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((done, failed) => {
    const worker = new Worker(join(projectRoot, 'dist', 'server', 'pdf.worker.js'), { workerData: document });
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => {
      done(bytes);
      void worker.terminate();
    });
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error('the thread that makes PDFs ended early')));
  });
}
