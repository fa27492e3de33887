import type { DemoCycle } from '#src/demo/demo-support-plans.ts';
import { insertAll } from '#src/demo/load-demo.ts';
import { planRows } from '#src/demo/rows-of-plans.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import * as given from './given.ts';
import { onDay, target } from './given-plans.ts';

type Options = { readonly words?: string; readonly cycles?: number; readonly state?: 'draft' | 'issued' };

const cycleOf = (cycle: number, { words, cycles = 1, state = 'issued' }: Options): DemoCycle => {
  const isLast = cycle === cycles;
  const {
    targetId: _,
    version: __,
    ...one
  } = target({ words: words ?? `Reads ${cycle}0 words without help` });
  const day = onDay(`2026-0${cycle}-20`);
  const isDraft = isLast && state === 'draft';
  return {
    cycle,
    state: isLast ? state : 'reviewed',
    begunOn: onDay(`2026-0${cycle}-05`),
    sharedOn: isDraft ? null : day,
    sharedWith: isDraft ? null : 'Mother, in school',
    issuedOn: isDraft ? null : day,
    reviewOn: onDay('2026-12-11'),
    reviewedOn: isLast ? null : onDay(`2026-0${cycle}-28`),
    sections: [
      { kind: 'strengths', words: 'Tells stories well\nDraws maps', mark: 'complete' },
      { kind: 'help', words: `Short steps, said ${cycle} times`, mark: 'complete' },
    ],
    targets: [{ ...one, isCarried: false, review: null }],
  };
};

/** A pupil's plan in cycles, each issued under its number; the last one at work. */
export async function plans(of: given.School, pupilId: PupilId, options: Options = {}): Promise<void> {
  const cycles = Array.from({ length: options.cycles ?? 1 }, (_, at) => cycleOf(at + 1, options));
  await given.inSchool(of, (tx) => insertAll(tx, planRows([{ pupilId, cycles }], null)));
}
