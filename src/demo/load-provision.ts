import { programActor } from '#src/kernel/access.ts';
import { addDays, plain, type SchoolDate } from '#src/kernel/dates.ts';
import { newId, type SchoolId } from '#src/kernel/ids.ts';
import {
  costAllSessions,
  findShipped,
  type LostReason,
  listOpenDays,
  type PlannedSession,
  plannedSessions,
  refreshAllRunLines,
  refreshAllRunReach,
  suggestPupils,
  type Tier,
} from '#src/modules/provision/index.ts';
import { academicYearBounds, academicYearOf, getCalendar, getSchool } from '#src/modules/school/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { type Chance, chanceFrom, seedFrom } from './demo-chance.ts';
import { listOneToOne } from './one-to-one.ts';
import { type PlannedRun, provisionPlan, sessionNotes } from './provision-plan.ts';
import { slotsOfDay } from './week-plan.ts';

const rowsAtOnce = 1000;
/** So many adults run groups; the others are with one pupil each. */
const mostInGroups = 8;
const mornings = { weekdays: [1, 2, 3, 4, 5], place: 'In class and the quiet room' };

/** Groups of a term with their sessions in each demo school, many rows a statement. A school without terms is left out. */
export async function loadProvision(
  program: Program,
  schools: Iterable<{ readonly schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools)
    await inScope(scopeOf(program), programActor(schoolId), (tx) => loadSchoolProvision(tx));
}

type Timed = { readonly weekdays: readonly number[]; readonly startsAt: string; readonly minutes: number };

/** Who has a run in which stretches of the school day already: nobody is in two places at once. */
function takenIn(phase: string) {
  const slots = slotsOfDay(phase);
  const taken = new Set<string>();
  const keysOf = (id: string, { weekdays, startsAt, minutes }: Timed) => {
    const [hours = '0', rest = '0'] = startsAt.split(':');
    const from = Number(hours) * 60 + Number(rest);
    return slots
      .filter((slot) => weekdays.includes(slot.day) && slot.from < from + minutes && from < slot.until)
      .map((slot) => `${id} ${slot.day} ${slot.from}`);
  };
  return {
    isFree: (id: string, timed: Timed) => !keysOf(id, timed).some((key) => taken.has(key)),
    take: (ids: readonly string[], timed: Timed) => {
      for (const key of ids.flatMap((id) => keysOf(id, timed))) taken.add(key);
    },
  };
}

/** Whose turn it is first, then whoever comes next. */
const inTurn = (adults: readonly Adult[], at: number): readonly Adult[] => [
  ...adults.slice(at % adults.length),
  ...adults.slice(0, at % adults.length),
];

type Adult = { readonly staffId: string; readonly signsIn: boolean };

async function loadSchoolProvision(tx: Tx): Promise<void> {
  const { today } = tx.scope;
  const { phase } = await getSchool(tx);
  const { terms } = await getCalendar(tx);
  const term = terms.filter(({ from }) => from <= today).at(-1);
  const all = await listAdults(tx);
  const adults = all.slice(0, mostInGroups);
  if (term === undefined || adults.length === 0) return;
  const monday = addDays(term.from, (8 - plain(term.from).dayOfWeek) % 7);
  const year = academicYearBounds(academicYearOf(today));
  const yearEnds = terms.filter(({ until }) => until <= year.until).at(-1)?.until ?? term.until;
  const days = await listOpenDays(tx, year.from, yearEnds);
  const alone =
    phase === 'alternative'
      ? []
      : await listOneToOne(
          tx,
          all.slice(mostInGroups).map(({ staffId }) => staffId),
        );
  const chance = chanceFrom(seedFrom(11, String(phase)));
  const rows = newRows();
  const taken = takenIn(phase);
  // Whoever has an adult to themselves each morning is in no group then.
  for (const each of alone) taken.take([each.pupilId, each.staffId], { ...each, ...mornings });
  for (const [at, planned] of provisionPlan(phase).entries()) {
    const adult = inTurn(adults, at).find(({ staffId }) => taken.isFree(staffId, planned));
    const pupils = (
      await suggestPupils(tx, { areas: [planned.area], age: findShipped(planned.key).age })
    ).map(({ pupilId }) => pupilId);
    const chosen = chance
      .shuffled(pupils)
      .filter((pupilId) => taken.isFree(pupilId, planned))
      .slice(0, planned.size);
    if (adult === undefined || chosen.length === 0) continue;
    taken.take([adult.staffId, ...chosen], planned);
    const fromOn = addDays(monday, 7 * (planned.afterWeeks ?? 0));
    const untilOn = planned.weeks === undefined ? term.until : addDays(fromOn, planned.weeks * 7 - 3);
    const { seedKey, tier } = findShipped(planned.key);
    const its = { fromOn, untilOn, staffId: adult.staffId, pupilIds: chosen, entryKey: seedKey, tier };
    writeLogged(rows, planned, its, { days, from: monday, chance, today });
  }
  for (const { pupilId, staffId, ...one } of alone) {
    const its = { staffId, pupilIds: [pupilId], entryKey: null, tier: 'specialist' as const };
    const given = { ...its, fromOn: year.from, untilOn: yearEnds };
    writeLogged(rows, { ...one, ...mornings }, given, { days, from: year.from, chance, today });
  }
  await insertAll(tx, rows);
  await refreshAllRunReach(tx);
  await costAllSessions(tx);
  await refreshAllRunLines(tx);
}

async function insertAll(tx: Tx, rows: Rows): Promise<void> {
  const { schoolId } = tx.scope.actor;
  for (const [table, all] of Object.entries(rows))
    for (let from = 0; from < all.length; from += rowsAtOnce)
      await tx
        .insertInto(table as keyof Rows)
        .values(all.slice(from, from + rowsAtOnce).map((row) => ({ ...row, schoolId })) as never)
        .execute();
}

/** Those who support pupils, whoever signs in first. */
async function listAdults(tx: Tx): Promise<readonly Adult[]> {
  const rows = await tx
    .selectFrom('staff')
    .select(['staffId', 'personId', 'post'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('leftOn', 'is', null)
    .orderBy('code')
    .execute();
  return rows
    .filter(({ post }) => /assistant|HLTA|mentor|ELSA/i.test(post) && !/head|SENCO/i.test(post))
    .map(({ staffId, personId }) => ({ staffId, signsIn: personId !== null }))
    .toSorted((one, other) => Number(other.signsIn) - Number(one.signsIn));
}

type Row = Readonly<Record<string, unknown>>;
type Rows = {
  readonly runs: Row[];
  readonly runPupils: Row[];
  readonly runStaff: Row[];
  readonly runSlots: Row[];
  readonly runFunding: Row[];
  readonly sessions: Row[];
  readonly sessionPupils: Row[];
  readonly sessionStaff: Row[];
};
const newRows = (): Rows => ({
  runs: [],
  runPupils: [],
  runStaff: [],
  runSlots: [],
  runFunding: [],
  sessions: [],
  sessionPupils: [],
  sessionStaff: [],
});

type Given = {
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
  readonly staffId: string;
  readonly pupilIds: readonly string[];
  readonly entryKey: string | null;
  readonly tier: Tier;
};
type Weekly = Pick<PlannedRun, 'name' | 'place' | 'area' | 'startsAt' | 'minutes' | 'weekdays'>;

function writeRun(rows: Rows, planned: Weekly, given: Given) {
  const { fromOn, untilOn, staffId, pupilIds, entryKey, tier } = given;
  const runId = newId();
  const { name, place, area, startsAt, minutes } = planned;
  rows.runs.push({
    runId,
    name,
    entryKey,
    tier,
    areas: [area],
    fromOn,
    untilOn,
    place,
    reviewOn: untilOn,
  });
  for (const pupilId of pupilIds) rows.runPupils.push({ runPupilId: newId(), runId, pupilId, fromOn });
  rows.runStaff.push({ runStaffId: newId(), runId, staffId, fromOn });
  rows.runFunding.push({ runId, fromOn, source: 'notional_sen', basisPoints: 10_000 });
  const slots = planned.weekdays.map((weekday) => ({
    slotId: newId(),
    runId,
    weekday,
    startsAt,
    minutes,
    place: null,
    fromOn,
    untilOn: null,
    version: 1,
  }));
  rows.runSlots.push(...slots.map(({ version: _, ...slot }) => slot));
  return { runId, fromOn, untilOn, place, slots };
}

type Since = {
  readonly days: Parameters<typeof plannedSessions>[2]['days'];
  readonly from: SchoolDate;
  readonly chance: Chance;
  readonly today: SchoolDate;
};

/** A run with its sessions until yesterday. */
function writeLogged(rows: Rows, planned: Weekly, given: Given, { days, from, chance, today }: Since): void {
  const run = writeRun(rows, planned, given);
  const gone = { days, from, until: addDays(today, -1) };
  for (const session of plannedSessions({ ...run, isWithdrawn: false }, run.slots, gone))
    logOne(rows, session, { chance, today, ...given });
}

type Logging = {
  readonly chance: Chance;
  readonly today: SchoolDate;
  readonly pupilIds: readonly string[];
  readonly staffId: string;
};

const losses: readonly (readonly [LostReason, number])[] = [
  ['adult_absent', 4],
  ['adult_elsewhere', 4],
  ['trip', 2],
  ['room', 1],
  ['test', 2],
  ['event', 3],
];

/** Most sessions took place; some were lost, and of the last few days some are not logged yet. */
function logOne(rows: Rows, { runId, slotId, on, minutes }: PlannedSession, given: Logging): void {
  const { chance, today, pupilIds, staffId } = given;
  if (on >= addDays(today, -4) && chance.happens(0.15)) return;
  const sessionId = newId();
  const reason = chance.happens(0.09) ? chance.weighted(losses) : null;
  const held = reason === null ? minutes : 0;
  rows.sessions.push({
    sessionId,
    runId,
    slotId,
    onDate: on,
    state: reason === null ? 'held' : 'cancelled',
    plannedMinutes: minutes,
    minutesHeld: held,
    reason,
    ...noteOf(chance, reason),
    loggedAt: `${on}T15:20:00Z`,
  });
  for (const pupilId of pupilIds)
    rows.sessionPupils.push({
      sessionId,
      pupilId,
      ...partOf(reason ?? (chance.happens(0.06) ? 'pupil_absent' : null), held),
    });
  if (reason === null) rows.sessionStaff.push({ sessionId, staffId, minutes: held });
}

function partOf(reason: LostReason | null, held: number): Row {
  if (reason === null) return { state: 'present', reason, minutes: held };
  return { state: reason === 'pupil_absent' ? 'absent' : 'missed', reason, minutes: 0 };
}

function noteOf(chance: Chance, reason: LostReason | null): Row {
  if (reason !== null || !chance.happens(0.3)) return { note: null, nextStep: null };
  const [note, nextStep] = chance.pick(sessionNotes);
  return { note, nextStep };
}
