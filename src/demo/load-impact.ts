import { programActor } from '#src/kernel/access.ts';
import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { newId, type SchoolId } from '#src/kernel/ids.ts';
import { refreshImpactEverywhere } from '#src/modules/provision/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { type Chance, chanceFrom, seedFrom } from './demo-chance.ts';

/** What each area of need is measured by in the demo: a usual score at entry, its spread, and what a term brings. */
const measures = {
  communication: { key: 'bpvs3', entry: 82, spread: 7, gain: 3, gainSpread: 5, least: 60, most: 118 },
  cognition: { key: 'ngrt-sas', entry: 84, spread: 6, gain: 4, gainSpread: 5, least: 69, most: 118 },
  semh: { key: 'sdq-total', entry: 20, spread: 4, gain: -3, gainSpread: 3, least: 2, most: 38 },
  sensory_physical: { key: 'dash', entry: 79, spread: 6, gain: 2, gainSpread: 4, least: 60, most: 110 },
} as const;
type Measured = (typeof measures)[keyof typeof measures];

const measureOf = (areas: readonly string[]): Measured => {
  const [area] = areas;
  return area === 'communication' || area === 'semh' || area === 'sensory_physical'
    ? measures[area]
    : measures.cognition;
};

type Place = {
  readonly pupilId: string;
  readonly runId: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
};
type Row = Readonly<Record<string, unknown>>;

/** Scores at entry of the demo's groups, at exit of those that ended, and the same groups of last spring. After the runs. Every school shares what came of it. */
export async function loadImpact(
  program: Program,
  schools: Iterable<{ readonly schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools)
    await inScope(scopeOf(program), programActor(schoolId), async (tx) => {
      await loadSchoolImpact(tx);
      await tx.insertInto('impactSharing').values({ schoolId, sharesImpact: true, version: 2 }).execute();
    });
  await refreshImpactEverywhere(program);
}

async function loadSchoolImpact(tx: Tx): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const runs = await tx
    .selectFrom('runs')
    .select(['runId', 'name', 'entryKey', 'tier', 'areas', 'fromOn', 'untilOn'])
    .where('schoolId', '=', schoolId)
    .orderBy('name')
    .execute();
  const places = await tx
    .selectFrom('runPupils')
    .select(['pupilId', 'runId', 'fromOn', 'untilOn'])
    .where('schoolId', '=', schoolId)
    .execute();
  const chance = chanceFrom(seedFrom(29, String(runs.length)));
  const results = new Map<string, Row>();
  const earlier: { runs: Row[]; pupils: Row[]; measures: Row[]; reviews: Row[] } = {
    runs: [],
    pupils: [],
    measures: [],
    reviews: [],
  };
  for (const run of runs) {
    const measure = measureOf(run.areas);
    const own = places.filter(({ runId }) => runId === run.runId);
    earlier.measures.push({ schoolId, runId: run.runId, measureKey: measure.key });
    for (const place of own)
      score(results, place, { measure, chance, today: tx.scope.today, until: run.untilOn });
    if (own.length < 5) continue;
    const runId = newId();
    const spring = { fromOn: schoolDate('2026-01-12'), untilOn: schoolDate('2026-03-27') };
    const { name, entryKey, tier, areas } = run;
    earlier.runs.push({ schoolId, runId, name: `${name}, spring`, entryKey, tier, areas, ...spring });
    earlier.measures.push({ schoolId, runId, measureKey: measure.key });
    const reviewed = { runReviewId: newId(), runId, reviewedOn: '2026-03-27', decision: 'keep' };
    earlier.reviews.push({ schoolId, ...reviewed, words: 'Runs again in autumn' });
    for (const { pupilId } of own) {
      const place = { pupilId, runId, fromOn: spring.fromOn, untilOn: null };
      earlier.pupils.push({ schoolId, runPupilId: newId(), ...place });
      score(results, place, { measure, chance, today: tx.scope.today, until: spring.untilOn });
    }
  }
  if (earlier.runs.length > 0)
    await tx
      .insertInto('runs')
      .values(earlier.runs as never)
      .execute();
  if (earlier.pupils.length > 0)
    await tx
      .insertInto('runPupils')
      .values(earlier.pupils as never)
      .execute();
  if (earlier.measures.length > 0)
    await tx
      .insertInto('runMeasures')
      .values(earlier.measures as never)
      .execute();
  if (earlier.reviews.length > 0)
    await tx
      .insertInto('runReviews')
      .values(earlier.reviews as never)
      .execute();
  const scores = [...results.values()].map((row) => ({ ...row, schoolId }));
  if (scores.length > 0)
    await tx
      .insertInto('results')
      .values(scores as never)
      .execute();
}

type Scoring = {
  readonly measure: Measured;
  readonly chance: Chance;
  readonly today: SchoolDate;
  readonly until: string | null;
};

/** An entry some days before the pupil joined, and an exit where the run has ended and the pupil was in that day. */
function score(results: Map<string, Row>, place: Place, { measure, chance, today, until }: Scoring): void {
  const within = (value: number) => Math.round(Math.min(measure.most, Math.max(measure.least, value)));
  const entry = within(chance.normal(measure.entry, measure.spread));
  const put = (on: SchoolDate, value: number) => {
    const key = `${place.pupilId} ${measure.key} ${on}`;
    if (results.has(key)) return;
    results.set(key, {
      resultId: newId(),
      pupilId: place.pupilId,
      measureKey: measure.key,
      onDate: on,
      score: value,
      source: 'demo',
    });
  };
  put(addDays(schoolDate(place.fromOn), -4), entry);
  if (until === null || until > today || chance.happens(0.08)) return;
  put(addDays(schoolDate(until), -3), within(entry + chance.normal(measure.gain, measure.gainSpread)));
}
