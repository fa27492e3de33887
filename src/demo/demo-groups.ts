import type { Chance } from './demo-chance.ts';
import { type Child, stageOf, yearGroupOf } from './demo-children.ts';
import { dateFrom, dayNumber } from './demo-days.ts';
import type { SchoolPlan } from './demo-plans.ts';
import type { DemoPupil } from './demo-pupil.ts';
import type { DemoAcademicYear, DemoGroup, DemoGroupStaff, DemoStaff } from './demo-trust.ts';
import type { YearOfDays } from './demo-years.ts';

type Given = { readonly children: readonly Child[]; readonly years: readonly YearOfDays[] };

const trees = ['Oak', 'Ash', 'Elm', 'Yew', 'Fir', 'Lime'] as const;
const letters = ['L', 'A', 'R', 'K', 'S', 'P', 'U', 'T', 'N', 'V', 'W', 'E'] as const;
const alternativeNames = ['Curlew', 'Heron', 'Lapwing', 'Swift', 'Merlin', 'Osprey'] as const;
const largestClass = 30;

const groupOf = (
  year: DemoAcademicYear,
  given: Pick<DemoGroup, 'name' | 'kind' | 'yearGroup' | 'subject'>,
): DemoGroup => ({
  key: `${year.name}/${given.kind}/${given.name}`,
  ...given,
  academicYear: year.name,
  from: year.from,
  until: year.until,
});

/** The nth class of a year group, from 0: `4 Oak`, `7L`; past the names that are held, a figure. */
function className(plan: SchoolPlan, yearGroup: string, index: number): string {
  if (plan.phase === 'secondary') return `${yearGroup}${letters[index] ?? `-${index + 1}`}`;
  // Neighbouring years begin with another tree, so that two forms make use of three names.
  const tree = trees[index < 3 ? (index + stageOf(yearGroup)) % 3 : index];
  return `${yearGroup} ${tree ?? `Class ${index + 1}`}`;
}

/** Which of a year's classes a child is in: the same letter from year to year. */
type Places = ReadonlyMap<number, number>;

function placesOf(
  chance: Chance,
  plan: SchoolPlan,
  children: readonly Child[],
): { places: Places; forms: ReadonlyMap<string, number> } {
  const places = new Map<number, number>();
  const forms = new Map<string, number>();
  for (const yearGroup of plan.yearGroups) {
    const inYear = chance.shuffled(children.filter((child) => child.yearGroup === yearGroup));
    const count = Math.max(1, Math.ceil(inYear.length / largestClass));
    forms.set(yearGroup, count);
    for (const [index, child] of inYear.entries()) places.set(child.number, index % count);
  }
  return { places, forms };
}

const subjects = ['English', 'Maths', 'Science'] as const;

export type Grouping = {
  readonly groups: readonly DemoGroup[];
  readonly memberships: ReadonlyMap<number, DemoPupil['groups']>;
};

type Building = {
  readonly groups: Map<string, DemoGroup>;
  readonly memberships: Map<number, DemoPupil['groups'][number][]>;
};

function join(building: Building, child: Child, group: DemoGroup): void {
  building.groups.set(group.key, building.groups.get(group.key) ?? group);
  const from = dateFrom(Math.max(child.entered, dayNumber(group.from)));
  const held = building.memberships.get(child.number) ?? [];
  held.push({ groupKey: group.key, from, until: group.until });
  building.memberships.set(child.number, held);
}

/** Alternative provision teaches small groups of mixed years. */
function alternativeClass(child: Child, year: DemoAcademicYear): DemoGroup {
  const name =
    alternativeNames[(child.number + (child.stage >= 10 ? 3 : 0)) % alternativeNames.length] ?? 'Heron';
  return groupOf(year, { name, kind: 'class', yearGroup: null, subject: null });
}

function classOf(
  plan: SchoolPlan,
  child: Child,
  given: { year: DemoAcademicYear; stage: number; place: number },
): DemoGroup {
  if (plan.phase === 'alternative') return alternativeClass(child, given.year);
  const yearGroup = yearGroupOf(given.stage);
  const name = className(plan, yearGroup, given.place);
  return groupOf(given.year, { name, kind: 'class', yearGroup, subject: null });
}

/** Sets by subject in a secondary school: as many as registration groups, drawn afresh. */
function joinSets(
  chance: Chance,
  building: Building,
  given: { child: Child; year: DemoAcademicYear; forms: number },
): void {
  const { child, year, forms } = given;
  for (const subject of child.stage >= 12 ? subjects.slice(0, 1) : subjects) {
    const name = `${child.yearGroup} ${subject} ${chance.whole(1, forms)}`;
    join(building, child, groupOf(year, { name, kind: 'teaching', yearGroup: child.yearGroup, subject }));
  }
}

/** Classes of last year and this year, sets of this year, and who is in each and since when. */
export function makeGroups(chance: Chance, plan: SchoolPlan, given: Given): Grouping {
  const { places, forms } = placesOf(chance, plan, given.children);
  const building: Building = { groups: new Map(), memberships: new Map() };
  const firstStage = stageOf(plan.yearGroups[0] ?? 'R');
  for (const child of given.children) {
    const place = places.get(child.number) ?? 0;
    for (const [index, { year }] of given.years.entries()) {
      const stage = child.stage - (given.years.length - 1 - index);
      const wasHere =
        child.entered <= dayNumber(year.until) && (stage >= firstStage || plan.phase === 'alternative');
      if (wasHere) join(building, child, classOf(plan, child, { year, stage, place }));
    }
    const year = given.years.at(-1)?.year;
    if (plan.phase === 'secondary' && year !== undefined) {
      joinSets(chance, building, { child, year, forms: forms.get(child.yearGroup) ?? 1 });
    }
  }
  return { groups: [...building.groups.values()], memberships: building.memberships };
}

/** A teacher for each group, by turns, and an assistant for each primary class of this year. */
export function makeGroupStaff(
  plan: SchoolPlan,
  groups: readonly DemoGroup[],
  staff: readonly DemoStaff[],
): readonly DemoGroupStaff[] {
  const teachers = staff.filter(({ post }) => post === 'teacher');
  const assistants = staff.filter(({ post }) => post === 'teaching_assistant' || post === 'hlta');
  return groups.flatMap((group, index) => {
    const teacher = teachers[index % teachers.length];
    const assistant = assistants[index % assistants.length];
    const held = { groupKey: group.key, from: group.from, until: group.until };
    const isTutor = plan.phase === 'secondary' && group.kind === 'class';
    return [
      ...(teacher === undefined
        ? []
        : [{ ...held, staffCode: teacher.code, job: isTutor ? ('tutor' as const) : ('teacher' as const) }]),
      ...(assistant === undefined || plan.phase === 'secondary'
        ? []
        : [{ ...held, staffCode: assistant.code, job: 'support' as const }]),
    ];
  });
}
