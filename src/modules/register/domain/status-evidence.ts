import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { oldLetterOf, ownSource, type SenStatus, type StatusRecord } from './sen-status.ts';

/** A status as a file tells it; both days included, `untilOn` null while it lasts. */
export type StatusEvidence = {
  readonly status: SenStatus;
  readonly recordedCode: string | null;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly reason?: string | null | undefined;
  readonly parentsToldOn?: SchoolDate | null | undefined;
};

/** A line of the history as it will stand; `held` is the stored line that it continues. */
type Line = StatusEvidence & { readonly held: StatusRecord | null };

export type EvidencePlan = {
  readonly withdraw: readonly StatusRecord[];
  readonly change: readonly {
    readonly held: StatusRecord;
    readonly fromOn: SchoolDate;
    readonly untilOn: SchoolDate | null;
  }[];
  readonly add: readonly StatusEvidence[];
  /** Days on which Sendero holds what a person wrote, and the file says otherwise: left as they are. */
  readonly differing: readonly StatusEvidence[];
};

type Spell = { readonly fromOn: SchoolDate; readonly untilOn: SchoolDate | null };

const endsBefore = (one: Spell, day: SchoolDate) => one.untilOn !== null && one.untilOn < day;
const overlap = (one: Spell, other: Spell) =>
  !endsBefore(one, other.fromOn) && !endsBefore(other, one.fromOn);
/** Overlap, or follow each other without a day between. */
const touch = (one: Spell, other: Spell) =>
  overlap(one, other) ||
  (one.untilOn !== null && addDays(one.untilOn, 1) === other.fromOn) ||
  (other.untilOn !== null && addDays(other.untilOn, 1) === one.fromOn);

/** What of a spell lies outside another: nothing, one part or two. */
function without<S extends Spell>(spell: S, taken: Spell): S[] {
  if (!overlap(spell, taken)) return [spell];
  const before =
    spell.fromOn < taken.fromOn ? [{ ...spell, untilOn: addDays(taken.fromOn, -1) }] : ([] as S[]);
  const { untilOn } = taken;
  const lastsLonger = untilOn !== null && !endsBefore(spell, addDays(untilOn, 1));
  return untilOn !== null && lastsLonger ? [...before, { ...spell, fromOn: addDays(untilOn, 1) }] : before;
}

const cutBy = <S extends Spell>(spell: S, taken: readonly Spell[]): S[] =>
  taken.reduce<S[]>((parts, one) => parts.flatMap((part) => without(part, one)), [spell]);

const saysSame = (one: StatusEvidence, other: StatusEvidence) =>
  one.status === other.status &&
  oldLetterOf(one.recordedCode)?.code === oldLetterOf(other.recordedCode)?.code;

const earliest = (one: SchoolDate, other: SchoolDate) => (one < other ? one : other);
const latest = (one: SchoolDate | null, other: SchoolDate | null) =>
  one === null || other === null ? null : one > other ? one : other;

/** Puts one stretch of evidence over what files told earlier: it takes its days, and joins all that says the same. */
function paint(lines: readonly Line[], piece: StatusEvidence): Line[] {
  const isSame = (line: Line) => saysSame(line, piece) && touch(line, piece);
  const others = lines.filter((line) => !isSame(line));
  const joined = lines.filter(isSame).reduce<Line>(join, { ...piece, held: null });
  return [...others.flatMap((line) => stored(without(line, piece))), joined];
}

/** One line from two that say the same: the stored one goes on. */
const join = (one: Line, other: Line): Line => ({
  ...(one.held === null ? other : one),
  fromOn: earliest(one.fromOn, other.fromOn),
  untilOn: latest(one.untilOn, other.untilOn),
});

/** A stored line that is cut in two goes on as its first part; the second is a new line. */
const stored = (parts: readonly Line[]): Line[] =>
  parts.map((part, index) => (index === 0 ? part : { ...part, held: null }));

/** A line that kept none of its own days is another line: the old one is withdrawn. */
const asNewIfMoved = (line: Line): Line =>
  line.held !== null && !overlap(line, line.held) ? { ...line, held: null } : line;

/** Sorted, each ended the day before the next; of two on one day the later given counts. */
function inOrder(given: readonly StatusEvidence[]): StatusEvidence[] {
  const byDay = new Map(given.map((one) => [one.fromOn, one]));
  const sorted = [...byDay.values()].sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  return sorted.map((one, index) => {
    const next = sorted[index + 1];
    return next !== undefined && !endsBefore(one, next.fromOn)
      ? { ...one, untilOn: addDays(next.fromOn, -1) }
      : one;
  });
}

const wasWithdrawn = (one: StatusEvidence, withdrawn: readonly StatusRecord[]) =>
  withdrawn.some((gone) => gone.fromOn === one.fromOn && saysSame(one, gone));

type Held = {
  /** Lines in force once or now, not withdrawn. */
  readonly statuses: readonly StatusRecord[];
  /** Lines of files that a person withdrew: the same evidence does not bring them back. */
  readonly withdrawn: readonly StatusRecord[];
  /** A person has chosen the file before what was written in Sendero. */
  readonly isAccepted?: boolean | undefined;
};

/**
 * Lays a file's account beside what is held. Days that a person wrote in Sendero stay as they are; on all others the
 * newer file counts, and what says the same is one line. Days after the last of the file it says nothing about. The
 * same file twice gives an empty plan.
 * Held K from 1 Sep 2024, file E from 1 Jan 2026 → K until 31 Dec 2025, E from then on.
 */
export function planEvidence(given: readonly StatusEvidence[], held: Held): EvidencePlan {
  const isFixed = (one: StatusRecord) => held.isAccepted !== true && one.source === ownSource;
  const fixed = held.statuses.filter(isFixed);
  const told = inOrder(given).filter((one) => !wasWithdrawn(one, held.withdrawn));
  const pieces = told.flatMap((one) => cutBy(one, fixed));
  const loose: Line[] = held.statuses.filter((one) => !isFixed(one)).map((one) => ({ ...one, held: one }));
  const lines = pieces.reduce<Line[]>(paint, loose).map(asNewIfMoved);
  const kept = new Set(lines.flatMap((line) => (line.held === null ? [] : [line.held.statusId])));
  return {
    withdraw: loose.flatMap(({ held: one }) => (one === null || kept.has(one.statusId) ? [] : [one])),
    change: lines.flatMap(({ held: one, fromOn, untilOn }) =>
      one === null || (one.fromOn === fromOn && one.untilOn === untilOn)
        ? []
        : [{ held: one, fromOn, untilOn }],
    ),
    add: lines.flatMap(({ held: one, ...line }) => (one === null ? [line] : [])),
    differing: told.filter((one) => fixed.some((own) => overlap(one, own) && own.status !== one.status)),
  };
}
