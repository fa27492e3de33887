import { parentPort, workerData } from 'node:worker_threads';
import { makePdf } from './pdf.ts';

const bytes = await makePdf(workerData);
parentPort?.postMessage(bytes, [bytes.buffer]);
