import { programActor } from '#src/kernel/access.ts';
import { addDays, plain, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId, SchoolId } from '#src/kernel/ids.ts';
import { refreshAllReviewMarks } from '#src/modules/plans/index.ts';
import { logContact, refreshAllPupilLines } from '#src/modules/pupils/index.ts';
import {
  type Concern,
  decideConcern,
  findConcern,
  raiseConcern,
  refreshAllRegisterLines,
  withdrawConcern,
} from '#src/modules/register/index.ts';
import { addTask, findTask, finishTask } from '#src/modules/tasks/index.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { type Cast, castOf, peopleOf, seatAssistant } from './daily-cast.ts';
import { type DailyNote, type DailyTask, dailyNotes, dailyTasks } from './daily-jobs.ts';
import { type DailyConcern, type Doer, dailyConcerns, type Whom } from './daily-words.ts';
import { granted } from './granted.ts';

type Scene = { readonly program: Program; readonly schoolId: SchoolId; readonly cast: Cast };

/** The last day of work on or before so many days ago. */
const workDay = (today: SchoolDate, daysAgo: number): SchoolDate => {
  const day = addDays(today, -daysAgo);
  const past = plain(day).dayOfWeek - 5;
  return past > 0 ? addDays(day, -past) : day;
};

/** As one of the demo's people, in the afternoon of a day gone by; today is now. Lines are drawn at the end. */
function on<T>(of: Scene, who: { by: Doer; daysAgo: number }, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { program, schoolId, cast } = of;
  const day = workDay(program.clock.today(), who.daysAgo);
  const clock = who.daysAgo === 0 ? program.clock : stoppedClock(`${day}T15:40:00Z`);
  const actor = { ...programActor(schoolId), personId: cast.people[who.by], roles: [who.by] };
  return inScope({ ...scopeOf(program), clock, reactions: [] }, actor, work);
}

/** Today stays today; what would fall on a weekend is due on the Friday before, or else on the Monday after. */
function dayIn(of: Scene, days: number): SchoolDate {
  const today = of.program.clock.today();
  const past = plain(addDays(today, days)).dayOfWeek - 5;
  if (days === 0 || past <= 0) return addDays(today, days);
  return addDays(today, days < 0 ? days - past : days + 3 - past);
}

/**
 * Days of work in a demo school: concerns in every state, tasks and contact notes, made by the commands that people
 * use, on the days on which they would have been made. A school without the people for it is left as it is.
 */
export async function loadDailyWork(
  program: Program,
  schools: Iterable<{ schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools) {
    const actor = programActor(schoolId);
    const people = await inScope(scopeOf(program), actor, peopleOf);
    if (people === null) continue;
    await inScope(scopeOf(program), actor, (tx) => seatAssistant(tx, people));
    const cast = await inScope(scopeOf(program), actor, (tx) => castOf(tx, people));
    const scene: Scene = { program, schoolId, cast };
    for (const one of dailyConcerns)
      await about(scene, one.whom, (pupilId) => playConcern(scene, one, pupilId));
    for (const one of dailyTasks) await playTask(scene, one);
    for (const one of dailyNotes) await about(scene, one.whom, (pupilId) => playNote(scene, one, pupilId));
    await inScope(scopeOf(program), actor, async (tx) => {
      await refreshAllPupilLines(tx);
      await refreshAllRegisterLines(tx);
      await refreshAllReviewMarks(tx);
    });
  }
}

/** Somebody is meant only where the school has such a pupil. */
async function about(of: Scene, whom: Whom, play: (pupilId: PupilId) => Promise<void>): Promise<void> {
  const pupilId = of.cast.pupils[whom.of][whom.nth];
  if (pupilId !== undefined) await play(pupilId);
}

const concernFor = async (tx: Tx, concernId: string): Promise<Concern> => {
  const found = await findConcern(tx, concernId);
  if (found === null) throw new Error('The demo lost a concern');
  return found;
};

async function playConcern(of: Scene, one: DailyConcern, pupilId: PupilId): Promise<void> {
  const { area, observed, sinceDaysAgo, tried, cameOfIt, decided, withdrawn } = one;
  const sinceOn =
    sinceDaysAgo === undefined ? undefined : dayIn(of, -Math.max(sinceDaysAgo, one.daysAgo + 5));
  const concernId = await on(of, one, async (tx) =>
    granted(await raiseConcern(tx, { pupilId, area, observed, sinceOn, tried, cameOfIt })),
  );
  if (withdrawn !== undefined) {
    await on(of, { by: one.by, daysAgo: withdrawn.daysAgo }, async (tx) =>
      granted(await withdrawConcern(tx, { concern: await concernFor(tx, concernId), why: withdrawn.why })),
    );
  }
  if (decided === undefined) return;
  const { outcome, why, dueInDays, owner = 'senco', needType } = decided;
  await on(of, { by: 'senco', daysAgo: decided.daysAgo }, async (tx) => {
    const given = {
      outcome,
      why,
      needType,
      dueOn: dueInDays === undefined ? undefined : dayIn(of, dueInDays),
      ownerPersonId: of.cast.people[owner],
      sinceOn: tx.scope.today,
    };
    granted(await decideConcern(tx, { concern: await concernFor(tx, concernId), given }));
  });
}

async function playTask(of: Scene, one: DailyTask): Promise<void> {
  const { by, owner, title, details, dueInDays, outcome, whom } = one;
  const pupilId = whom === undefined ? null : (of.cast.pupils[whom.of][whom.nth] ?? null);
  const taskId = await on(of, { by, daysAgo: one.givenDaysAgo }, (tx) =>
    addTask(tx, {
      pupilId,
      ownerPersonId: of.cast.people[owner],
      title,
      details,
      dueOn: dueInDays === undefined ? undefined : dayIn(of, dueInDays),
      origin: 'by_hand',
      audience: 'notes',
    }),
  );
  if (outcome === undefined) return;
  await on(of, { by: owner, daysAgo: 0 }, async (tx) => {
    const task = await findTask(tx, taskId);
    if (task !== null) granted(await finishTask(tx, { task, outcome }));
  });
}

async function playNote(of: Scene, one: DailyNote, pupilId: PupilId): Promise<void> {
  const { by, daysAgo, kind, words, withWhom, followUpInDays } = one;
  await on(of, { by, daysAgo }, async (tx) => {
    const followUp =
      followUpInDays === undefined
        ? undefined
        : { on: dayIn(of, followUpInDays), ownerPersonId: of.cast.people[by] };
    const note = { pupilId, kind, words, withWhom, on: tx.scope.today, audience: 'notes' as const, followUp };
    granted(await logContact(tx, note));
  });
}
