import { programActor } from '#src/kernel/access.ts';
import { newId, type SchoolId, StaffId } from '#src/kernel/ids.ts';
import {
  breachesOf,
  getWeek,
  keepPlacements,
  type Placement,
  timesPlaced,
} from '#src/modules/deployment/index.ts';
import { academicYearBounds, academicYearOf, getSchool, listGroups } from '#src/modules/school/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { type Chance, chanceFrom, seedFrom } from './demo-chance.ts';
import { granted } from './granted.ts';
import { slotsOfDay, type WeekPlan, weekPlanOf } from './week-plan.ts';

/** The week of the adults in each demo school: who is there when, what is needed, and most of it placed. */
export async function loadWeek(
  program: Program,
  schools: Iterable<{ readonly schoolId: SchoolId }>,
): Promise<void> {
  for (const { schoolId } of schools) await inScope(scopeOf(program), programActor(schoolId), loadSchoolWeek);
}

async function loadSchoolWeek(tx: Tx): Promise<void> {
  const { phase } = await getSchool(tx);
  const plan = weekPlanOf(phase);
  const { from: fromOn } = academicYearBounds(academicYearOf(tx.scope.today));
  const chance = chanceFrom(seedFrom(25, String(phase)));
  const staff = await listSupport(tx);
  if (staff.length === 0) return;
  await writeDay(tx, phase, fromOn);
  const skillIds = await writeSkills(tx, plan);
  await writeAdults(tx, { plan, fromOn, staff, skillIds });
  await writeDemands(tx, { plan, fromOn, skillIds, chance });
  await placeMost(tx);
}

/** Those who support pupils, at most twelve. */
async function listSupport(
  tx: Tx,
): Promise<readonly { readonly staffId: StaffId; readonly minutes: number }[]> {
  const rows = await tx
    .selectFrom('staff as s')
    .innerJoin('contracts as c', (join) =>
      join.onRef('c.schoolId', '=', 's.schoolId').onRef('c.staffId', '=', 's.staffId'),
    )
    .select(['s.staffId', 's.post', 'c.minutesPerWeek'])
    .where('s.schoolId', '=', tx.scope.actor.schoolId)
    .where('s.leftOn', 'is', null)
    .where('c.untilOn', 'is', null)
    .orderBy('s.code')
    .execute();
  return rows
    .filter(({ post }) => /assistant|HLTA|mentor|ELSA/i.test(post) && !/head|SENCO/i.test(post))
    .map(({ staffId, minutesPerWeek }) => ({ staffId: StaffId.parse(staffId), minutes: minutesPerWeek }))
    .slice(0, 12);
}

async function writeDay(tx: Tx, phase: string, fromOn: string): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const schoolWeekId = newId();
  await tx.insertInto('schoolWeeks').values({ schoolId, schoolWeekId, fromOn, travelMinutes: 10 }).execute();
  const slots = slotsOfDay(phase).map(({ day, from, until, kind }) => ({
    ...{ schoolId, schoolWeekId, slotId: newId(), weekday: day, fromMinute: from, untilMinute: until, kind },
  }));
  await tx.insertInto('weekSlots').values(slots).execute();
}

async function writeSkills(tx: Tx, plan: WeekPlan): Promise<ReadonlyMap<string, string>> {
  const { schoolId } = tx.scope.actor;
  const rows = plan.skills.map((name) => ({ schoolId, skillId: newId(), name }));
  await tx.insertInto('skills').values(rows).execute();
  return new Map(rows.map(({ name, skillId }) => [name, skillId]));
}

type Adults = {
  readonly plan: WeekPlan;
  readonly fromOn: string;
  readonly staff: readonly { readonly staffId: StaffId; readonly minutes: number }[];
  readonly skillIds: ReadonlyMap<string, string>;
};

/** Whoever works part of the week is there whole days, as many as the contract has. */
async function writeAdults(tx: Tx, { plan, fromOn, staff, skillIds }: Adults): Promise<void> {
  const { schoolId } = tx.scope.actor;
  // Who runs a group is there for it, whatever the days.
  const running = await tx
    .selectFrom('runStaff')
    .select('staffId')
    .where('schoolId', '=', schoolId)
    .execute();
  const runners = new Set<string>(running.map((row) => row.staffId));
  const weeks = [];
  const times = [];
  const skills = [];
  const [from, until] = plan === weekPlanOf('primary') ? [525, 930] : [510, 920];
  for (const [at, { staffId, minutes }] of staff.entries()) {
    const adultWeekId = newId();
    weeks.push({ schoolId, adultWeekId, staffId, fromOn });
    const days = runners.has(staffId) ? 5 : Math.max(2, Math.min(5, Math.round(minutes / 330)));
    for (const weekday of [1, 2, 3, 4, 5].filter((day) => days === 5 || (day + at) % 5 < days))
      times.push({
        schoolId,
        adultTimeId: newId(),
        adultWeekId,
        weekday,
        fromMinute: from,
        untilMinute: until,
      });
    for (const name of plan.skills.filter((_, place) => (place + at) % 3 === 0)) {
      const skillId = skillIds.get(name) ?? '';
      const untilOn = /first aid/i.test(name) ? '2027-06-30' : null;
      skills.push({ schoolId, adultSkillId: newId(), staffId, skillId, fromOn, untilOn });
    }
  }
  await tx.insertInto('adultWeeks').values(weeks).execute();
  await tx.insertInto('adultTimes').values(times).execute();
  await tx.insertInto('adultSkills').values(skills).execute();
}

type Demands = {
  readonly plan: WeekPlan;
  readonly fromOn: string;
  readonly skillIds: ReadonlyMap<string, string>;
  readonly chance: Chance;
};

async function writeDemands(tx: Tx, { plan, fromOn, skillIds, chance }: Demands): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const classes = (await listGroups(tx, tx.scope.today)).filter(({ kind }) => kind === 'class').slice(0, 14);
  const pupils = chance.shuffled(
    (
      await tx
        .selectFrom('senStatuses')
        .select('pupilId')
        .distinct()
        .where('schoolId', '=', schoolId)
        .where('untilOn', 'is', null)
        .orderBy('pupilId')
        .execute()
    ).map(({ pupilId }) => pupilId),
  );
  const made = plan.demands.map(({ pupils: size, skills = [], slotKinds = null, ...demand }) => ({
    row: {
      ...{ ...demand, schoolId, demandId: newId(), fromOn, slotKinds, oncePerDay: true, groupId: null },
      skillIds: skills.flatMap((name) => skillIds.get(name) ?? []),
    },
    pupilIds: pupils.splice(0, size),
  }));
  const inClass = classes.map(({ groupId, name }) => ({
    row: {
      ...{ schoolId, demandId: newId(), fromOn, groupId, slotKinds: null, skillIds: [], oncePerDay: true },
      ...{ kind: 'class_support', force: 'general', need: 2, name: `${plan.inClass.name}, ${name}` },
      ...{ times: plan.inClass.times, length: plan.inClass.length },
    },
    pupilIds: [] as string[],
  }));
  const all = [...made, ...inClass];
  await tx
    .insertInto('demands')
    .values(all.map(({ row }) => row))
    .execute();
  const places = all.flatMap(({ row: { demandId }, pupilIds }) =>
    pupilIds.map((pupilId) => ({ schoolId, demandPupilId: newId(), demandId, pupilId })),
  );
  if (places.length > 0) await tx.insertInto('demandPupils').values(places).execute();
}

/** Places what can be placed, one time after the other, the most pressing first; what is left is for somebody to see. */
async function placeMost(tx: Tx): Promise<void> {
  const week = await getWeek(tx, tx.scope.today);
  const order = ['safety', 'law', 'intervention', 'general'];
  const demands = week.demands
    .filter(({ demandId }) => !week.fixedIds.has(demandId))
    .toSorted((one, other) => order.indexOf(one.force) - order.indexOf(other.force) || other.need - one.need);
  const placed: Placement[] = [...week.placements];
  for (const demand of demands) {
    let left = demand.times - timesPlaced(week, demand.demandId);
    // Not all at the first hours of Monday: each demand begins to look a day later.
    const slots = [...demand.startIds];
    const turn = Math.floor(slots.length / 5) * (demands.indexOf(demand) % 5);
    for (const slotId of [...slots.slice(turn), ...slots.slice(0, turn)]) {
      if (left === 0) break;
      const free = week.adults
        .filter((adult) => adult.slotIds.has(slotId))
        .map(({ staffId }) => ({
          demandId: demand.demandId,
          slotId,
          staffId,
          isPinned: demand.force === 'safety',
        }))
        .find((wanted) => breachesOf(week, wanted, placed).length === 0);
      if (free === undefined) continue;
      placed.push(free);
      left -= 1;
    }
  }
  granted(await keepPlacements(tx, week, { placements: placed }));
}
