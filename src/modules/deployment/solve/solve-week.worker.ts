import { parentPort, workerData } from 'node:worker_threads';
import { loadHighs } from './load-highs.ts';
import type { FromSolver, ToSolver } from './solve-in-worker.ts';
import { solveWeek } from './solve-week.ts';

const { week, seconds, stop }: ToSolver = workerData;
const flag = new Int32Array(stop);
const say = (message: FromSolver) => parentPort?.postMessage(message);
const highs = await loadHighs();
const suggested = solveWeek(highs, week, {
  seconds,
  isStopped: () => Atomics.load(flag, 0) === 1,
  onProgress: (share) => say({ is: 'progress', share }),
});
say({ is: 'done', suggested });
