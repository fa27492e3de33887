import { may, programActor } from '#src/kernel/access.ts';
import type { PersonId, SchoolId } from '#src/kernel/ids.ts';
import { asPerson, inScope, type Tx } from '#src/platform/db/scope.ts';
import { keepProgress } from '#src/platform/jobs/progress.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { withChanges } from '../domain/scenario.ts';
import { heldFast, type Suggestion, secondsFor } from '../domain/suggestion.ts';
import type { Week } from '../domain/week.ts';
import { getWeek } from '../queries/get-week.ts';
import { findSuggestion } from '../queries/list-suggestions.ts';
import { solveInWorker } from '../solve/solve-in-worker.ts';

export type SuggestionIds = {
  readonly schoolId: SchoolId;
  readonly weekSuggestionId: string;
  readonly personId: PersonId;
};

export const suggestionProgress = (weekSuggestionId: string) => ({
  name: 'week-suggestion',
  reference: weekSuggestionId,
});

/** So often it is looked whether somebody stopped it, and said how far it has come. */
const lookMs = 1000;

/**
 * Looks for a better week, with the eyes of whoever asked for it, in a thread of its own. May run twice; one that is made or
 * stopped stays as it is.
 */
export async function makeSuggestion(program: Program, ids: SuggestionIds): Promise<void> {
  const { schoolId, weekSuggestionId } = ids;
  const asProgram = <T>(work: (tx: Tx) => Promise<T>) =>
    inScope(scopeOf(program), programActor(schoolId), work);
  const read = await readWeek(program, ids);
  if (read === null) return settle(asProgram, weekSuggestionId, { state: 'failed' });
  if (read.suggestion.state !== 'waiting') return;
  const stop = new AbortController();
  let share = 0;
  const look = setInterval(async () => {
    const state = await asProgram(async (tx) => {
      await keepProgress(tx, {
        ...suggestionProgress(weekSuggestionId),
        done: Math.round(100 * share),
        total: 100,
      });
      return (await findSuggestion(tx, weekSuggestionId))?.state;
    }).catch(() => 'waiting');
    if (state !== 'waiting') stop.abort();
  }, lookMs);
  try {
    const found = await solveInWorker(read.week, {
      seconds: read.seconds,
      onProgress: (next) => {
        share = Math.min(0.99, next);
      },
      stopped: stop.signal,
    });
    await settle(asProgram, weekSuggestionId, {
      state: 'made',
      placements: JSON.stringify(found.placements),
      bounds: JSON.stringify(found.bounds),
      isProven: found.isProven,
      madeAt: program.clock.now(),
    });
  } finally {
    clearInterval(look);
  }
}

type Read = { readonly suggestion: Suggestion; readonly week: Week; readonly seconds: number };

function readWeek(
  program: Program,
  { schoolId, weekSuggestionId, personId }: SuggestionIds,
): Promise<Read | null> {
  const who = {
    personId,
    schoolId,
    permission: 'week.manage' as const,
    pupilId: null,
    find: program.findActor,
  };
  return asPerson(scopeOf(program), who, async (tx, actor) => {
    const suggestion = may(actor, 'week.manage') ? await findSuggestion(tx, weekSuggestionId) : null;
    if (suggestion === null) return null;
    const full = await getWeek(tx, suggestion.fromOn);
    const { slots, adults, demands, travelMinutes, ...week } = withChanges(full, suggestion.changes ?? []);
    return {
      suggestion,
      // What the thread is handed has no name in it.
      week: {
        slots,
        adults: adults.map(({ name: _, post: __, personId: ___, weeksAYear: ____, ...adult }) => adult),
        demands: demands.map(({ title: _, groupName: __, room: ___, ...demand }) => demand),
        placements: heldFast(week),
        travelMinutes,
      },
      seconds: secondsFor({ demands }),
    };
  });
}

type Settled =
  | { readonly state: 'failed' }
  | {
      readonly state: 'made';
      readonly placements: string;
      readonly bounds: string;
      readonly isProven: boolean;
      readonly madeAt: Date;
    };

const settle = (
  asProgram: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  weekSuggestionId: string,
  set: Settled,
): Promise<void> =>
  asProgram(async (tx) => {
    await tx
      .updateTable('weekSuggestions')
      .set(set)
      .where('schoolId', '=', tx.scope.actor.schoolId)
      .where('weekSuggestionId', '=', weekSuggestionId)
      .where('state', '=', 'waiting')
      .execute();
  });
