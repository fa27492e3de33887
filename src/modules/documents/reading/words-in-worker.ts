import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#src/platform/project-root.ts';
import type { FileFormat } from '../domain/file-formats.ts';
import type { WordsRead } from './read-words.ts';

export type WordsTask = { readonly bytes: Uint8Array; readonly format: FileFormat };

const seconds = 30;
/** The bounds of a thread count no buffers, so what the whole process grows by is watched too. */
const mostGrowth = 1024 * 1024 * 1024;
const watchMilliseconds = 100;
const unreadable: WordsRead = { reading: 'unreadable', words: null, pages: null };

/**
 * Takes the words out of a file in a thread of its own, with its own bounds of memory and time: whatever is in it, the rest
 * goes on. One that breaks the bounds counts as unreadable. The built worker is used, in tests too.
 */
export function wordsInWorker(task: WordsTask, milliseconds = seconds * 1000): Promise<WordsRead> {
  return new Promise((answer) => {
    const worker = new Worker(join(projectRoot, 'dist', 'server', 'read-words.worker.js'), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 },
    });
    const before = process.memoryUsage.rss();
    const end = (read: WordsRead) => {
      clearTimeout(late);
      clearInterval(watch);
      answer(read);
      void worker.terminate();
    };
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > mostGrowth) end(unreadable);
    }, watchMilliseconds);
    const late = setTimeout(() => end(unreadable), milliseconds);
    worker.once('message', end);
    worker.once('error', () => end(unreadable));
    worker.once('exit', () => end(unreadable));
  });
}
