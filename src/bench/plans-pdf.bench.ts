import { loadPlans } from '#src/demo/load-plans.ts';
import { programActor } from '#src/kernel/access.ts';
import { listPupilsWithPlan, packDocument } from '#src/modules/plans/index.ts';
import type { PdfDocument } from '#src/paper/pdf.ts';
import { makePdfInWorker } from '#src/paper/pdf-in-worker.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import type { BenchSchool } from './bench-school.ts';
import { type Line, line, median } from './line.ts';

const plans = 300;
const rounds = 3;
/** Answers of the process while a pack is made, at such a distance: none may wait for it. */
const beatMilliseconds = 10;

/** 300 issued plans read from the database and laid out as one tagged PDF, as the job does, in a thread that is new each time. */
export async function plansPdfBench({ program, schoolId }: BenchSchool): Promise<Line[]> {
  await loadPlans(program, [{ schoolId }]);
  const seconds: number[] = [];
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - beatMilliseconds);
    last = performance.now();
  }, beatMilliseconds);
  try {
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      const document = await inScope(scopeOf(program), programActor(schoolId), readPack);
      await makePdfInWorker(document);
      seconds.push((performance.now() - from) / 1000);
    }
  } finally {
    clearInterval(beat);
  }
  return [
    line('plans-pdf: 300 plans as one PDF', median(seconds), { unit: 's', bar: 6, better: 'lower' }),
    line('plans-pdf: longest wait of others meanwhile', longest, { unit: 'ms', bar: 250, better: 'lower' }),
  ];
}

async function readPack(tx: Tx): Promise<PdfDocument> {
  const pupilIds = (await listPupilsWithPlan(tx, null)).slice(0, plans).map(({ pupilId }) => pupilId);
  if (pupilIds.length !== plans) throw new Error(`The bench has ${pupilIds.length} of ${plans} plans`);
  const of = { templateKey: 'support-plan', title: 'The whole school', isLargePrint: false, pupilIds };
  const document = await packDocument(tx, { schoolName: 'Bench', knownAs: 'Bench' }, of);
  if (document === null) throw new Error('The pack could not be read');
  return document;
}
