import type { SchoolDate } from '#src/kernel/dates.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import {
  readScore,
  recordResult,
  resultRefusals,
  type SchoolMeasure,
  scaleProblem,
} from '#src/modules/assessments/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { RowTyped } from '../domain/impact/group-scores.ts';
import type { MeasuredRun } from '../domain/impact/measured-run.ts';

/** What is wrong with one row, in a sentence; `isOfTheDay` where it is the day that is wrong. */
export type RowProblem = { readonly at: number; readonly words: string; readonly isOfTheDay: boolean };

export type GroupScores = {
  readonly measured: MeasuredRun;
  readonly measure: SchoolMeasure;
  readonly rows: readonly (RowTyped & { readonly at: number })[];
  readonly on: SchoolDate;
  readonly form: string | undefined;
};

/** Records the scores of several pupils of a run. Returns what is wrong: whoever calls then takes all of it back. */
export async function recordGroupScores(tx: Tx, given: GroupScores): Promise<readonly RowProblem[]> {
  const { measured, measure, rows, on, form } = given;
  const births = await bornOnOf(tx, measured);
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const problem = await recordRow(tx, row, { births, measure, on, form });
    if (problem !== null) problems.push({ at: row.at, ...problem });
  }
  return problems;
}

type Setting = Pick<GroupScores, 'measure' | 'on' | 'form'> & {
  readonly births: ReadonlyMap<string, Born>;
};
type Born = { readonly pupilId: MeasuredRun['pupils'][number]['pupilId']; readonly bornOn: SchoolDate };

async function recordRow(
  tx: Tx,
  { pupilId, text }: RowTyped,
  { births, measure, on, form }: Setting,
): Promise<Omit<RowProblem, 'at'> | null> {
  const born = births.get(pupilId);
  const plain = (words: string) => ({ words, isOfTheDay: false });
  if (born === undefined) return plain('This pupil is no longer in the run');
  const score = readScore(measure, text);
  if (score === null)
    return plain(
      measure.kind === 'age_months'
        ? `‘${text}’ is no age, like 7:03 or 7 years 3 months`
        : `‘${text}’ is no number, like 85`,
    );
  const problem = scaleProblem(measure, score);
  if (problem !== null) return plain(problem);
  const done = await recordResult(tx, { ...born, measure, on, score, form });
  return done.ok ? null : { words: resultRefusals[done.refusal], isOfTheDay: done.refusal === 'in_future' };
}

async function bornOnOf(tx: Tx, { pupils }: MeasuredRun): Promise<ReadonlyMap<string, Born>> {
  if (pupils.length === 0) return new Map();
  const rows = await tx
    .selectFrom('pupils')
    .select(['pupilId', 'bornOn'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(
      'pupilId',
      'in',
      pupils.map(({ pupilId }) => pupilId),
    )
    .execute();
  const bornOn = new Map(rows.map((row) => [row.pupilId, schoolDate(row.bornOn)]));
  return new Map(
    pupils.flatMap(({ pupilId }): readonly (readonly [string, Born])[] => {
      const born = bornOn.get(pupilId);
      return born === undefined ? [] : [[pupilId, { pupilId, bornOn: born }]];
    }),
  );
}
