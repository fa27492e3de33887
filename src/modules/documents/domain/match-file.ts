import { type SchoolDate, SchoolDate as SchoolDateSchema } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';

/** What is held of a pupil to find them in a file: every name of theirs that the reader may see. */
export type PupilToMatch = {
  readonly pupilId: PupilId;
  readonly forenames: readonly string[];
  readonly surnames: readonly string[];
  readonly upns: readonly string[];
  readonly bornOn: SchoolDate;
};

export type Sureness = 'sure' | 'likely' | 'possible';
export type FileProposal = {
  readonly pupilId: PupilId;
  readonly sureness: Sureness;
  /** Reasons in words: "the UPN stands in the text". */
  readonly why: readonly string[];
};

/** So much of a text is looked at: whom a report is about stands at its head. */
const readCharacters = 20_000;
const most = 5;
/** A text that names more pupils than this is a list, and its names speak for none of them. */
const fewNamed = 3;

/** Without marks, case and punctuation, words parted by one space: `O’Brien-Åse, Zoë` → ` obrien ase zoe `. */
const plain = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** A file's name in words: `OkaforAmara_2018.pdf` parts where a small letter meets a capital. */
const nameWords = (fileName: string): string =>
  plain(fileName.replace(/\.[A-Za-z0-9]{1,8}$/, '').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Every day that a text names, day first as in England: `3/5/18`, `03.05.2018`, `3rd May 2018`, `2018-05-03`. */
export function daysIn(text: string): ReadonlySet<SchoolDate> {
  const found = new Set<SchoolDate>();
  const add = (year: string, month: number, day: string) => {
    const whole = year.length === 2 ? `20${year}` : year;
    const date = SchoolDateSchema.safeParse(
      `${whole}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`,
    );
    if (date.success) found.add(date.data);
  };
  for (const [, day = '', month = '', year = ''] of text.matchAll(
    /\b(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})\b/g,
  ))
    add(year, Number(month), day);
  for (const [, year = '', month = '', day = ''] of text.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g))
    add(year, Number(month), day);
  for (const [, day = '', month = '', year = ''] of text.matchAll(
    /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/g,
  )) {
    const at = months.findIndex((one) => one.startsWith(month.toLowerCase().slice(0, 4)));
    if (at >= 0) add(year, at + 1, day);
  }
  return found;
}

const upnsIn = (text: string): ReadonlySet<string> =>
  new Set(text.toUpperCase().match(/(?<![A-Z0-9])[A-HJ-NPQRT-Z]\d{11}[0-9A-Z](?![A-Z0-9])/g) ?? []);

type Looked = {
  readonly fileName: string;
  readonly text: string;
  readonly upns: { readonly name: ReadonlySet<string>; readonly text: ReadonlySet<string> };
  readonly days: ReadonlySet<SchoolDate>;
};

type Seen = { readonly upn: string | null; readonly named: string | null; readonly born: string | null };

/** Both names side by side, in either order. */
const holdsName = (text: string, { forenames, surnames }: PupilToMatch): boolean =>
  surnames.some((surname) => {
    const last = plain(surname).trim();
    if (last === '' || !text.includes(` ${last} `)) return false;
    return forenames.some((forename) => {
      const first = plain(forename).trim();
      return first !== '' && (text.includes(` ${first} ${last} `) || text.includes(` ${last} ${first} `));
    });
  });

function look(pupil: PupilToMatch, { fileName, text, upns, days }: Looked): Seen {
  const upn = pupil.upns.some((one) => upns.name.has(one))
    ? 'the UPN stands in the file’s name'
    : pupil.upns.some((one) => upns.text.has(one))
      ? 'the UPN stands in the text'
      : null;
  const named = holdsName(fileName, pupil)
    ? 'both names stand in the file’s name'
    : holdsName(text, pupil)
      ? 'both names stand in the text'
      : null;
  const born = days.has(pupil.bornOn) ? 'the date of birth stands in it' : null;
  return { upn, named, born };
}

const surenessOf = ({ upn, named, born }: Seen): Sureness | null => {
  if (upn !== null || (named !== null && born !== null)) return 'sure';
  return named === null ? null : 'likely';
};

const rank: Readonly<Record<Sureness, number>> = { sure: 0, likely: 1, possible: 2 };

/**
 * Whose a file may be, the surest first, five at most (rule doc-2). Sure: the UPN, or both names and the date of birth.
 * Likely: both names. When two pupils are equally sure, or a text names more than three, neither is more than possible.
 * A date of birth alone, or one name alone, proposes nobody. Nothing is filed by it: a person confirms.
 */
export function matchFile(
  file: { readonly fileName: string; readonly words: string },
  pupils: readonly PupilToMatch[],
): readonly FileProposal[] {
  const words = file.words.slice(0, readCharacters);
  const looked: Looked = {
    fileName: nameWords(file.fileName),
    text: plain(words),
    upns: { name: upnsIn(file.fileName), text: upnsIn(words) },
    days: daysIn(`${file.fileName} ${words}`),
  };
  const found = pupils.flatMap((pupil) => {
    const seen = look(pupil, looked);
    const sureness = surenessOf(seen);
    const why = [seen.upn, seen.named, seen.born].filter((one) => one !== null);
    return sureness === null ? [] : [{ pupilId: pupil.pupilId, sureness, why }];
  });
  return lessSure(found)
    .toSorted((one, other) => rank[one.sureness] - rank[other.sureness])
    .slice(0, most);
}

function lessSure(found: readonly FileProposal[]): readonly FileProposal[] {
  const isList = found.length > fewNamed;
  const alike = (sureness: Sureness) => found.filter((one) => one.sureness === sureness).length > 1;
  return found.map((one) => {
    if (isList) return { ...one, sureness: 'possible', why: [...one.why, `it names ${found.length} pupils`] };
    return alike(one.sureness)
      ? { ...one, sureness: 'possible', why: [...one.why, 'another pupil fits as well'] }
      : one;
  });
}

export const surenessWords: Readonly<Record<Sureness, string>> = {
  sure: 'Sure',
  likely: 'Likely',
  possible: 'Possible',
};
