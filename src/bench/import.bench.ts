import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import { writeCtf } from '#src/demo/write-ctf.ts';
import { readInWorker } from '#src/modules/imports/index.ts';
import { systemClock } from '#src/platform/clock/clock.ts';
import { type Line, line } from './line.ts';

const pupils = 10_000;
const MEGABYTE = 1024 * 1024;

/** A CTF of 10,000 pupils, read in the worker as the page does: pupils a second, and memory of the process above before. */
export async function importBench(): Promise<Line[]> {
  const today = systemClock.today();
  const bytes = makeFile();
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const from = performance.now();
  const read = await readInWorker(bytes, { today });
  const seconds = (performance.now() - from) / 1000;
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage.rss());
  if ('refused' in read) throw new Error(read.refused);
  const count = read.incoming.pupils.length;
  if (count !== pupils) throw new Error(`${count} of ${pupils} pupils were read`);
  return [
    line('import: pupils of a CTF read', count / seconds, { unit: 'a second', bar: 2000, better: 'higher' }),
    line('import: memory for 10,000 pupils', (most - before) / MEGABYTE, {
      unit: 'MB',
      bar: 200,
      better: 'lower',
    }),
  ];
}

function makeFile(): Uint8Array {
  const today = systemClock.today();
  const trust = makeDemoTrust({ seed: 3, today, schools: 1, pupils });
  const [school] = trust.schools;
  if (school === undefined) throw new Error('The demo has no school');
  return new TextEncoder().encode([...writeCtf(school, { today })].join(''));
}
