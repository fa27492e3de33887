import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  type AssessmentResult,
  listMeasures,
  listResults,
  readScore,
  type SchoolMeasure,
  scaleProblem,
  scoreWords,
} from '#src/modules/assessments/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LaidScore } from '../domain/kept-rows.ts';
import type { LaidRow } from '../domain/lay.ts';
import { type Known, know } from '../domain/match.ts';
import { meantPupil } from '../domain/meant-pupil.ts';
import { measureNamed, type ScoreInFile } from '../domain/score-file.ts';
import { listKnownPupils } from '../queries/list-known-pupils.ts';

export type ScoreWorld = {
  readonly known: Known;
  readonly bornOn: (pupilId: PupilId) => SchoolDate | undefined;
  readonly measures: readonly SchoolMeasure[];
  readonly held: ReadonlyMap<string, AssessmentResult>;
  readonly today: SchoolDate;
};

type OfDay = Pick<AssessmentResult, 'pupilId' | 'measureKey' | 'on' | 'form'>;
const keyOf = ({ pupilId, measureKey, on, form }: OfDay): string =>
  [pupilId, measureKey, on, form ?? ''].join('\n');

type Fault = { readonly why: string };

/** What a row means, or why it cannot be taken. */
function meantBy(told: ScoreInFile, world: ScoreWorld): (LaidScore & { readonly byName: boolean }) | Fault {
  const pupil = meantPupil(told.pupil, world);
  if (!pupil.ok) return { why: pupil.why };
  const { measure, near } = measureNamed(told.measure, world.measures);
  if (measure === null) return { why: measureFault(told.measure, near) };
  if (told.on === null) return { why: told.dayFault ?? 'There is no day of the test.' };
  if (told.on > world.today) return { why: 'The day of the test is in the future.' };
  const bornOn = world.bornOn(pupil.pupilId);
  if (bornOn !== undefined && told.on <= bornOn)
    return { why: 'The day of the test is before the pupil was born.' };
  const score = readScore(measure, told.score);
  if (score === null)
    return {
      why: `‘${told.score.slice(0, 40)}’ is no ${measure.kind === 'age_months' ? 'age, like 7:03' : 'number'}.`,
    };
  const problem = scaleProblem(measure, score);
  if (problem !== null) return { why: `${problem}.` };
  const { on, form, note } = told;
  return { pupilId: pupil.pupilId, measureKey: measure.key, on, score, form, note, byName: pupil.byName };
}

const measureFault = (text: string, near: readonly SchoolMeasure[]): string => {
  const named = text === '' ? 'The row names no measure.' : `No measure is called ‘${text.slice(0, 60)}’.`;
  const may = near
    .slice(0, 4)
    .map(({ name }) => name)
    .join('; ');
  return may === ''
    ? `${named} Write its name as it stands under Measures, or add it there.`
    : `${named} It may be: ${may}. Write one of these names.`;
};

const titleOf = ({ pupil, measure }: ScoreInFile): string => {
  const name = [pupil.surname, pupil.forename].filter((part) => part != null).join(', ');
  return `${name === '' ? (pupil.upn ?? '?') : name}: ${measure}`.slice(0, 200);
};

const change = (label: string, after: string) => ({ label, before: null, after, isOurs: false });

function layOne(told: ScoreInFile, world: ScoreWorld, seen: Map<string, ScoreInFile>): LaidRow {
  const base = { kind: 'score' as const, number: told.row, title: titleOf(told), matchId: null };
  const leave = (why: string): LaidRow => ({
    ...base,
    content: { left: 'unreadable' },
    state: 'unreadable',
    why,
    changes: [],
  });
  const meant = meantBy(told, world);
  if ('why' in meant) return leave(meant.why);
  const { byName, ...content } = meant;
  const key = keyOf(meant);
  const before = seen.get(key);
  if (before !== undefined) return leave(`Row ${before.row} has a score of the same measure and day.`);
  seen.set(key, told);
  const measure = world.measures.find((one) => one.key === meant.measureKey);
  const words = (score: number) => (measure === undefined ? String(score) : scoreWords(measure, score));
  const held = world.held.get(key);
  if (held !== undefined && held.score !== meant.score)
    return leave(
      `There is another score of that day: ${words(held.score)}. Withdraw it first if it is wrong.`,
    );
  return {
    ...base,
    content,
    state: held === undefined ? 'new' : 'unchanged',
    why: byName ? 'Found by the name alone.' : null,
    changes:
      held === undefined
        ? [
            change('Measure', measure?.name ?? meant.measureKey),
            change('Score', words(meant.score)),
            change('Day', meant.on),
          ]
        : [],
  };
}

/** Lays scores beside what is held; of two for one pupil, measure, day and form the first counts. */
export function layScores(scores: readonly ScoreInFile[], world: ScoreWorld): readonly LaidRow[] {
  const seen = new Map<string, ScoreInFile>();
  return scores.map((told) => layOne(told, world, seen));
}

/** What scores of a file are laid beside. */
export async function loadScoreWorld(tx: Tx): Promise<ScoreWorld> {
  const pupils = await listKnownPupils(tx);
  const births = new Map(pupils.map(({ pupilId, bornOn }) => [pupilId, bornOn]));
  const results = await listResults(tx, {});
  return {
    known: know(pupils),
    bornOn: (pupilId) => births.get(pupilId),
    measures: (await listMeasures(tx)).filter(({ isWithdrawn }) => !isWithdrawn),
    held: new Map(results.map((result) => [keyOf(result), result])),
    today: tx.scope.today,
  };
}
