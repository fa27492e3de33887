import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { type PersonId, PupilId, type SchoolId } from '#src/kernel/ids.ts';
import {
  addEvidence,
  askTeachers,
  beginPlan,
  findPlanAtWork,
  issuePlan,
  type Plan,
  refreshAllReviewMarks,
  setTarget,
  sharePlan,
  writeSection,
} from '#src/modules/plans/index.ts';
import { logContact } from '#src/modules/pupils/index.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { peopleOf } from './daily-cast.ts';
import { granted } from './granted.ts';
import { areaOfNeed, type DemoTarget, demoMeetings, demoStrengths, demoTargets } from './review-words.ts';

/** Days from today to each plan's review: late, this week, later; the pupils after them have no plan. */
const reviewDays = [-12, -3, 0, 2, 3, 8, 9, 13, 20, 22, 27, 30, 34, 41, 48, 55, 62, 70] as const;
const begunDaysAgo = 60;

type School = { readonly program: Program; readonly schoolId: SchoolId; readonly people: People };
type People = NonNullable<Awaited<ReturnType<typeof peopleOf>>>;
type Pupil = { readonly pupilId: PupilId; readonly needTypes: readonly string[] };

/** Plans at work with their evidence, meetings with parents and one ask, in each school that has the people for it. */
export async function loadReviews(
  program: Program,
  schools: Iterable<{ schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools) {
    const actor = programActor(schoolId);
    const people = await inScope(scopeOf(program), actor, peopleOf);
    if (people === null) continue;
    const school: School = { program, schoolId, people };
    const pupils = await inScope(scopeOf(program), actor, (tx) => pupilsToPlan(tx, people.teacher));
    for (const [at, pupil] of pupils.slice(0, reviewDays.length).entries()) await planOf(school, pupil, at);
    for (const [at, { pupilId }] of pupils.entries()) await meetParents(school, pupilId, at);
    await inScope(scopeOf(program), actor, async (tx) => {
      await askTeachers(tx);
      await refreshAllReviewMarks(tx);
    });
  }
}

/** Pupils with SEN and no plan, the teacher's own first. */
async function pupilsToPlan(tx: Tx, teacher: PersonId): Promise<readonly Pupil[]> {
  const { rows } = await sql<{ pupilId: string; needTypes: string }>`
    select l.pupil_id, array_to_string(l.need_types, ' ') as need_types from register_lines l
    where l.school_id = ${tx.scope.actor.schoolId} and l.is_on_roll and l.status in ('sen_support', 'ehc_plan')
      and not exists (select from plans p where p.school_id = l.school_id and p.pupil_id = l.pupil_id)
    order by not exists (select from reach r where r.school_id = l.school_id and r.pupil_id = l.pupil_id
        and r.person_id = ${teacher} and r.withdrawn_at is null), l.surname, l.forename`.execute(tx);
  return rows.map((row) => ({ pupilId: PupilId.parse(row.pupilId), needTypes: row.needTypes.split(' ') }));
}

/** As one of the school's people, on a day gone by; the lines of the register are drawn at the end. */
function on<T>(
  { program, schoolId }: School,
  personId: PersonId,
  day: SchoolDate,
  work: (tx: Tx) => Promise<T>,
) {
  const actor = { ...programActor(schoolId), personId, roles: ['senco'] };
  const clock = stoppedClock(`${day}T15:30:00Z`);
  return inScope({ ...scopeOf(program), clock, reactions: [] }, actor, work);
}

async function atWork(tx: Tx, pupilId: PupilId): Promise<Plan> {
  const plan = await findPlanAtWork(tx, pupilId);
  if (plan === null) throw new Error('The demo lost a plan');
  return plan;
}

function targetsFor({ needTypes }: Pupil, at: number): readonly DemoTarget[] {
  const areas = [
    ...new Set([...needTypes.map((type) => areaOfNeed[type] ?? 'cognition'), 'independence' as const]),
  ];
  return areas.slice(0, 3).flatMap((area) => {
    const some = demoTargets[area];
    const one = some[at % some.length];
    return one === undefined ? [] : [one];
  });
}

async function planOf(school: School, pupil: Pupil, at: number): Promise<void> {
  const { senco, teacher, ta } = school.people;
  const { pupilId } = pupil;
  const today = school.program.clock.today();
  const targets = targetsFor(pupil, at);
  await on(school, senco, addDays(today, -begunDaysAgo), async (tx) => {
    granted(await beginPlan(tx, pupilId));
    const draft = await atWork(tx, pupilId);
    const section = draft.sections.find((one) => one.kind === 'strengths');
    const words = demoStrengths[at % demoStrengths.length] ?? '';
    if (section !== undefined)
      granted(await writeSection(tx, { plan: draft, section, set: { words, mark: 'complete' } }));
    const reviewOn = addDays(today, reviewDays[at] ?? 0);
    for (const { seen: _, ...one } of targets)
      granted(await setTarget(tx, { plan: await atWork(tx, pupilId), words: { ...one, byOn: reviewOn } }));
    const { withWhom } = demoMeetings[at % demoMeetings.length] ?? { withWhom: 'mother, in school' };
    const plan = await atWork(tx, pupilId);
    granted(await sharePlan(tx, { plan, sharedOn: tx.scope.today, sharedWith: withWhom, reviewOn }));
    granted(await issuePlan(tx, await atWork(tx, pupilId)));
  });
  const seen = targets.flatMap((one, place) => one.seen.map((words) => ({ ...words, place })));
  for (const [nth, { place, ...evidence }] of seen.entries()) {
    // A third of the targets has nothing noted yet: that is what the ask is for.
    if ((place + at) % 3 === 0) continue;
    await on(school, nth % 2 === 0 ? teacher : ta, addDays(today, nth - begunDaysAgo / 2), async (tx) => {
      const plan = await atWork(tx, pupilId);
      const target = plan.targets[place];
      if (target === undefined) return;
      const { words, result = null } = evidence;
      const of = { targetId: target.targetId, planId: plan.planId, pupilId };
      granted(
        await addEvidence(tx, {
          target: of,
          evidence: { words, result, seenOn: tx.scope.today, file: null },
        }),
      );
    });
  }
}

/** Most parents were met three times in the year; of every fourth pupil fewer meetings are on record. */
async function meetParents(school: School, pupilId: PupilId, at: number): Promise<void> {
  const today = school.program.clock.today();
  for (const [nth, meeting] of demoMeetings.entries()) {
    if (at % 4 === 3 && nth > at % 3) continue;
    const day = addDays(today, -30 - nth * 110);
    await on(school, school.people.senco, day, (tx) => meet(tx, pupilId, meeting));
  }
}

const meet = async (tx: Tx, pupilId: PupilId, { withWhom, words }: (typeof demoMeetings)[number]) =>
  granted(
    await logContact(tx, {
      pupilId,
      kind: 'meeting',
      words,
      withWhom,
      on: tx.scope.today,
      audience: 'staff',
    }),
  );
