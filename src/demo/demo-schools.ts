import type { SchoolDate } from '#src/kernel/dates.ts';
import { academicYearOf, firstYearOf } from '#src/modules/school/domain/academic-year.ts';
import { type Chance, chanceFrom, seedFrom } from './demo-chance.ts';
import { type Child, makeChildren } from './demo-children.ts';
import { dateFrom, dayNumber, dayOf } from './demo-days.ts';
import { withFaults } from './demo-faults.ts';
import { type Grouping, makeGroupStaff, makeGroups } from './demo-groups.ts';
import { addressIn, DEMO_AUTHORITY, planSchool, type SchoolPlan } from './demo-plans.ts';
import { type Making, makePupil, type Standing } from './demo-pupils.ts';
import { drawStanding, statusShares } from './demo-rates.ts';
import { makeStaff } from './demo-staff.ts';
import type { DemoGroupStaff, DemoOptions, DemoSchool, DemoSite, DemoStaff, DemoUnit } from './demo-trust.ts';
import { openUpnBook } from './demo-upns.ts';
import { yearsFor } from './demo-years.ts';

const unitPlaces = 20;
const unitPlacesTaken = 18;

/** Where each child stands: laid out by year group and sex, then the places of the base on top. */
function standings(
  chance: Chance,
  plan: SchoolPlan,
  given: { children: readonly Child[]; firstYear: number },
): ReadonlyMap<Child, Standing> {
  const found = new Map<Child, Standing>();
  const cells = Map.groupBy(given.children, (child) => `${child.stage}${child.sex}`);
  for (const cell of cells.values()) {
    const [first] = cell;
    if (first === undefined) continue;
    const shares = statusShares(plan, { stage: first.stage, sex: first.sex, firstYear: given.firstYear });
    const drawn = drawStanding(chance, shares, cell.length);
    for (const [index, child] of cell.entries()) {
      found.set(child, { status: drawn[index] ?? 'none', hasUnitPlace: false });
    }
  }
  if (!plan.isUnitSchool) return found;
  const free = given.children.filter((child) => child.stage <= 11 && found.get(child)?.status === 'none');
  for (const child of chance.shuffled(free).slice(0, unitPlacesTaken)) {
    found.set(child, { status: 'ehc_plan', hasUnitPlace: true });
  }
  return found;
}

/** Those with a plan have an assistant as key worker; those on support the teacher or tutor of their class. */
function keyWorkers(given: {
  staff: readonly DemoStaff[];
  groupStaff: readonly DemoGroupStaff[];
  grouping: Grouping;
}): Making['keyWorkerFor'] {
  const assistants = given.staff.filter(({ post }) => post === 'teaching_assistant' || post === 'hlta');
  const teacherOf = new Map(
    given.groupStaff
      .filter(({ job }) => job !== 'support')
      .map(({ groupKey, staffCode }) => [groupKey, staffCode]),
  );
  return (child, status) => {
    const assistant = assistants[child.number % Math.max(1, assistants.length)]?.code ?? null;
    if (status.status === 'ehc_plan') return assistant;
    const groups = given.grouping.memberships.get(child.number) ?? [];
    const current = groups.filter(({ groupKey }) => groupKey.includes('/class/')).at(-1);
    return teacherOf.get(current?.groupKey ?? '') ?? assistant;
  };
}

function sitesOf(chance: Chance, plan: SchoolPlan): readonly DemoSite[] {
  const main: DemoSite = { name: 'Main site', address: addressIn(chance, plan.town), isMain: true };
  if (plan.phase !== 'secondary') return [main];
  return [main, { name: 'Sixth form centre', address: addressIn(chance, plan.town), isMain: false }];
}

const unitOf = (plan: SchoolPlan, firstYear: number): DemoUnit | null =>
  plan.isUnitSchool
    ? {
        name: 'The Harbour',
        kind: 'resourced_provision',
        needTypes: ['ASD'],
        places: unitPlaces,
        recognisedFrom: dateFrom(dayOf(firstYear - 6, '09-01')),
      }
    : null;

const phaseCodes = { primary: 'PS', secondary: 'SS', alternative: 'PR' } as const;

/** One whole school. The same plan and day give the same school, whatever other schools there are. */
function makeSchool(plan: SchoolPlan, today: SchoolDate): DemoSchool {
  const chanceFor = (part: string): Chance => chanceFrom(seedFrom(plan.seed, part));
  const day = dayNumber(today);
  const firstYear = firstYearOf(academicYearOf(today));
  const years = yearsFor(chanceFor('years'), today);
  const children = makeChildren(chanceFor('children'), plan, { firstYear, today: day });
  const grouping = makeGroups(chanceFor('groups'), plan, { children, years });
  const thisYear = years.at(-1)?.year.name;
  const classes = grouping.groups.filter(
    ({ kind, academicYear }) => kind === 'class' && academicYear === thisYear,
  );
  const staff = makeStaff(chanceFor('staff'), plan, { classes: classes.length, today: day });
  const groupStaff = makeGroupStaff(plan, grouping.groups, staff);
  const unit = unitOf(plan, firstYear);
  const making: Making = {
    plan,
    chance: chanceFor('pupils'),
    today: day,
    firstYear,
    years,
    upns: openUpnBook(plan),
    unitName: unit?.name ?? null,
    groupsOf: (child) => grouping.memberships.get(child.number) ?? [],
    keyWorkerFor: keyWorkers({ staff, groupStaff, grouping }),
  };
  const standing = standings(chanceFor('standing'), plan, { children, firstYear });
  const never: Standing = { status: 'none', hasUnitPlace: false };
  const pupils = children.map((child) => makePupil(making, child, standing.get(child) ?? never));
  const families = new Set(children.map(({ family }) => family));
  const carers = [...families].flatMap((family) => family.carers);
  return {
    urn: plan.urn,
    laestab: plan.laCode + plan.establishment,
    laCode: plan.laCode,
    authorityName: DEMO_AUTHORITY.name,
    name: plan.name,
    phase: plan.phase,
    phaseCode: phaseCodes[plan.phase],
    yearGroups: plan.yearGroups,
    domain: plan.domain,
    phone: `01632 960${String(plan.index % 1000).padStart(3, '0')}`,
    sites: sitesOf(chanceFor('sites'), plan),
    unit,
    academicYears: years.map(({ year }) => year),
    groups: grouping.groups,
    staff,
    groupStaff,
    ...withFaults(chanceFor('faults'), { pupils, carers }, day),
  };
}

const usualSchools = 3;

/**
 * The schools of the demo one after another, each made when it is asked for: a thousand of them never stand
 * in memory together. Throws on numbers that no trust has.
 */
export function* demoSchools(options: DemoOptions): Generator<DemoSchool> {
  const count = options.schools ?? usualSchools;
  const isSound = Number.isInteger(count) && count >= 1 && count <= 2400;
  if (!isSound) throw new RangeError('A demo trust has 1 to 2,400 schools');
  if (options.pupils !== undefined && !(Number.isInteger(options.pupils) && options.pupils >= 7)) {
    throw new RangeError('A demo school has 7 pupils or more');
  }
  for (let index = 0; index < count; index++) yield makeSchool(planSchool(options, index), options.today);
}
