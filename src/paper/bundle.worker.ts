import { parentPort, workerData } from 'node:worker_threads';
import { type Binding, bindPdf } from './bundle.ts';

const { parts, front }: Binding = workerData;
const bytes = await bindPdf(parts, front);
parentPort?.postMessage(bytes, [bytes.buffer]);
