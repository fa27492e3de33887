import type { RawRow } from './raw-row.ts';
import { plainWords } from './values.ts';

type PlanColumn = {
  /** What people choose from. */
  readonly label: string;
  /** Headings in plain words under which it is met, with bars between them. */
  readonly headings: string;
  /** A longer heading that says it too: `How will we know? (success criteria)`. */
  readonly also?: RegExp;
};

/** What a column of a file of plans may hold, in the order in which a heading is tried. */
export const planColumns = {
  upn: { label: 'UPN', headings: 'upn|unique pupil number|pupil upn|student upn' },
  name: {
    label: 'Name of the pupil',
    headings:
      'name|pupil|student|child|pupil name|student name|child name|childs name|pupils name|full name|name of pupil|name of child|name of student|learner|learner name',
    also: /^(pupil|student|child|learner)s? .*name/,
  },
  surname: {
    label: 'Surname',
    headings: 'surname|last name|family name|pupil surname|legal surname|student surname|preferred surname',
  },
  forename: {
    label: 'Forename',
    headings:
      'forename|first name|given name|pupil forename|legal forename|student forename|preferred forename|known as|chosen name',
  },
  bornOn: { label: 'Date of birth', headings: 'date of birth|dob|d o b|birth date|born|born on|birthday' },
  className: {
    label: 'Class',
    headings:
      'class|form|class name|reg|registration|registration group|reg group|tutor group|year class|group|year and class',
  },
  area: {
    label: 'Area of need',
    headings:
      'area|area of need|need|broad area|broad area of need|category|type of need|primary need|need area|area of development',
    also: /\barea of (need|learning|development)\b/,
  },
  success: {
    label: 'What success looks like',
    headings:
      'success|success criteria|success criterion|success looks like|what success looks like|measure|measured by|how measured|how we will know|how will we know|criteria|achieved when|outcome measure|measurable outcome|target criteria',
    also: /\bsuccess\b|\bhow (will|do) (we|you|i) know\b|\bmeasure(d|s)?\b/,
  },
  baseline: {
    label: 'Where the pupil stands now',
    headings:
      'baseline|starting point|now|current level|current position|current|where now|entry|entry data|current attainment|present level|can do now|baseline assessment|start',
    also: /\bbaseline\b|\bstarting point\b|\bcurrent(ly)?\b/,
  },
  byOn: {
    label: 'By when',
    headings:
      'by|by when|target date|due|due date|date due|deadline|achieve by|to be achieved by|end date|when|timescale|completion date',
    also: /\b(achieved?|complete|reached) by\b|\bby when\b/,
  },
  reviewOn: {
    label: 'Review on',
    headings:
      'review|review date|date of review|next review|next review date|plan review date|review on|review due',
    also: /\breview (date|due|on)\b|\bdate of .*review\b/,
  },
  howOften: {
    label: 'How often',
    headings:
      'how often|frequency|when and how often|how often and when|time|duration|dose|how long|sessions|frequency and duration|when how often',
    also: /\bhow often\b|\bfrequency\b/,
  },
  who: {
    label: 'Who does it',
    headings:
      'who|by whom|whom|adult|staff|led by|delivered by|responsible|person responsible|responsibility|who will help|staff responsible|who by|with whom',
    also: /\bby whom\b|\bresponsib|\bdelivered by\b|^who\b/,
  },
  strengths: {
    label: 'Strengths',
    headings:
      'strengths|strength|strengths and interests|good at|what i am good at|i am good at|what people like about me|likes and strengths|interests',
    also: /\bstrengths?\b|\bgood at\b|\blike and admire\b/,
  },
  pupilViews: {
    label: 'The pupil’s views',
    headings:
      'pupil views|pupil view|pupils views|pupil voice|child views|childs views|student voice|student views|views of the pupil|views of the child|my views|pupil comment|what is important to me|child voice',
    also: /\b(pupil|child|student|learner|young person)s? .*(view|voice|comment)s?\b|\b(view|voice|comment)s? of (the )?(pupil|child|student)/,
  },
  parentViews: {
    label: 'The parents’ views',
    headings:
      'parent views|parents views|parent view|parental views|parent voice|views of the parents|family views|parent carer views|parent comment|parents comments|home views|views of parents',
    also: /\b(parent|carer|famil|home).*(view|voice|comment)s?\b|\b(view|voice|comment)s? of (the )?(parent|carer|famil)/,
  },
  hopes: {
    label: 'Long-term outcomes',
    headings:
      'hopes|outcome|outcomes|long term outcome|long term outcomes|long term goal|long term goals|aspirations|hopes and dreams|ehcp outcome|outcome long term|long term target|long term targets|aims|end of key stage outcome',
    also: /\blong term\b|\baspiration|\bhopes\b|\behcp? outcome/,
  },
  barriers: {
    label: 'Needs and what gets in the way',
    headings:
      'barriers|barrier|barriers to learning|needs|difficulties|areas of difficulty|what is hard|concerns|i find hard|description of need|what makes it hard|needs and barriers',
    also: /\bbarriers?\b|\bdifficult|\bhard for me\b/,
  },
  strategies: {
    label: 'Strategies',
    headings:
      'strategies|strategy|provision|support|intervention|interventions|actions|action|what we will do|what will help|how|how to help|teaching strategies|strategies and resources|resources|provision and strategies|what adults do|strategies and provision|support in place|how we will help',
    also: /\bstrateg|\bprovision\b|\bintervention|\bsupport\b/,
  },
  help: {
    label: 'What helps every day',
    headings:
      'help|what helps|what helps me|quality first teaching|qft|everyday help|helps|adjustments|reasonable adjustments|in class support|classroom adjustments|universal|how best to support me|high quality teaching',
    also: /\bwhat helps\b|\bquality first\b|\badjustments?\b/,
  },
  target: {
    label: 'Target',
    headings:
      'target|targets|smart target|smart targets|short term target|short term targets|short term outcome|short term outcomes|objective|objectives|goal|goals|step|next step|next steps|learning target|my target|my targets|what we want to achieve|termly target|smart outcome|iep target|target description',
    also: /\btargets?\b|\bobjectives?\b|\bgoals?\b|\bshort term\b|\bsmart\b/,
  },
} as const satisfies Record<string, PlanColumn>;

export type PlanColumnName = keyof typeof planColumns;
const isName = (text: string): text is PlanColumnName => Object.hasOwn(planColumns, text);
export const planColumnNames: readonly PlanColumnName[] = Object.keys(planColumns).filter(isName);
export const planColumnOf = (text: unknown): PlanColumnName | null =>
  typeof text === 'string' && isName(text) ? text : null;

/** What each column of a table holds, in their order; null for one that is left out. */
export type PlanMapping = readonly (PlanColumnName | null)[];

/** Columns that may stand several times: their words are joined. */
const mayRepeat: readonly PlanColumnName[] = [
  'strategies',
  'strengths',
  'pupilViews',
  'parentViews',
  'hopes',
  'barriers',
  'help',
];

export function readPlanHeading(heading: string): PlanColumnName | null {
  const words = plainWords(heading.slice(0, 200)).replace(/ \d{1,2}$/, '');
  if (words === '') return null;
  const exact = planColumnNames.find((name) => planColumns[name].headings.split('|').includes(words));
  if (exact !== undefined) return exact;
  const loose = planColumnNames.find((name) => {
    const column: PlanColumn = planColumns[name];
    return column.also?.test(words) === true;
  });
  return loose ?? null;
}

/** What the headings say. Of two that say the same the first counts, save for words that can be joined. */
export function guessPlanColumns(headings: readonly string[]): PlanMapping {
  const taken = new Set<PlanColumnName>();
  return headings.map((heading) => {
    const name = readPlanHeading(heading);
    if (name === null || (taken.has(name) && !mayRepeat.includes(name))) return null;
    taken.add(name);
    return name;
  });
}

/** The first column that is chosen twice and cannot be; null where none is. */
export const planColumnTwice = (mapping: PlanMapping): PlanColumnName | null =>
  mapping.find((name, at) => name !== null && !mayRepeat.includes(name) && mapping.indexOf(name) < at) ??
  null;

/** A table with its headings told from its rows. */
export type PlanTable = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly RawRow[];
};

const lookedThrough = 30;
const countKnown = (cells: readonly string[]): number =>
  cells.filter((cell) => readPlanHeading(cell) !== null).length;

/**
 * The headings and rows of a table as it was read. A table whose first column holds the headings, as in a form with one
 * pupil, is turned. Without a row that can be the headings its columns are numbered.
 */
export function findPlanTable(name: string, rows: readonly RawRow[]): PlanTable {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const first = filled.slice(0, lookedThrough);
  const counts = first.map(({ cells }) => countKnown(cells));
  const best = Math.max(0, ...counts);
  const down = countKnown(filled.slice(0, lookedThrough).map(({ cells }) => cells[0] ?? ''));
  const width = Math.max(0, ...filled.map(({ cells }) => cells.length));
  if (width === 2 && down >= 2 && down > best) {
    return {
      name,
      headings: filled.map(({ cells }) => cells[0] ?? ''),
      rows: [{ number: filled[0]?.number ?? 1, cells: filled.map(({ cells }) => cells[1] ?? '') }],
    };
  }
  const at = best >= 2 || (best === 1 && width <= 2) ? counts.indexOf(best) : -1;
  const headings = Array.from({ length: width }, (_, column) => {
    const cell = at < 0 ? '' : (filled[at]?.cells[column] ?? '').trim();
    return cell === '' ? `Column ${column + 1}` : cell.slice(0, 200);
  });
  return { name, headings, rows: filled.slice(at + 1) };
}
