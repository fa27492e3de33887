/** What one cell says, or why it cannot be taken and what to do. */
export type ValueRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly todo: string };

const took = <T>(value: T): ValueRead<T> => ({ ok: true, value });
const left = (message: string, todo: string): ValueRead<never> => ({ ok: false, message, todo });

/** Signs for "nothing here". Words are not among them: None and Null are surnames. */
const BLANK_SIGNS = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  'n/a',
  '#n/a',
  '#ref!',
  '#value!',
  '#name?',
]);
const BLANK_WORDS = new Set(['none', 'null', 'nil', '(none)', '(blank)', 'not applicable', 'not set']);

/** Lower case, without accents, punctuation as spaces: `Education, Health & Care Plan` → `education health and care plan`. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

/** Is a name, number or note left blank? */
export const isBlankName = (text: string): boolean => BLANK_SIGNS.has(text.trim().toLowerCase());
/** Is any other cell left blank? Words such as `None` count. */
export const isBlank = (text: string): boolean =>
  isBlankName(text) || BLANK_WORDS.has(text.trim().toLowerCase());

const YES = new Set(['y', 'yes', 'true', 't', '1', '1.0', '✓', '✔', '☑', 'eligible', 'yes eligible']);
const NO = new Set(['n', 'no', 'false', 'f', '0', '0.0', '✗', '✘', '☐', 'not eligible', 'ineligible']);

/**
 * Reads yes or no in the spellings met. A column may repeat its own name for yes, as in a column `EAL` with
 * `EAL` in its cells: give such words as `alsoYes`.
 */
export function readYesNo(text: string, alsoYes: readonly string[] = []): ValueRead<boolean> {
  const sign = text.trim().toLowerCase();
  const words = plainWords(text);
  if (YES.has(sign) || YES.has(words) || alsoYes.includes(words)) return took(true);
  if (NO.has(sign) || NO.has(words)) return took(false);
  return left('This is neither yes nor no.', 'Write Yes or No.');
}

const MANGLED = /^\d([.,]\d+)?e\+\d+$/i;

/** Has Excel shortened a long number, as in `8.01E+11`? The figures it cut are lost. */
export const isMangled = (text: string): boolean => MANGLED.test(text.trim());
export const MANGLED_WORDS = {
  message: 'Excel has shortened this number, and its last figures are lost.',
  todo: 'Export again from the school’s system, or give the column the format “text” before saving.',
};

/** Reads a number that names something: a school's own pupil number, an admission number. Leading zeros stay. */
export function readIdentifier(text: string): ValueRead<string> {
  const bare = text.trim();
  if (isMangled(bare)) return { ok: false, ...MANGLED_WORDS };
  return bare.length <= 60
    ? took(bare.replace(/^(\d+)\.0$/, '$1'))
    : left('This is too long for a number.', 'Check the columns.');
}

/** Reads a number as sheets write it: `1,234`, `12.0`, `0.8`. */
export function readNumber(text: string): ValueRead<number> {
  const bare = text.trim().replace(/,(?=\d{3}(\D|$))/g, '');
  return /^\d{1,9}(\.\d+)?$/.test(bare)
    ? took(Number(bare))
    : left('This is not a number.', 'Write figures only.');
}

/**
 * Reads a percentage as 0 to 100. `isFraction`: the whole column runs from 0 to 1, as a sheet stores
 * percentages without their sign.
 */
export function readPercent(text: string, isFraction: boolean): ValueRead<number> {
  const number = readNumber(text.replace(/\s*%\s*$/, ''));
  if (!number.ok) return number;
  const percent = isFraction && !text.includes('%') ? number.value * 100 : number.value;
  if (percent > 100) return left('A percentage cannot be more than 100.', 'Check the column.');
  return took(Math.round(percent * 100) / 100);
}

export type PhoneRead = { readonly number: string; readonly hasZeroRestored: boolean };

/**
 * Reads a telephone number as typed, extension and all. A British number of ten figures without its leading
 * zero, as Excel leaves it, gets the zero back, and says so.
 */
export function readPhone(text: string): ValueRead<PhoneRead> {
  const bare = text.trim().replace(/\s+/g, ' ').replace(/\.0$/, '');
  if (isMangled(bare)) return { ok: false, ...MANGLED_WORDS };
  const figures = bare.replace(/\D/g, '').length;
  if (figures < 3 || bare.length > 50)
    return left('This is not a telephone number.', 'Check the number, or leave the cell blank.');
  const hasZeroRestored = /^[1-37-9]\d{9}$/.test(bare);
  return took({ number: hasZeroRestored ? `0${bare}` : bare, hasZeroRestored });
}

/** Reads an e-mail address; only the shape is looked at. */
export function readEmail(text: string): ValueRead<string> {
  const bare = text.trim().replace(/^mailto:/i, '');
  return bare.length <= 254 && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(bare)
    ? took(bare)
    : left('This is not an email address.', 'Write one address, like name@example.com.');
}

/** `Okafor, Amara` → surname and forename. Without a comma the last word is the surname. */
export function splitName(text: string): { readonly surname: string; readonly forename: string } | null {
  const bare = text.trim().replace(/\s+/g, ' ');
  const comma = bare.indexOf(',');
  const space = bare.lastIndexOf(' ');
  if (comma > 0) {
    const forename = bare.slice(comma + 1).trim();
    return forename === '' ? null : { surname: bare.slice(0, comma).trim(), forename };
  }
  return space > 0 ? { surname: bare.slice(space + 1), forename: bare.slice(0, space) } : null;
}

const TITLES = /^(mr|mrs|ms|miss|mx|dr|rev|revd|prof|sir|lady|dame)\.?\s+/i;

/** `Mrs J Marlow` → title, forename, surname. */
export function splitTitledName(
  text: string,
): { readonly title: string | null; readonly surname: string; readonly forename: string | null } | null {
  const bare = text.trim().replace(/\s+/g, ' ');
  const title = TITLES.exec(bare)?.[1] ?? null;
  const rest = bare.replace(TITLES, '');
  if (rest === '') return null;
  return { title, ...(splitName(rest) ?? { surname: rest, forename: null }) };
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Reads a day of the week, 1 Monday to 7 Sunday, with the week (`A`, `B`) where it follows: `MonB`, `Monday Week A`. */
export function readDay(text: string): ValueRead<{ readonly day: number; readonly week: string | null }> {
  const words = plainWords(text);
  const [, name = '', week = ''] =
    /^(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\s*(?:(?:week|wk)\s*)?([ab12])?$/.exec(words) ??
    [];
  const number = /^[1-7]$/.test(words) ? Number(words) : DAYS.indexOf(name) + 1;
  if (number === 0) return left('This is not a day of the week.', 'Write Monday to Sunday.');
  const letter = week === '1' ? 'A' : week === '2' ? 'B' : week.toUpperCase();
  return took({ day: number, week: letter === '' ? null : letter });
}

const asClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Reads a time of day as `09:05`: `9:05`, `9.05`, `09:05:00`, `1:30 pm`, the part of a day `0.378472`. */
export function readTime(text: string): ValueRead<string> {
  const bare = text.trim();
  if (/^0\.\d{3,}$/.test(bare)) return took(asClock(Math.min(1439, Math.round(Number(bare) * 1440))));
  const [, hourText = '', minuteText = '', half = ''] =
    /^(?:.*[ T])?(\d{1,2})[:.](\d{2})(?::\d{2})?\s*(am|pm)?$/i.exec(bare) ?? [];
  const hour = (Number(hourText) % (half === '' ? 24 : 12)) + (half.toLowerCase() === 'pm' ? 12 : 0);
  if (hourText === '' || Number(hourText) > 23 || Number(minuteText) > 59)
    return left('This is not a time.', 'Write the time like 09:05.');
  return took(asClock(hour * 60 + Number(minuteText)));
}
