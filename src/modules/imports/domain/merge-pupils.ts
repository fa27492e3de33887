import type { SchoolDate } from '../../../kernel/dates.ts';
import type { IncomingContact, IncomingPupil } from './incoming.ts';
import type { RowReport } from './report.ts';
import { byRank, doubtsOfNeeds, periodsOf, type SenChange } from './sen-history.ts';
import { plainWords } from './values.ts';

/** One row's pupil with the report on the row. */
export type PupilRow = {
  readonly pupil: IncomingPupil;
  readonly on: RowReport;
  /** The cells, to see whether two rows are the same in all. */
  readonly cells: readonly string[];
};

export type MergeRules = {
  readonly today: SchoolDate;
  /** The file may say more of a pupil in further rows: needs, contacts, suspensions, classes. */
  readonly maySpanRows: boolean;
  readonly upnColumn: string;
};

const LISTS = [
  'rows',
  'needs',
  'contacts',
  'suspensions',
  'attendance',
  'phones',
  'languages',
  'formerUpns',
] as const;
const isList = (key: string): boolean => LISTS.some((list) => list === key);

const person = ({ surname, forename, bornOn }: IncomingPupil): string =>
  [plainWords(surname ?? ''), plainWords(forename ?? ''), bornOn ?? ''].join('|');

/** The key by which rows are one pupil's; null for a row that names nobody. */
function keyOf(pupil: IncomingPupil): string | null {
  if (pupil.upn != null) return `upn ${pupil.upn}`;
  if (pupil.misId != null) return `id ${pupil.misId}`;
  return pupil.surname == null && pupil.forename == null ? null : `name ${person(pupil)}`;
}

/** Could two rows be one person? What one of them leaves out does not speak against it. */
function couldBeOne(a: IncomingPupil, b: IncomingPupil): boolean {
  const agree = (x: string | null | undefined, y: string | null | undefined): boolean =>
    x == null || y == null || plainWords(x) === plainWords(y);
  return agree(a.surname, b.surname) && agree(a.forename, b.forename) && agree(a.bornOn, b.bornOn);
}

const listed = <T>(parts: readonly (readonly T[] | undefined)[]): readonly T[] | undefined => {
  const given = parts.filter((part) => part !== undefined);
  if (given.length === 0) return undefined;
  const byText = new Map(given.flat().map((item) => [JSON.stringify({ ...item, rows: [] }), item]));
  return [...byText.values()];
};

const withoutBlanks = (pupil: IncomingPupil): Partial<IncomingPupil> =>
  Object.fromEntries(Object.entries(pupil).filter(([, value]) => value !== null));

/** Rows for one contact, as one a telephone number, become one contact. */
function joinContacts(contacts: readonly IncomingContact[]): readonly IncomingContact[] {
  const byPerson = new Map<string, IncomingContact>();
  for (const contact of contacts) {
    const key = contact.misId ?? `${contact.order}|${contact.title}|${contact.surname}|${contact.forename}`;
    const known = byPerson.get(key);
    const phones = listed([known?.phones, contact.phones]);
    byPerson.set(key, {
      ...contact,
      ...(known === undefined ? {} : known),
      rows: [...(known?.rows ?? []), ...contact.rows],
      ...(phones === undefined ? {} : { phones }),
    });
  }
  return [...byPerson.values()].sort((a, b) => (a.order ?? 999) - (b.order ?? 999));
}

/** Statuses with different dates are a history; without dates they contradict each other. */
function joinSen(
  rows: readonly PupilRow[],
  joined: IncomingPupil,
  { today }: MergeRules,
): Partial<IncomingPupil> {
  const told = rows.map(({ pupil }) => pupil.senNow).filter((now) => now != null);
  const changes = told.flatMap(({ status, since }): SenChange[] =>
    since == null ? [] : [{ from: since, status }],
  );
  const [first] = rows;
  if (first === undefined || new Set(changes.map(({ from, status }) => `${from} ${status.text}`)).size < 2)
    return {};
  const { periods, doubts } = periodsOf(changes, { today, bornOn: joined.bornOn ?? null });
  first.on.doubts('SEN', doubts);
  const last = periods.at(-1);
  return {
    senHistory: periods,
    ...(last === undefined ? {} : { senNow: { status: last.status, since: last.from } }),
  };
}

function warnOfContradictions(rows: readonly PupilRow[], hasHistory: boolean): void {
  const values = new Map<string, string>();
  for (const { pupil, on } of rows)
    for (const [key, value] of Object.entries(pupil)) {
      if (isList(key) || value === null || (hasHistory && key.startsWith('sen'))) continue;
      const text = JSON.stringify(value);
      const before = values.get(key);
      if (before === undefined) values.set(key, text);
      else if (before !== text && key !== 'senReviewOn')
        on.warn({
          column: null,
          value: text.replace(/["{}]/g, ''),
          message: 'Another row says something else of the same pupil; the first row was taken.',
          todo: 'Compare the rows.',
        });
    }
}

function join(rows: readonly PupilRow[], rules: MergeRules): IncomingPupil | null {
  const pupils = rows.map(({ pupil }) => pupil);
  const [first] = pupils;
  if (first === undefined) return null;
  // Later rows first, so that what the first row says stands on top; blanks give way to any value.
  const upwards = [...pupils].reverse();
  const joined: IncomingPupil = Object.assign({ ...first }, ...upwards, ...upwards.map(withoutBlanks));
  const needs = listed(pupils.map((pupil) => pupil.needs));
  const contacts = listed(pupils.map((pupil) => pupil.contacts));
  const suspensions = listed(pupils.map((pupil) => pupil.suspensions));
  const attendance = listed(pupils.map((pupil) => pupil.attendance));
  const phones = listed(pupils.map((pupil) => pupil.phones));
  const sen = joinSen(rows, joined, rules);
  if (rows.length > 1) warnOfContradictions(rows, sen.senHistory !== undefined);
  return {
    ...joined,
    rows: pupils.flatMap((pupil) => pupil.rows),
    ...(needs === undefined ? {} : { needs: byRank(needs) }),
    ...(contacts === undefined ? {} : { contacts: joinContacts(contacts) }),
    ...(suspensions === undefined ? {} : { suspensions }),
    ...(attendance === undefined ? {} : { attendance }),
    ...(phones === undefined ? {} : { phones }),
    ...sen,
  };
}

/** Two children cannot share a UPN, and two rows that differ cannot both be right: all of them fail. */
function failDuplicates(rows: readonly PupilRow[], rules: MergeRules): void {
  const numbers = rows.map(({ on }) => on.row).join(', ');
  const [first] = rows;
  const isByUpn = first?.pupil.upn != null;
  for (const { on, pupil } of rows)
    on.fail({
      column: isByUpn ? rules.upnColumn : null,
      value: pupil.upn ?? pupil.misId ?? '',
      message: `Rows ${numbers} ${isByUpn ? 'have the same UPN' : 'are about one pupil'} but do not say the same.`,
      todo: 'Correct the UPN or take out the row that is wrong.',
    });
}

function checkGroup(rows: readonly PupilRow[], rules: MergeRules): void {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0) return;
  const areOne = rest.every(({ pupil }) => couldBeOne(first.pupil, pupil));
  const areSame = rest.every(({ cells }) => cells.join('\u0001') === first.cells.join('\u0001'));
  if (areOne && areSame && !rules.maySpanRows)
    rest.at(-1)?.on.warn({
      column: null,
      message: `The row stands in the file more than once (first in row ${first.on.row}); it was read once.`,
      todo: 'Nothing, if the report is meant to be so.',
    });
  else if (!areOne || !rules.maySpanRows) failDuplicates(rows, rules);
}

/** A row that names nobody goes on with the pupil above, as reports print a name only once. */
function groupRows(rows: readonly PupilRow[]): readonly (readonly PupilRow[])[] {
  const groups = new Map<string, PupilRow[]>();
  let last: PupilRow[] | null = null;
  for (const row of rows) {
    const key = keyOf(row.pupil);
    const known: PupilRow[] | null = key === null ? last : (groups.get(key) ?? null);
    if (known !== null) known.push(row);
    else groups.set(key ?? `row ${row.on.row}`, [row]);
    last = known ?? groups.get(key ?? `row ${row.on.row}`) ?? null;
  }
  return [...groups.values()];
}

/**
 * Joins the rows of each pupil. Several rows are one pupil only where the file may span rows and names and birth
 * dates do not speak against it; otherwise the same UPN twice is an error for all of its rows. A pupil with
 * an error in any row is `unread`.
 */
export function mergePupils(
  rows: readonly PupilRow[],
  rules: MergeRules,
): { readonly pupils: readonly IncomingPupil[]; readonly unread: readonly IncomingPupil[] } {
  const pupils: IncomingPupil[] = [];
  const unread: IncomingPupil[] = [];
  for (const group of groupRows(rows)) {
    checkGroup(group, rules);
    const pupil = join(group, rules);
    const [first] = group;
    if (pupil === null || first === undefined) continue;
    const status = pupil.senNow?.status;
    if (pupil.needs !== undefined)
      first.on.doubts('SEN need', doubtsOfNeeds(pupil.needs, { today: rules.today, status }));
    (group.some(({ on }) => on.hasFailed()) ? unread : pupils).push(pupil);
  }
  return { pupils, unread };
}
