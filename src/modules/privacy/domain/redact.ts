import type { SchoolDate } from '../../../kernel/dates.ts';

/** Why something is not given, in the words of the law that allows it. */
export const grounds = [
  {
    value: 'third_party',
    label: 'It is about somebody else, who has not agreed',
    source: 'Data Protection Act 2018, Sch 2 para 16 (unverified)',
  },
  {
    value: 'serious_harm',
    label: 'Giving it would be likely to cause serious harm',
    source: 'Data Protection Act 2018, Sch 3 (unverified)',
  },
  {
    value: 'child_abuse',
    label: 'Child abuse data, and giving it is not in the child’s interest',
    source: 'Data Protection Act 2018, Sch 3 (unverified)',
  },
  {
    value: 'exam_script',
    label: 'What a candidate wrote in an examination',
    source: 'Data Protection Act 2018, Sch 2 para 25 (unverified)',
  },
  {
    value: 'legal',
    label: 'Advice of a lawyer',
    source: 'Data Protection Act 2018, Sch 2 para 19 (unverified)',
  },
  { value: 'other', label: 'Another exemption', source: 'Name it in the reason' },
] as const;
export type Ground = (typeof grounds)[number]['value'];

export const groundWords = (ground: Ground): string =>
  grounds.find(({ value }) => value === ground)?.label ?? ground;

/** One fact of an entry, ready to be read. */
export type Line = { readonly field: string; readonly label: string; readonly value: string };

/** One row of a table as it is given to whoever asks. */
export type Entry = {
  readonly item: string;
  readonly on: SchoolDate | null;
  readonly lines: readonly Line[];
};

/** All that one table holds of a pupil, in order of time. */
export type HeldPart = {
  readonly source: string;
  readonly title: string;
  readonly namesOthers: boolean;
  /** Why nothing of it stands in the copy; null where it does. */
  readonly notInCopy: string | null;
  readonly entries: readonly Entry[];
};

/** What a person marked to be left out: an entry, a fact of it, or words; `*` for source and item is everywhere. */
export type Redaction = {
  readonly source: string;
  readonly item: string;
  readonly field: string | null;
  readonly words: string | null;
  readonly ground: Ground;
};

export const everywhere = '*';

export type CopyPart = {
  readonly title: string;
  readonly entries: readonly {
    readonly on: SchoolDate | null;
    readonly lines: readonly (readonly [string, string])[];
  }[];
};

export type RedactedCopy = {
  readonly parts: readonly CopyPart[];
  readonly records: number;
  readonly leftOut: number;
  readonly blanked: number;
};

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Blanks every occurrence of the words, in whatever letters and spacing; how many there were. */
function blank(value: string, words: string): { readonly value: string; readonly times: number } {
  const pattern = new RegExp(escaped(words.trim()).replace(/\s+/g, '\\s+'), 'giu');
  let times = 0;
  const blanked = value.replace(pattern, () => {
    times += 1;
    return '[blanked]';
  });
  return { value: blanked, times };
}

function redactLine(line: Line, marks: readonly Redaction[]): { line: Line; blanked: number } {
  let value = line.value;
  let blanked = 0;
  for (const { field, words, ground } of marks) {
    if (field !== null && field !== line.field) continue;
    if (words === null) return { line: { ...line, value: `[left out: ${groundWords(ground)}]` }, blanked: 1 };
    const done = blank(value, words);
    value = done.value;
    blanked += done.times;
  }
  return { line: { ...line, value }, blanked };
}

function redactEntry(entry: Entry, marks: readonly Redaction[]) {
  const whole = marks.find(({ field, words }) => field === null && words === null);
  if (whole !== undefined) {
    const lines: readonly (readonly [string, string])[] = [['Left out', groundWords(whole.ground)]];
    return { entry: { on: null, lines }, leftOut: 1, blanked: 0 };
  }
  const done = entry.lines.map((line) => redactLine(line, marks));
  return {
    entry: { on: entry.on, lines: done.map(({ line }) => [line.label, line.value] as const) },
    leftOut: 0,
    blanked: done.reduce((sum, { blanked }) => sum + blanked, 0),
  };
}

/**
 * The copy as it is given: each part in order, what was marked left out or blanked, and counted (rule priv-7). What is
 * left out leaves its place and the reason, so that nobody is led to think that nothing stood there.
 */
export function redact(parts: readonly HeldPart[], marks: readonly Redaction[]): RedactedCopy {
  let records = 0;
  let leftOut = 0;
  let blanked = 0;
  const copied = parts
    .filter(({ notInCopy, entries }) => notInCopy === null && entries.length > 0)
    .map((part): CopyPart => {
      const entries = part.entries.map((entry) => {
        const done = redactEntry(
          entry,
          marks.filter(
            ({ source, item }) => source === everywhere || (source === part.source && item === entry.item),
          ),
        );
        records += 1;
        leftOut += done.leftOut;
        blanked += done.blanked;
        return done.entry;
      });
      return { title: part.title, entries };
    });
  return { parts: copied, records, leftOut, blanked };
}
