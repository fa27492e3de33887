import type { PupilId } from '#src/kernel/ids.ts';
import type { IncomingGroup, IncomingLesson, IncomingPupil, IncomingStaff } from './incoming.ts';
import type { LaidEhcPlan, LaidPosting, LaidRun, LaidScore } from './kept-rows.ts';
import { type Known, type Match, matchPupil } from './match.ts';
import type { Change, HeldPupil } from './proposal.ts';
import { type Laying, missingForNew, propose } from './propose.ts';
import { sayingsOfCarers } from './propose-people.ts';
import { endedStatus } from './propose-sen.ts';

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
  | (Base & { readonly kind: 'lesson'; readonly content: readonly IncomingLesson[] })
  | (Base & { readonly kind: 'score'; readonly content: LaidScore | Unlaid })
  | (Base & { readonly kind: 'run'; readonly content: LaidRun | Unlaid })
  | (Base & { readonly kind: 'ehc_plan'; readonly content: LaidEhcPlan | Unlaid })
  | (Base & { readonly kind: 'finance'; readonly content: LaidPosting | Unlaid });

/** Of a row that cannot be taken. */
export type Unlaid = { readonly left: 'unreadable' };

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
  const first = new Map<PupilId, number>();
  const settle = firstWordOnCarers();
  const rows = pupils.map((content): LaidRow => {
    const match = matchPupil(content, world.known);
    if (match.kind === 'ask') for (const pupilId of match.pupilIds) matched.add(pupilId);
    const laid = layPupil(content, match, world);
    if (match.kind !== 'same') return laid;
    matched.add(match.pupilId);
    const before = first.get(match.pupilId);
    if (before !== undefined) return aboutTheSame(laid, before);
    first.set(match.pupilId, laid.number);
    const held = world.held.get(match.pupilId);
    return held === undefined ? laid : settle(laid, sayingsOfCarers(content, held));
  });
  return { rows, matched };
}

/** Two records of one file for one pupil cannot both be right. */
export const aboutTheSame = (row: LaidRow, before: number): LaidRow => ({
  ...row,
  state: 'unreadable',
  why: `Row ${before} is about the same ${row.kind === 'staff' ? 'person' : 'pupil'}.`,
  changes: [],
  matchId: null,
});

/**
 * Brothers and sisters name the same parent, and a file may say different things of that one person: the first word
 * in the file counts, or each import would change it to and fro.
 */
function firstWordOnCarers() {
  const said = new Map<string, string>();
  return (row: LaidRow, sayings: ReturnType<typeof sayingsOfCarers>): LaidRow => {
    const outdone = new Set<string>();
    for (const { key, label, value } of sayings) {
      if (!said.has(key)) said.set(key, value);
      else if (said.get(key) !== value) outdone.add(label);
    }
    const changes = row.changes.filter(({ label }) => !outdone.has(label));
    return { ...row, changes, state: changes.length === 0 ? 'unchanged' : 'changed' };
  };
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
    const missing = missingForNew(content);
    if (missing !== null) return { ...base, state: 'unreadable', why: missing, changes: [] };
    return {
      ...base,
      state: 'new',
      why: endedStatus(content),
      changes: propose(content, null, world.laying),
    };
  }
  const held = world.held.get(match.pupilId) ?? null;
  const changes = propose(content, held, world.laying);
  const state = changes.length === 0 ? 'unchanged' : 'changed';
  return { ...base, matchId: match.pupilId, state, why: endedStatus(content), changes };
}
