import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#src/platform/project-root.ts';
import { boardOf } from '../domain/placement/board.ts';
import { whatStands } from '../domain/placement/greedy.ts';
import { scoreOf } from '../domain/placement/score.ts';
import type { Week } from '../domain/week.ts';
import type { Suggested } from './solve-week.ts';

export type ToSolver = {
  readonly week: Week;
  readonly seconds: number;
  /** One number that is 1 as soon as the search is to stop. */
  readonly stop: SharedArrayBuffer;
};

export type FromSolver =
  | { readonly is: 'progress'; readonly share: number }
  | { readonly is: 'done'; readonly suggested: Suggested };

type Watched = {
  readonly seconds: number;
  /** Told how far it has come, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Ends the search; what stood is then the answer. */
  readonly stopped?: AbortSignal;
};

/** So much longer than it was given the thread may take, on a busy machine. Then what stood is the answer. */
const graceSeconds = (seconds: number): number => 5 + seconds * 0.1;

/**
 * As `solveWeek`, in a thread of its own: a large week takes a minute or two, in which the process must answer others. Always
 * answers in time, with what stands where nothing better was found. The built worker is used, in tests too.
 */
export function solveInWorker(week: Week, { seconds, onProgress, stopped }: Watched): Promise<Suggested> {
  return new Promise((done, failed) => {
    const stop = new SharedArrayBuffer(4);
    const workerData: ToSolver = { week, seconds, stop };
    const file = join(projectRoot, 'dist', 'server', 'solve-week.worker.js');
    const worker = new Worker(file, { workerData });
    const end = (suggested: Suggested) => {
      clearTimeout(late);
      done(suggested);
      void worker.terminate();
    };
    const late = setTimeout(() => end(asItStands(week)), (seconds + graceSeconds(seconds)) * 1000);
    stopped?.addEventListener('abort', () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      end(asItStands(week));
    });
    worker.on('message', (message: FromSolver) => {
      if (message.is === 'progress') onProgress?.(message.share);
      else end(message.suggested);
    });
    worker.once('error', (error) => {
      clearTimeout(late);
      failed(error);
    });
    // After an answer or an error this is not heard any more.
    worker.once('exit', (code) => {
      clearTimeout(late);
      failed(new Error(`The search ended with code ${code} and no answer`));
    });
  });
}

/** The answer where there was none: all that still stands of the week. */
function asItStands(week: Week): Suggested {
  const board = boardOf(week);
  const { kept, letGo } = whatStands(board);
  const bounds = { safety: 0, law: 0, intervention: 0, general: 0 };
  for (const { force, demandId, times, need } of week.demands)
    bounds[force] += times * need * (board.minutesEach.get(demandId) ?? 0);
  return { placements: kept, letGo, score: scoreOf(board, kept), bounds, isProven: false };
}
