import type { SchoolDate } from '#src/kernel/dates.ts';
import type { IncomingStaff } from './incoming.ts';
import { aboutTheSame, type LaidRow } from './lay.ts';

export type HeldStaff = {
  readonly staffId: string;
  readonly code: string | null;
  readonly title: string | null;
  readonly forename: string;
  readonly surname: string;
  readonly post: string;
  readonly email: string | null;
  readonly startedOn: SchoolDate | null;
  readonly leftOn: SchoolDate | null;
  readonly source: string;
};

/** What a file says of somebody that differs from what is held. */
export const staffFields = [
  { field: 'code', label: 'Code', of: (told: IncomingStaff) => told.code?.slice(0, 20) },
  { field: 'title', label: 'Title', of: (told: IncomingStaff) => told.title?.slice(0, 20) },
  { field: 'forename', label: 'Forename', of: (told: IncomingStaff) => told.forename?.slice(0, 100) },
  { field: 'surname', label: 'Surname', of: (told: IncomingStaff) => told.surname?.slice(0, 100) },
  { field: 'post', label: 'Post', of: (told: IncomingStaff) => told.role?.slice(0, 100) },
  { field: 'email', label: 'Email', of: (told: IncomingStaff) => told.email?.slice(0, 254) },
  { field: 'startedOn', label: 'Started on', of: (told: IncomingStaff) => told.startOn },
  { field: 'leftOn', label: 'Left on', of: (told: IncomingStaff) => told.endOn },
] as const;

const sameText = (one: string | null | undefined, other: string | null | undefined): boolean =>
  one != null && other != null && one.toLowerCase() === other.toLowerCase();

/** Who is meant: by code, then by email, then by both names, where no other code speaks against it. */
export function matchStaff(told: IncomingStaff, held: readonly HeldStaff[]): HeldStaff | undefined {
  const isNamed = (one: HeldStaff): boolean =>
    sameText(one.surname, told.surname) && sameText(one.forename, told.forename) && told.code == null;
  return (
    held.find((one) => sameText(one.code, told.code)) ??
    held.find((one) => sameText(one.email, told.email) && (one.code === null || told.code == null)) ??
    held.find((one) => isNamed(one) && one.code === null) ??
    held.find(isNamed)
  );
}

/** What a person of the file would be, to see whether a later record means the same one. */
const asHeld = (told: IncomingStaff): HeldStaff => ({
  staffId: '',
  code: told.code ?? null,
  title: told.title ?? null,
  forename: told.forename ?? '',
  surname: told.surname ?? '',
  post: told.role ?? '',
  email: told.email ?? null,
  startedOn: told.startOn ?? null,
  leftOn: told.endOn ?? null,
  source: '',
});

/** Lays staff beside the school's own list; of two records for one person the first counts. */
export function layStaff(staff: readonly IncomingStaff[], held: readonly HeldStaff[]): LaidRow[] {
  const first = new Map<string, number>();
  const people: { one: HeldStaff; readonly row: number }[] = [];
  return staff.map((content) => {
    const match = matchStaff(content, held);
    const laid = layOne(content, match);
    const twin = matchStaff(
      content,
      people.map(({ one }) => one),
    );
    const same = people.find(({ one }) => one === twin);
    if (same !== undefined) {
      same.one = { ...same.one, code: same.one.code ?? content.code ?? null };
      return aboutTheSame(laid, same.row);
    }
    people.push({ one: asHeld(content), row: laid.number });
    const before = match === undefined ? undefined : first.get(match.staffId);
    if (before !== undefined) return aboutTheSame(laid, before);
    if (match !== undefined) first.set(match.staffId, laid.number);
    return laid;
  });
}

/** Whether two values of a field say the same: codes and email addresses do in capitals too. */
const agrees = (field: StaffField, before: string | null, after: string): boolean =>
  before === after || ((field === 'code' || field === 'email') && sameText(before, after));

type StaffField = (typeof staffFields)[number]['field'];

/** An end before the start is a mistake of the file. */
const isBackwards = (told: IncomingStaff, held: HeldStaff | undefined): boolean => {
  const [start, end] = [told.startOn ?? held?.startedOn, told.endOn ?? held?.leftOn];
  return start != null && end != null && end < start;
};

function layOne(content: IncomingStaff, match: HeldStaff | undefined): LaidRow {
  const base = {
    kind: 'staff' as const,
    content,
    number: content.rows[0] ?? 0,
    title:
      [content.surname, content.forename].filter((part) => part != null).join(', ') || (content.code ?? '?'),
    matchId: match?.staffId ?? null,
  };
  if (match === undefined && (content.surname == null || content.forename == null)) {
    const why = 'Sendero does not know this person, and the file gives no full name.';
    return { ...base, state: 'unreadable', why, changes: [] };
  }
  if (isBackwards(content, match))
    return { ...base, state: 'unreadable', why: 'The last day is before the first.', changes: [] };
  const changes = staffFields.flatMap(({ field, label, of }) => {
    const after = of(content);
    const before = match?.[field] ?? null;
    if (after == null || agrees(field, before, after)) return [];
    return [{ label, before, after, isOurs: match?.source === 'Sendero' && before !== null }];
  });
  const state = match === undefined ? 'new' : changes.length === 0 ? 'unchanged' : 'changed';
  return { ...base, state, why: null, changes };
}
