import { parentPort, workerData } from 'node:worker_threads';
import { readPostcode, readUln, readUpn } from '#src/modules/pupils/index.ts';
import { readFile } from './read-file.ts';
import type { WorkerTask } from './read-in-worker.ts';
import { readTables } from './read-tables.ts';

const task: WorkerTask = workerData;
const checks = { upn: readUpn, uln: readUln, postcode: readPostcode };
parentPort?.postMessage(
  'wants' in task ? readTables(task.bytes) : readFile(task.bytes, { ...task.options, checks }),
);
