import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { IncomingGroup, IncomingLesson, IncomingPupil, IncomingStaff } from './incoming.ts';
import { type Known, type Match, matchPupil } from './match.ts';
import type { Change, HeldPupil } from './proposal.ts';
import { type Laying, missingForNew, propose } from './propose.ts';

export type RowState = 'new' | 'changed' | 'unchanged' | 'unreadable' | 'ask';
/** `take`: also what would replace a person's own words. `leave`: nothing. `same`/`new`: the answer to who is meant. */
export type Decision = 'take' | 'leave' | 'same' | 'new';

/** A difference in something that is no pupil: staff, groups, lessons. */
export type PlainChange = Omit<Change, 'does'>;

type Base = {
  readonly number: number;
  readonly state: RowState;
  /** Who or what it is, for the page that reviews. */
  readonly title: string;
  /** Why it is asked or cannot be taken. */
  readonly why: string | null;
  readonly changes: readonly PlainChange[];
  readonly matchId: string | null;
};
export type LaidRow =
  | (Base & { readonly kind: 'pupil'; readonly content: IncomingPupil })
  | (Base & { readonly kind: 'staff'; readonly content: IncomingStaff })
  | (Base & { readonly kind: 'group'; readonly content: IncomingGroup })
  | (Base & { readonly kind: 'lesson'; readonly content: readonly IncomingLesson[] });

export type Counts = {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly missing: number;
};

/** Counts of a laid file. Those to ask about and those that cannot be taken are in `read` alone. */
export function countRows(rows: readonly Pick<LaidRow, 'state'>[], missing: number): Counts {
  const of = (state: RowState) => rows.filter((row) => row.state === state).length;
  return { read: rows.length, new: of('new'), changed: of('changed'), unchanged: of('unchanged'), missing };
}

export type PupilsLaid = { readonly rows: readonly LaidRow[]; readonly matched: ReadonlySet<PupilId> };

const titleOf = (incoming: IncomingPupil): string => {
  const name = [incoming.surname, incoming.preferredForename ?? incoming.forename].filter(
    (part) => part != null,
  );
  return name.length === 0
    ? (incoming.upn ?? incoming.misId ?? `row ${incoming.rows[0] ?? '?'}`)
    : name.join(', ');
};

/** Lays every pupil of a file beside what is held: new, changed, unchanged, to ask about, or not to be taken. */
export function layPupils(
  pupils: readonly IncomingPupil[],
  world: { readonly known: Known; readonly held: ReadonlyMap<PupilId, HeldPupil>; readonly laying: Laying },
): PupilsLaid {
  const matched = new Set<PupilId>();
  const rows = pupils.map((content): LaidRow => {
    const match = matchPupil(content, world.known);
    if (match.kind === 'same') matched.add(match.pupilId);
    if (match.kind === 'ask') for (const pupilId of match.pupilIds) matched.add(pupilId);
    return layPupil(content, match, world);
  });
  return { rows, matched };
}

/** Lays one pupil who is matched, or whom a person has decided about. */
export function layPupil(
  content: IncomingPupil,
  match: Match,
  world: { readonly held: ReadonlyMap<PupilId, HeldPupil>; readonly laying: Laying },
): LaidRow {
  const base = {
    kind: 'pupil' as const,
    content,
    number: content.rows[0] ?? 0,
    title: titleOf(content),
    matchId: null,
  };
  if (match.kind === 'ask') {
    const [first] = match.pupilIds;
    return { ...base, matchId: first ?? null, state: 'ask', why: match.why, changes: [] };
  }
  if (match.kind === 'new') {
    const why = missingForNew(content);
    if (why !== null) return { ...base, state: 'unreadable', why, changes: [] };
    return { ...base, state: 'new', why: null, changes: propose(content, null, world.laying) };
  }
  const held = world.held.get(match.pupilId) ?? null;
  const changes = propose(content, held, world.laying);
  const state = changes.length === 0 ? 'unchanged' : 'changed';
  return { ...base, matchId: match.pupilId, state, why: null, changes };
}

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
  { field: 'code', label: 'Code', of: (told: IncomingStaff) => told.code },
  { field: 'title', label: 'Title', of: (told: IncomingStaff) => told.title },
  { field: 'forename', label: 'Forename', of: (told: IncomingStaff) => told.forename },
  { field: 'surname', label: 'Surname', of: (told: IncomingStaff) => told.surname },
  { field: 'post', label: 'Post', of: (told: IncomingStaff) => told.role },
  { field: 'email', label: 'Email', of: (told: IncomingStaff) => told.email },
  { field: 'startedOn', label: 'Started on', of: (told: IncomingStaff) => told.startOn },
  { field: 'leftOn', label: 'Left on', of: (told: IncomingStaff) => told.endOn },
] as const;

const sameText = (one: string | null | undefined, other: string | null | undefined): boolean =>
  one != null && other != null && one.toLowerCase() === other.toLowerCase();

/** Who is meant: by code, then by email, then by both names. */
export const matchStaff = (told: IncomingStaff, held: readonly HeldStaff[]): HeldStaff | undefined =>
  held.find((one) => sameText(one.code, told.code)) ??
  held.find((one) => sameText(one.email, told.email)) ??
  held.find(
    (one) =>
      sameText(one.surname, told.surname) && sameText(one.forename, told.forename) && told.code == null,
  );

/** Lays staff beside the school's own list. */
export function layStaff(staff: readonly IncomingStaff[], held: readonly HeldStaff[]): LaidRow[] {
  return staff.map((content) => {
    const match = matchStaff(content, held);
    const base = {
      kind: 'staff' as const,
      content,
      number: content.rows[0] ?? 0,
      title:
        [content.surname, content.forename].filter((part) => part != null).join(', ') ||
        (content.code ?? '?'),
      matchId: match?.staffId ?? null,
    };
    if (match === undefined && (content.surname == null || content.forename == null)) {
      const why = 'Sendero does not know this person, and the file gives no full name.';
      return { ...base, state: 'unreadable', why, changes: [] };
    }
    const changes = staffFields.flatMap(({ field, label, of }) => {
      const after = of(content);
      const before = match?.[field] ?? null;
      if (after == null || after === before) return [];
      return [{ label, before, after, isOurs: match?.source === 'Sendero' && before !== null }];
    });
    const state = match === undefined ? 'new' : changes.length === 0 ? 'unchanged' : 'changed';
    return { ...base, state, why: null, changes };
  });
}
