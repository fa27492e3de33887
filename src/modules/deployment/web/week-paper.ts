import { dayWords, middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { PdfBlock, PdfDocument } from '#src/paper/pdf.ts';
import { clockOf } from '../domain/clock-times.ts';
import { weekdays } from '../domain/demand-facts.ts';
import type { FullWeek } from '../domain/full-week.ts';
import type { Demand } from '../domain/week.ts';
import { startsIn } from './adult-week-table.view.tsx';
import type { dayLines } from './day-words.ts';
import { dayNames, forWhom, type Shown, whenOf } from './team-words.ts';

export type Paper = {
  readonly title: string;
  readonly week: FullWeek;
  readonly shown: readonly Shown[];
  readonly madeBy: string;
  readonly today: SchoolDate;
  /** Today by time, where it is another than was planned; null or absent where it is as planned. */
  readonly changed?: ReturnType<typeof dayLines> | null;
  readonly demandsToday?: readonly Demand[];
};

/** Today as it was changed, with for whom each new thing is done. */
const changedBlocks = ({ changed, today }: Paper): readonly PdfBlock[] =>
  changed === null || changed === undefined
    ? []
    : [
        { kind: 'heading', level: 2, words: `${dayWords(today)}: changed` },
        {
          kind: 'list',
          items: changed.map(({ when, what, insteadOf, insteadAt, who, where }) =>
            [
              when.replace(' to ', '–'),
              what,
              insteadOf === null ? null : `for ${insteadOf}, today only`,
              insteadAt === null ? null : `not at ${insteadAt}, today only`,
              who,
              where,
            ]
              .filter(Boolean)
              .join(' · '),
          ),
        },
      ];

/** A week on one sheet: times down, days across. `words` says what stands in a cell. */
export function weekSheet(
  { title, week, shown, madeBy, today }: Paper,
  words: (one: Shown) => string,
): PdfDocument {
  const cell = (day: number, from: number) =>
    shown
      .filter(({ slots }) => slots.some((slot) => slot.day === day && slot.from === from))
      .map(words)
      .join('; ');
  return {
    title: `${title}, ${today}`,
    footer: `${title} · ${madeBy} · Confidential`,
    landscape: true,
    size: 9,
    blocks: [
      { kind: 'heading', level: 1, words: title },
      { kind: 'note', words: `As it holds on ${middleDate(week.on)}` },
      {
        kind: 'table',
        columns: ['Time', ...weekdays.map((day) => dayNames[day])],
        widths: [1.2, 4, 4, 4, 4, 4],
        sides: ['left', 'left', 'left', 'left', 'left', 'left'],
        rows: startsIn(week.slots).map((from) => [clockOf(from), ...weekdays.map((day) => cell(day, from))]),
      },
    ],
  };
}

/** A week as a card for the pocket: each day a list of times. */
export function weekCard(paper: Paper): PdfDocument {
  const { title, week, shown, today } = paper;
  const days = weekdays.flatMap((day): readonly PdfBlock[] => {
    const items = shown
      .filter(({ slots: [first] }) => first?.day === day)
      .map((one) => {
        const when = whenOf(one).replace(/^\S+ /, '').replace(' to ', '–');
        return [when, one.demand.title, forWhom(week, one.demand), one.demand.room]
          .filter(Boolean)
          .join(' · ');
      });
    return items.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, words: dayNames[day] },
          { kind: 'list', items },
        ];
  });
  return {
    title: `${title}, ${today}`,
    footer: `From ${middleDate(week.on)} · Confidential`,
    paper: 'a6',
    size: 7,
    blocks: [
      { kind: 'heading', level: 1, words: title },
      ...changedBlocks(paper),
      ...(days.length === 0 ? [{ kind: 'text' as const, words: 'Nothing is placed yet.' }] : days),
    ],
  };
}

export const fileOf = (what: string, today: SchoolDate): string => `${what}-${today}.pdf`;
