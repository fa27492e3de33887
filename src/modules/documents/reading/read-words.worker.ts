import { parentPort, workerData } from 'node:worker_threads';
import { readWords } from './read-words.ts';
import type { WordsTask } from './words-in-worker.ts';

const { bytes, format }: WordsTask = workerData;
parentPort?.postMessage(await readWords(bytes, format));
