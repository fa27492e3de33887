import { parentPort, workerData } from 'node:worker_threads';
import { bindPdf } from './bundle.ts';
import type { Binding } from './bundle-in-worker.ts';

const { document, appendices }: Binding = workerData;
const bundle = await bindPdf(document, appendices);
parentPort?.postMessage(bundle, [bundle.bytes.buffer]);
