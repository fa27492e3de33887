import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#src/platform/project-root.ts';
import { limits } from './limits.ts';
import type { ReadOptions, ReadResult } from './read-file.ts';
import { planFileBytes, type TablesRead } from './read-tables.ts';

export type WorkerTask =
  | { readonly bytes: Uint8Array; readonly options: Omit<ReadOptions, 'checks'> }
  | { readonly bytes: Uint8Array; readonly wants: 'tables' };

const seconds = 60;
const tooMuch = {
  refused: 'The file takes too much memory or time to read. Export fewer pupils or columns at once.',
};

/**
 * Reads a file in a thread of its own, with its own bounds of memory and time: whatever is in it, pages go on
 * being answered. The built worker is used, in tests too.
 */
export function readInWorker(bytes: Uint8Array, options: Omit<ReadOptions, 'checks'>): Promise<ReadResult> {
  if (bytes.length > limits.fileBytes) {
    return Promise.resolve({
      refused: 'The file is larger than 50 MB. Export fewer pupils or columns at once.',
    });
  }
  return work<ReadResult>({ bytes, options });
}

/** The tables of a file of plans, as `readTables` gives them, read in a thread of its own. */
export const readTablesInWorker = (bytes: Uint8Array): Promise<TablesRead> =>
  bytes.length > planFileBytes
    ? Promise.resolve({ refused: 'The file is larger than 20 MB. Take the pictures out, or split it.' })
    : work<TablesRead>({ bytes, wants: 'tables' });

function work<T>(task: WorkerTask): Promise<T | typeof tooMuch> {
  return new Promise((answer) => {
    const worker = new Worker(join(projectRoot, 'dist', 'server', 'read-file.worker.js'), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 },
    });
    const late = setTimeout(() => end(tooMuch), seconds * 1000);
    const end = (result: T | typeof tooMuch) => {
      clearTimeout(late);
      answer(result);
      void worker.terminate();
    };
    worker.once('message', end);
    worker.once('error', () => end(tooMuch));
  });
}
