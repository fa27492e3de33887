import type { PupilId } from '../../../kernel/ids.ts';
import { saidOf, whenOf } from './demand-by-hand.ts';
import { type NamedDemand, startsOf } from './demand-facts.ts';
import type { PupilName } from './full-week.ts';
import { type Making, usualLesson } from './making.ts';

/** A line of Section F with what it owes in a week. */
export type LineFact = PupilName & {
  readonly commitmentId: string;
  readonly pupilId: PupilId;
  readonly words: string;
  readonly byWhom: string | null;
  readonly minutes: number;
  readonly times: number;
  readonly runIds: readonly string[];
};

const inSupport = /assistant|\bTAs?\b|\bLSAs?\b|support|adult|mentor|key ?worker|\bstaff\b|HLTA|ELSA/i;
const outside = /therap|psycholog|teacher|nurse|physio|optomet|audiolog/i;

/** Whom the timetable places: a line for a therapist or a teacher is not theirs to give. */
function isForSupport({ byWhom, words }: LineFact): boolean {
  const who = byWhom ?? words;
  return inSupport.test(who) || !outside.test(who);
}

/** More slots at one time than this, and the line means so much help in the week and not one long stretch. */
const longest = 3;

/** 40 minutes four times → 2 slots of 30, 4 times. 15 hours once → 30 slots, one at a time. */
export function lineInSlots({ minutes, times }: Pick<LineFact, 'minutes' | 'times'>, lesson: number) {
  const length = Math.max(1, Math.ceil(minutes / lesson));
  return length > longest ? { times: times * length, length: 1 } : { times, length };
}

/**
 * What a line of Section F asks of the week; null where a run gives it, where it is for somebody outside the timetable, or
 * where it was taken out of the week by hand. The school must give what Section F says (CFA s42; rule dep-2).
 */
export function demandOfLine(line: LineFact, making: Making): NamedDemand | null {
  const said = making.said.get(line.commitmentId);
  if (line.runIds.length > 0 || said?.isWithdrawn || (said === undefined && !isForSupport(line))) return null;
  const asked = lineInSlots(line, usualLesson(making.slots));
  const [times, length] = [said?.times ?? asked.times, said?.length ?? asked.length];
  const pupilIds = [line.pupilId];
  const room = said?.room ?? null;
  return {
    demandId: line.commitmentId,
    kind: 'line',
    title: said?.name ?? (line.words.length > 80 ? `${line.words.slice(0, 79).trimEnd()}…` : line.words),
    force: said?.force ?? 'law',
    ...{ pupilIds, times, length, room, groupName: null, runId: null },
    ...saidOf(said),
    oncePerDay: said?.oncePerDay ?? times <= 5,
    startIds: startsOf(making.slots, whenOf(said, length), making.taken(pupilIds, room)),
    only: said === undefined || said.staffIds.length === 0 ? null : new Set(said.staffIds),
    knows: making.knows(pupilIds),
    need: said?.need ?? 5,
  };
}
