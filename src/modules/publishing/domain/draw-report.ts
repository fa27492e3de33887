import { longDate, middleDate } from '#src/kernel/dates.ts';
import {
  type Beside,
  type CountKind,
  countWords,
  type ReportCount,
  type ReportFacts,
  type Told,
} from './report-facts.ts';
import { hiddenWord, type ReportTable, shown } from './report-tables.ts';
import type { SuggestedText } from './suggestions.ts';

/** The rule of small numbers, handed in by whoever draws: the register's own (rule fig-1). */
export type HideSmall = (counts: readonly number[]) => {
  readonly cells: readonly (number | null)[];
  readonly isTotalHidden: boolean;
};

const smallNote =
  'Numbers below 5 are hidden, and others with them, so that none can be found by subtraction.';
const pounds = (pence: number): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(pence / 100);

const cellWords = ({ count, percent, england }: Told): string =>
  [
    shown(count),
    ...(percent === null ? [] : [`${percent.toFixed(1)} %`]),
    ...(england === null ? [] : [`England ${england.toFixed(1)} %`]),
  ].join(' · ');

const besideTable = (
  title: string,
  columns: readonly string[],
  rows: readonly Beside[],
  note: string,
): ReportTable[] =>
  rows.length === 0
    ? []
    : [
        {
          part: 'numbers',
          title,
          columns: [...columns],
          rows: rows.map(({ label, cells }) => [label, ...cells.map(cellWords)]),
          note,
        },
      ];

function numberTables({ status, need, fsm, englandAsOf }: ReportFacts): readonly ReportTable[] {
  const england = englandAsOf === null ? '' : ` England: ${englandAsOf}.`;
  const note = `${smallNote}${england}`;
  const both = ['SEN support', 'EHC plan'];
  return [
    ...besideTable('Pupils by status', ['Status', 'Pupils and share of the roll'], status, note),
    ...besideTable('Pupils by primary need', ['Need', ...both], need, note),
    ...besideTable('Pupils by free school meals', ['Free school meals', ...both], fsm, note),
  ];
}

const changeTable = ({ years }: ReportFacts): ReportTable => ({
  part: 'change',
  title: 'The same day over the years',
  columns: ['On', 'SEN support', 'EHC plan'],
  rows: years.map(({ on, onSupport, withPlan }) => [middleDate(on), shown(onSupport), shown(withPlan)]),
  note: `As the records of those days stand now. ${smallNote}`,
});

const impactTables = ({ impact }: ReportFacts): readonly ReportTable[] =>
  impact.length === 0
    ? []
    : [
        {
          part: 'effect',
          title: 'What provision brought',
          columns: ['Provision', 'Measure', 'Year', 'Pupils', 'Mean gain (95 %)', 'Verdict'],
          rows: impact.map((one) => [one.kind, one.measure, one.year, one.pupils, one.change, one.verdict]),
          note: 'Of fewer than 5 pupils with both scores nothing is told. No figure proves what caused a change.',
        },
      ];

function moneyTables({ waves, spentPence, since }: ReportFacts): readonly ReportTable[] {
  if (waves.length === 0) return [];
  const words = (pence: number | null) => (pence === null ? hiddenWord : pounds(pence));
  return [
    {
      part: 'money',
      title: `Cost of provision since ${longDate(since)}`,
      columns: ['Wave', 'Spent to date'],
      rows: [...waves.map(({ name, pence }) => [name, words(pence)]), ['All', words(spentPence)]],
      note: 'Adults’ time at the rate of the day, materials and what was bought in. The cost of a wave with fewer than 5 pupils is hidden.',
    },
  ];
}

/** Complaints and thanks are of families: a theme that few spoke of is told without its number. */
function feedbackTables(counts: readonly ReportCount[], hide: HideSmall): readonly ReportTable[] {
  const rowsOf = (kind: CountKind): string[][] => {
    const own = counts.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const { cells, isTotalHidden } = hide(own.map(({ counted }) => counted));
    const total = own.reduce((sum, { counted }) => sum + counted, 0);
    return [
      ...own.map(({ theme }, at) => [theme, countWords[kind], shown(cells[at] ?? null)]),
      ['All', countWords[kind], isTotalHidden ? hiddenWord : String(total)],
    ];
  };
  const rows = [...rowsOf('complaint'), ...rowsOf('compliment')];
  return rows.length === 0
    ? []
    : [
        {
          part: 'feedback',
          title: 'Complaints and compliments by theme',
          columns: ['Theme', 'What', 'How many'],
          rows,
          note: smallNote,
        },
      ];
}

function trainingTables(counts: readonly ReportCount[]): readonly ReportTable[] {
  const own = counts.filter(({ kind }) => kind === 'training');
  if (own.length === 0) return [];
  const rows = own.map(({ theme, counted }) => [theme, String(counted)]);
  return [{ part: 'training', title: 'Training', columns: ['Topic', 'Staff trained'], rows, note: null }];
}

const taskTable = ({ tasks, since }: ReportFacts): ReportTable => ({
  part: 'actions',
  title: 'Tasks',
  columns: ['Tasks', 'Number'],
  rows: [
    [`Done since ${longDate(since)}`, String(tasks.done)],
    ['Open', String(tasks.open)],
    ['Of these past their day', String(tasks.late)],
  ],
  note: 'All tasks around SEND, counted without what they are about.',
});

/** The tables of a governors' report, part by part (rule pub-8): figures with the small ones hidden, and no pupil. */
export const drawReport = (facts: ReportFacts, hide: HideSmall): readonly ReportTable[] => [
  ...numberTables(facts),
  changeTable(facts),
  ...impactTables(facts),
  ...moneyTables(facts),
  ...trainingTables(facts.counts),
  ...feedbackTables(facts.counts, hide),
  taskTable(facts),
];

const moved = (what: string, now: number | null, then: number | null): readonly string[] =>
  now === null || then === null ? [] : [`${what}: ${then} a year ago, ${now} now.`];

/** What the records suggest to say in a part of the report (rule pub-8). */
export function reportSuggestions(facts: ReportFacts, part: string): readonly SuggestedText[] {
  const [now, then] = facts.years;
  const told = (from: string, words: readonly string[]) =>
    words.length === 0 ? [] : [{ from, words: words.join(' ') }];
  switch (part) {
    case 'numbers':
      return told(
        'Figures of the register',
        facts.status.flatMap(({ label, cells: [cell] }) =>
          cell?.percent == null
            ? []
            : [
                `${label}: ${cell.percent.toFixed(1)} % of our pupils${cell.england === null ? '' : `, ${cell.england.toFixed(1)} % in schools like ours`}.`,
              ],
        ),
      );
    case 'change':
      return told('Statuses of the register', [
        ...moved('SEN support', now?.onSupport ?? null, then?.onSupport ?? null),
        ...moved('EHC plans', now?.withPlan ?? null, then?.withPlan ?? null),
      ]);
    case 'effect': {
      const verdicts = [...Map.groupBy(facts.impact, ({ verdict }) => verdict)];
      return told(
        'Impact of provision',
        verdicts.map(([verdict, some]) => `${verdict}: ${some.map(({ kind }) => kind).join(', ')}.`),
      );
    }
    case 'money':
      return told(
        'Costs of provision',
        facts.spentPence === null
          ? []
          : [`Provision has cost ${pounds(facts.spentPence)} since ${longDate(facts.since)}.`],
      );
    case 'actions':
      return told('Tasks', [
        `${facts.tasks.done} tasks were done since ${longDate(facts.since)}, ${facts.tasks.open} are open, ${facts.tasks.late} of them past their day.`,
      ]);
    default:
      return [];
  }
}
