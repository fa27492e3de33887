import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PlanColumnName, PlanMapping, PlanTable } from './plan-columns.ts';
import { readSchoolDate, wordsForDate } from './school-dates.ts';
import { plainWords, splitName } from './values.ts';

/** Who a row speaks of, as the file says it. */
export type NamedPupil = {
  readonly upn: string | null;
  readonly surname: string | null;
  readonly forename: string | null;
  readonly bornOn: SchoolDate | null;
  readonly className: string | null;
};

export const planAreas = ['communication', 'cognition', 'semh', 'sensory_physical', 'independence'] as const;
export type PlanArea = (typeof planAreas)[number];

export const planSections = ['strengths', 'pupilViews', 'parentViews', 'hopes', 'barriers', 'help'] as const;
export type PlanSectionName = (typeof planSections)[number];

export type PlanRowTarget = {
  readonly words: string;
  /** Null where the file says none that is known. */
  readonly area: PlanArea | null;
  readonly baseline: string | null;
  readonly success: string | null;
  readonly byOn: SchoolDate | null;
  readonly strategies: readonly {
    readonly words: string;
    readonly who: string | null;
    readonly howOften: string | null;
  }[];
};

/** A row of a file of plans as it is understood. */
export type PlanRow = {
  /** As the sheet counts it. */
  readonly number: number;
  /** Null where the row says nobody: it goes on with the pupil above. */
  readonly named: NamedPupil | null;
  readonly target: PlanRowTarget | null;
  readonly sections: Readonly<Partial<Record<PlanSectionName, string>>>;
  readonly reviewOn: SchoolDate | null;
  /** What cannot be taken, in sentences. `isLeftOut` when that is the whole row. */
  readonly problems: readonly string[];
  readonly isLeftOut: boolean;
};

/** Each area by its own name, and then by what is usually said of it. */
const ownNames: readonly (readonly [PlanArea, RegExp])[] = [
  ['communication', /^(communication and interaction|c ?(and|n)? ?i)$/],
  ['cognition', /^(cognition and learning|c ?(and|n)? ?l)$/],
  ['semh', /^(social emotional and mental health.*|semh)$/],
  [
    'sensory_physical',
    /^(sensory and or physical.*|sensory and physical.*|physical and sensory.*|s ?(and|n)? ?p)$/,
  ],
  ['independence', /^(independence.*|preparation for adulthood|preparing for adulthood|self help.*)$/],
];
const usualWords: readonly (readonly [PlanArea, RegExp])[] = [
  ['communication', /communicat|interaction|speech|language|\bslcn\b|\basd\b|\basc\b|autis|social skills/],
  ['semh', /\bsemh\b|emotion|mental health|behaviour|wellbeing|regulation/],
  ['sensory_physical', /sensory|physical|\bhi\b|\bvi\b|hearing|vision|motor/],
  ['independence', /independen|self care|life skills|adulthood|organisation/],
  [
    'cognition',
    /cognit|literacy|reading|writing|spelling|phonics|maths|numeracy|english|\bmld\b|\bspld\b|memory/,
  ],
];

/** The broad area that a cell names; null for one that says none, or several at once. */
export function readArea(text: string): PlanArea | null {
  const words = plainWords(text);
  const own = ownNames.find(([, pattern]) => pattern.test(words));
  if (own !== undefined) return own[0];
  const [first, ...more] = usualWords.filter(([, pattern]) => pattern.test(words));
  return first === undefined || more.length > 0 ? null : first[0];
}

const longest = { words: 1000, section: 8000, who: 200 } as const;
const mostStrategies = 3;
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);
const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

type Cells = (name: PlanColumnName) => string;

/** The rows of a table by what its columns were said to hold. Blank rows fall away. */
export const readPlanRows = (table: PlanTable, mapping: PlanMapping, today: SchoolDate): readonly PlanRow[] =>
  table.rows.flatMap(({ number, cells }) => {
    const of: Cells = (name) =>
      tidy(
        mapping
          .flatMap((column, at) => (column === name ? [cells[at] ?? ''] : []))
          .filter((cell) => cell.trim() !== '')
          .join('\n'),
      );
    const row = readRow(number, of, today);
    const isEmpty =
      row.target === null && Object.keys(row.sections).length === 0 && row.problems.length === 0;
    return isEmpty && row.named === null ? [] : [row];
  });

function readRow(number: number, of: Cells, today: SchoolDate): PlanRow {
  const problems: string[] = [];
  const day = (name: 'byOn' | 'reviewOn' | 'bornOn'): SchoolDate | null => {
    const text = of(name);
    if (text === '') return null;
    const read = readSchoolDate(text, { today, isBirth: name === 'bornOn' });
    if (read.ok) return read.value;
    const { message, todo } = wordsForDate[read.refusal];
    problems.push(`“${text.slice(0, 40)}”: ${message} ${todo}`);
    return null;
  };
  const named = readNamed(of, day);
  const { target, isTooLong } = readTarget(of, day, problems);
  const sections = readSections(of, problems);
  return { number, named, target, sections, reviewOn: day('reviewOn'), problems, isLeftOut: isTooLong };
}

function readNamed(of: Cells, day: (name: 'bornOn') => SchoolDate | null): NamedPupil | null {
  const upn = of('upn').toUpperCase().replace(/\s/g, '');
  const whole = splitName(of('name'));
  const surname = of('surname') || (whole?.surname ?? '');
  const forename = of('forename') || (whole?.forename ?? of('name'));
  const className = of('className');
  const bornOn = day('bornOn');
  if ([upn, surname, forename].every((text) => text === '')) return null;
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    upn: orNull(upn),
    surname: orNull(surname),
    forename: orNull(forename),
    bornOn,
    className: orNull(className),
  };
}

function readTarget(
  of: Cells,
  day: (name: 'byOn') => SchoolDate | null,
  problems: string[],
): { target: PlanRowTarget | null; isTooLong: boolean } {
  const words = of('target');
  if (words === '') return { target: null, isTooLong: false };
  if (!hasWords(words)) {
    problems.push('The target has no words.');
    return { target: null, isTooLong: false };
  }
  const [baseline, success] = [of('baseline'), of('success')];
  const long = (
    [
      ['target', words],
      ['baseline', baseline],
      ['success', success],
      ['strategies', of('strategies')],
    ] as const
  ).filter(([, text]) => text.length > longest.words);
  for (const [name, text] of long)
    problems.push(
      `The ${name} ${name === 'strategies' ? 'have' : 'has'} ${text.length.toLocaleString('en-GB')} characters, and 1,000 is the most. Shorten it and bring it again.`,
    );
  if (long.length > 0) return { target: null, isTooLong: true };
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    target: {
      words,
      area: readArea(of('area')),
      baseline: orNull(baseline),
      success: orNull(success),
      byOn: day('byOn'),
      strategies: readStrategies(of),
    },
    isTooLong: false,
  };
}

/** Three at most, as a target takes: the rest of a long list stands in the third. */
function readStrategies(of: Cells): PlanRowTarget['strategies'] {
  const lines = of('strategies')
    .split(/\n|;/)
    .map((line) => line.replace(/^\s*(?:[-–•*·]|\d+[.)])\s*/u, '').trim())
    .filter((line) => hasWords(line));
  const short = (text: string) => (text === '' ? null : text.replace(/\n/g, ', ').slice(0, longest.who));
  const [who, howOften] = [short(of('who')), short(of('howOften'))];
  const few =
    lines.length <= mostStrategies
      ? lines
      : [...lines.slice(0, mostStrategies - 1), lines.slice(mostStrategies - 1).join('; ')];
  return few.map((words) => ({ words, who, howOften }));
}

function readSections(of: Cells, problems: string[]): PlanRow['sections'] {
  const found: Partial<Record<PlanSectionName, string>> = {};
  for (const name of planSections) {
    const words = of(name);
    if (words === '') continue;
    if (words.length > longest.section)
      problems.push(`A part has ${words.length.toLocaleString('en-GB')} characters, and 8,000 is the most.`);
    else found[name] = words;
  }
  return found;
}
