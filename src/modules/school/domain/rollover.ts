import type { GroupId, PupilId } from '#src/kernel/ids.ts';
import { isYearGroup, nextYearGroup, yearGroupRank } from './year-group-order.ts';

export type RolloverPupil = {
  readonly pupilId: PupilId;
  readonly name: string;
  readonly yearGroup: string;
  /** Class or registration group. */
  readonly groupId: GroupId | null;
};

export type RolloverGroup = {
  readonly groupId: GroupId;
  readonly name: string;
  /** Null: a group of several years, in which pupils stay. */
  readonly yearGroup: string | null;
};

export type RolloverGiven = {
  readonly pupils: readonly RolloverPupil[];
  /** Groups that the next year may use: this year's, and any already made for the next. */
  readonly groups: readonly RolloverGroup[];
  /** After which pupils leave: `2` in an infant school, `6` in a primary, `11` or `13` in a secondary. */
  readonly lastYearGroup: string;
};

export type MovingUp = {
  readonly pupilId: PupilId;
  readonly from: string;
  readonly to: string;
  /** An existing group, a group to be made (its name stands in `groupsToMake`), or none that can be told. */
  readonly proposedGroupId: GroupId | null;
  readonly proposedNewGroup: string | null;
};
export type Leaving = { readonly pupilId: PupilId; readonly from: string };
export type Staying = { readonly pupilId: PupilId; readonly yearGroup: string };
export type GroupToMake = { readonly name: string; readonly yearGroup: string };

export type RolloverWarning = {
  readonly warning: /** In a year after the school's last: they should have left already. */
    | 'beyond_last_year'
    /** Text that is no year group: nothing is proposed, the pupil stays. */
    | 'unknown_year_group'
    /** A nursery child starts school by a new admission, not by moving up. */
    | 'needs_admission'
    /** In no group, or in one whose successor cannot be told from its name. */
    | 'choose_group'
    /** In the group of another year than the pupil's own. */
    | 'group_of_another_year';
  readonly pupilId: PupilId;
};

export type RolloverPreview = {
  readonly movingUp: readonly MovingUp[];
  readonly leaving: readonly Leaving[];
  readonly staying: readonly Staying[];
  readonly groupsToMake: readonly GroupToMake[];
  readonly warnings: readonly RolloverWarning[];
};

/**
 * The same group a year later by its name: `4 Oak` → `5 Oak`, `7B` → `8B`, `Year 9 Elm` → `Year 10 Elm`,
 * `R Ash` → `1 Ash`. Null when the name does not begin with its year, as `Kestrels`.
 */
export function nextGroupName(name: string, from: string, to: string): string | null {
  // After a letter a small one makes a word ("Robins"); after a figure it is the group ("7b").
  const year = from === 'R' ? 'R(?:eception)?(?![0-9a-z])' : `0?${from}(?![0-9])`;
  const match = new RegExp(`^((?:[Yy](?:ea)?r?)?\\s*)${year}(.*)$`).exec(name.trim());
  return match === null ? null : `${match[1] ?? ''}${to}${match[2] ?? ''}`;
}

type Place = {
  readonly proposedGroupId: GroupId | null;
  readonly proposedNewGroup: string | null;
  readonly warning: RolloverWarning['warning'] | null;
};
const inGroup = (groupId: GroupId, warning: Place['warning'] = null): Place => ({
  proposedGroupId: groupId,
  proposedNewGroup: null,
  warning,
});
const noGroup: Place = { proposedGroupId: null, proposedNewGroup: null, warning: 'choose_group' };

/** Where the pupils of a group go when they move on to another year group. */
function placeFrom(group: RolloverGroup, to: string, groups: readonly RolloverGroup[]): Place {
  const from = group.yearGroup;
  if (from === null) return inGroup(group.groupId);
  const ofNextYear = groups.filter((each) => each.yearGroup === to);
  const name = nextGroupName(group.name, from, to);
  const successor = ofNextYear.find((each) => each.name === (name ?? group.name));
  if (successor !== undefined) return inGroup(successor.groupId);
  if (name !== null) return { proposedGroupId: null, proposedNewGroup: name, warning: null };
  const [only, ...others] = ofNextYear;
  return only !== undefined && others.length === 0 ? inGroup(only.groupId) : noGroup;
}

function placeOf(pupil: RolloverPupil, to: string, given: RolloverGiven): Place {
  const group = given.groups.find((each) => each.groupId === pupil.groupId);
  if (group === undefined) return noGroup;
  const isOwnYear = group.yearGroup === null || group.yearGroup === pupil.yearGroup;
  return isOwnYear ? placeFrom(group, to, given.groups) : { ...noGroup, warning: 'group_of_another_year' };
}

type Outcome = {
  readonly movingUp?: MovingUp;
  readonly leaving?: Leaving;
  readonly staying?: Staying;
  readonly groupToMake?: GroupToMake;
  readonly warnings: readonly RolloverWarning['warning'][];
};

function moveUp(pupil: RolloverPupil, to: string, given: RolloverGiven): Outcome {
  const { warning, ...place } = placeOf(pupil, to, given);
  const name = place.proposedNewGroup;
  const isStartingSchool = to === 'R';
  return {
    movingUp: { pupilId: pupil.pupilId, from: pupil.yearGroup, to, ...place },
    ...(name === null ? {} : { groupToMake: { name, yearGroup: to } }),
    warnings: [
      ...(warning === null ? [] : [warning]),
      ...(isStartingSchool ? (['needs_admission'] as const) : []),
    ],
  };
}

function outcomeFor(pupil: RolloverPupil, given: RolloverGiven): Outcome {
  const rank = yearGroupRank(pupil.yearGroup);
  if (rank === null) {
    return {
      staying: { pupilId: pupil.pupilId, yearGroup: pupil.yearGroup },
      warnings: isYearGroup(pupil.yearGroup) ? [] : ['unknown_year_group'],
    };
  }
  const lastRank = yearGroupRank(given.lastYearGroup) ?? Number.POSITIVE_INFINITY;
  const to = nextYearGroup(pupil.yearGroup);
  if (to !== null && rank < lastRank) return moveUp(pupil, to, given);
  return {
    leaving: { pupilId: pupil.pupilId, from: pupil.yearGroup },
    warnings: rank > lastRank ? ['beyond_last_year'] : [],
  };
}

/**
 * What would happen to each pupil at the turn of the academic year; nothing is changed. Every pupil is in
 * exactly one of `movingUp`, `leaving` and `staying`. The school holds a pupil back or moves one on faster by
 * changing the proposal. Year groups go by their order, never by birth.
 */
export function previewRollover(given: RolloverGiven): RolloverPreview {
  const outcomes = given.pupils.map((pupil) => ({ pupil, outcome: outcomeFor(pupil, given) }));
  const toMake = new Map(
    outcomes.flatMap(({ outcome }) =>
      outcome.groupToMake === undefined ? [] : [[outcome.groupToMake.name, outcome.groupToMake] as const],
    ),
  );
  return {
    movingUp: outcomes.flatMap(({ outcome }) => outcome.movingUp ?? []),
    leaving: outcomes.flatMap(({ outcome }) => outcome.leaving ?? []),
    staying: outcomes.flatMap(({ outcome }) => outcome.staying ?? []),
    groupsToMake: [...toMake.values()],
    warnings: outcomes.flatMap(({ pupil, outcome }) =>
      outcome.warnings.map((warning) => ({ warning, pupilId: pupil.pupilId })),
    ),
  };
}
