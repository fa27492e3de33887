import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#src/platform/project-root.ts';
import type { Appendix, Bundle } from './bundle.ts';
import type { PdfDocument } from './pdf.ts';

export type Binding = { readonly document: PdfDocument; readonly appendices: readonly Appendix[] };

/**
 * As `bindPdf`, in a thread of its own with bounds: files of others are opened there, and take seconds, in which the process
 * must answer others. The built worker is used, in tests too.
 */
export function bindPdfInWorker(binding: Binding): Promise<Bundle> {
  return new Promise((done, failed) => {
    const worker = new Worker(join(projectRoot, 'dist', 'server', 'bundle.worker.js'), {
      workerData: binding,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    worker.once('message', (bundle: Bundle) => {
      done(bundle);
      void worker.terminate();
    });
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error('the thread that binds PDFs ended early')));
  });
}
