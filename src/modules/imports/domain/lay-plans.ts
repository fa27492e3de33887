import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import type { PlanInShort } from '../../plans/index.ts';
import {
  type NamedPupil,
  type PlanArea,
  type PlanRow,
  type PlanRowTarget,
  type PlanSectionName,
  planSections,
} from './plan-rows.ts';
import { namedInWords, type PlanPupil, rowsByNamed, whoIsMeant } from './plan-who.ts';

/** What a person said of a name in the file: whom it means, or that its rows are left out. */
export type WhoChosen = Readonly<Record<string, string>>;
export const leaveOut = 'leave';

export type LaidTarget = PlanRowTarget & { readonly area: PlanArea };

/** What the file would do to one pupil's plan. */
export type LaidPlan = {
  readonly pupilId: PupilId;
  readonly name: string;
  /** How the pupil was found: `UPN`, `name and class`, `hand`. */
  readonly by: string;
  readonly rowNumbers: readonly number[];
  /** `new`: a draft is begun. `joins`: an own draft takes what it lacks. `same`: all is there. `locked`: shared or issued. */
  readonly state: 'new' | 'joins' | 'same' | 'locked';
  readonly targets: readonly LaidTarget[];
  readonly sections: Readonly<Partial<Record<PlanSectionName, string>>>;
  readonly reviewOn: SchoolDate | null;
  /** What cannot be taken, with the row. */
  readonly problems: readonly string[];
};

/** A name in the file of which somebody has to say who is meant. */
export type AskedName = {
  readonly key: string;
  readonly words: string;
  readonly why: string;
  readonly rowNumbers: readonly number[];
  /** Those who come first to mind; any other may be chosen too. */
  readonly pupilIds: readonly PupilId[];
};

export type LaidPlans = {
  readonly plans: readonly LaidPlan[];
  readonly asked: readonly AskedName[];
  /** Names whose rows a person left out. */
  readonly left: readonly AskedName[];
};

type Laying = {
  readonly pupils: readonly PlanPupil[];
  readonly held: readonly PlanInShort[];
  readonly chosen: WhoChosen;
  /** For targets of which the file names no area. */
  readonly areaOfRest: PlanArea | null;
};

type Meant = { readonly pupil: PlanPupil; readonly by: string; readonly rows: readonly PlanRow[] };

/**
 * Lays a file of plans beside the pupils and the plans that are held. Nobody is guessed: a name that may mean several, or
 * nobody, is asked. What the draft says already is not taken again, and what it says otherwise stays (rule intake-2).
 */
export function layPlans(rows: readonly PlanRow[], laying: Laying): LaidPlans {
  const told = rowsByNamed(rows).map((one) => ({ ...one, ...tell(one.key, one.named, laying) }));
  const meant = new Map<PupilId, Meant>();
  for (const { rows: own, pupil, by } of told) {
    if (pupil === null) continue;
    const before = meant.get(pupil.pupilId);
    meant.set(pupil.pupilId, { pupil, by: before?.by ?? by, rows: [...(before?.rows ?? []), ...own] });
  }
  const names = told.filter((one) => one.pupil === null);
  return {
    plans: [...meant.values()].map((one) => layOne(one, laying)),
    asked: names.filter((one) => !one.isLeft).map(asName),
    left: names.filter((one) => one.isLeft).map(asName),
  };
}

/** Whom a name means: the pupil and how they were found, or null with why nobody can tell. */
type Told = {
  readonly pupil: PlanPupil | null;
  readonly by: string;
  readonly isLeft: boolean;
  readonly why: string;
  readonly pupilIds: readonly PupilId[];
};
const nobody: Told = { pupil: null, by: '', isLeft: false, why: '', pupilIds: [] };

function tell(key: string, named: NamedPupil | null, { pupils, chosen }: Laying): Told {
  const choice = chosen[key];
  if (choice === leaveOut) return { ...nobody, isLeft: true, why: 'Left out, as chosen' };
  const byHand = pupils.find((pupil) => pupil.pupilId === choice);
  if (byHand !== undefined) return { ...nobody, pupil: byHand, by: 'hand' };
  if (named === null) return { ...nobody, why: 'The file does not say whose rows these are' };
  const who = whoIsMeant(named, pupils);
  if (who.is === 'asked') return { ...nobody, why: who.why, pupilIds: who.pupilIds };
  return { ...nobody, pupil: pupils.find(isPupil(who.pupilId)) ?? null, by: who.by };
}

const asName = ({
  key,
  named,
  rows,
  why,
  pupilIds,
}: Told & { key: string; named: NamedPupil | null; rows: readonly PlanRow[] }): AskedName => ({
  key,
  words: named === null ? 'No name in these rows' : namedInWords(named),
  why,
  rowNumbers: rows.map((row) => row.number),
  pupilIds,
});

const isPupil = (pupilId: PupilId) => (pupil: PlanPupil) => pupil.pupilId === pupilId;
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

function layOne({ pupil, by, rows }: Meant, { held, areaOfRest }: Laying): LaidPlan {
  const plan = held.find((one) => one.pupilId === pupil.pupilId) ?? null;
  const problems = rows.flatMap((row) => row.problems.map((words) => `Row ${row.number}: ${words}`));
  const targets = newTargets(rows, plan, areaOfRest, problems);
  const sections = newSections(rows, plan, problems);
  const reviewOn = rows.findLast((row) => row.reviewOn !== null)?.reviewOn ?? null;
  const isSame = plan !== null && targets.length === 0 && Object.keys(sections).length === 0;
  const isLocked = plan !== null && plan.state !== 'draft';
  const whenHeld = isLocked ? 'locked' : 'joins';
  return {
    pupilId: pupil.pupilId,
    name: pupil.name,
    by,
    rowNumbers: rows.map((row) => row.number),
    state: isSame ? 'same' : plan === null ? 'new' : whenHeld,
    targets,
    sections,
    reviewOn,
    problems,
  };
}

function newTargets(
  rows: readonly PlanRow[],
  plan: PlanInShort | null,
  areaOfRest: PlanArea | null,
  problems: string[],
): readonly LaidTarget[] {
  const said = new Set(plan?.targets.map(plain) ?? []);
  const inFile = new Set<string>();
  return rows.flatMap(({ number, target }): LaidTarget[] => {
    if (target === null) return [];
    const words = plain(target.words);
    if (inFile.has(words)) problems.push(`Row ${number}: the same target again. It is taken once.`);
    if (said.has(words) || inFile.has(words)) return [];
    inFile.add(words);
    const area = target.area ?? areaOfRest;
    if (area === null) {
      problems.push(`Row ${number}: no area of need that is known. Choose one for such rows under Columns.`);
      return [];
    }
    return [{ ...target, area }];
  });
}

function newSections(
  rows: readonly PlanRow[],
  plan: PlanInShort | null,
  problems: string[],
): LaidPlan['sections'] {
  const found: Partial<Record<PlanSectionName, string>> = {};
  for (const name of planSections) {
    const texts = [...new Set(rows.flatMap((row) => row.sections[name] ?? []))];
    const words = texts.join('\n');
    if (words === '') continue;
    const kind = sectionKindOf[name];
    const held = plan?.sections.find((section) => section.kind === kind)?.words;
    if (words.length > 8000)
      problems.push(`${sectionNames[name]}: more than 8,000 characters in all. It is left out.`);
    else if (held === undefined) found[name] = words;
    else if (plain(held) !== plain(words))
      problems.push(`${sectionNames[name]}: the plan says something else already, which stays.`);
  }
  return found;
}

export const sectionKindOf = {
  strengths: 'strengths',
  pupilViews: 'pupil_views',
  parentViews: 'parent_views',
  hopes: 'hopes',
  barriers: 'barriers',
  help: 'help',
} as const satisfies Record<PlanSectionName, PlanInShort['sections'][number]['kind']>;

export const sectionNames: Readonly<Record<PlanSectionName, string>> = {
  strengths: 'Strengths',
  pupilViews: 'The pupil’s views',
  parentViews: 'The parents’ views',
  hopes: 'Long-term outcomes',
  barriers: 'Needs and what gets in the way',
  help: 'What helps every day',
};
