import type { SchoolDate } from '../../../kernel/dates.ts';
import type { GroupId, PupilId, StaffId } from '../../../kernel/ids.ts';
import type { GroupPlace, RolloverPreview, RolloverWarning, StaffedGroup } from '../../school/index.ts';

/** A pupil who is on roll on the last day of the year, as it then stands. */
export type RollingPupil = {
  readonly pupilId: PupilId;
  /** `Okafor, Amara` */
  readonly name: string;
  readonly yearGroup: string;
  readonly groupId: GroupId | null;
  readonly className: string | null;
};

export type NextClass = {
  readonly name: string;
  readonly yearGroup: string | null;
  /** Made for the next year already; null: it begins with the rollover. */
  readonly groupId: GroupId | null;
  /** Who will teach it, and so see its pupils: as entered, else whoever has the class of this name now. */
  readonly staff: readonly { readonly staffId: StaffId; readonly name: string }[];
};

export type Move = RollingPupil & {
  readonly to: string;
  readonly nextClass: string | null;
  /** In a class of several years they stay where they are. */
  readonly staysInClass: boolean;
};

export type RolloverPlan = {
  /** `2027/28` */
  readonly year: string;
  /** 31 August: the last day of what ends. */
  readonly lastOn: SchoolDate;
  /** 1 September: the first day of what begins. */
  readonly startsOn: SchoolDate;
  readonly lastYearGroup: string;
  readonly isDone: boolean;
  readonly moves: readonly Move[];
  readonly leavers: readonly RollingPupil[];
  readonly staying: readonly RollingPupil[];
  /** Their next year group is entered already and is left as it is. */
  readonly planned: readonly RollingPupil[];
  readonly classes: readonly NextClass[];
  /** Classes and teaching groups of one year group: they end, and their staff and places with them. */
  readonly ending: readonly StaffedGroup[];
  readonly warnings: readonly {
    readonly pupil: RollingPupil;
    readonly warning: RolloverWarning['warning'];
  }[];
};

export type RolloverParts = Pick<
  RolloverPlan,
  'year' | 'lastOn' | 'startsOn' | 'lastYearGroup' | 'isDone' | 'planned'
> & {
  readonly pupils: readonly RollingPupil[];
  /** Those of the last day, and those that begin on the first. */
  readonly present: readonly StaffedGroup[];
  readonly made: readonly StaffedGroup[];
  readonly preview: RolloverPreview;
};

/** Groups of one year group end with the year; one of several years goes on. */
const isOfOneYear = (group: StaffedGroup): boolean => group.yearGroup !== null;
const isClass = (group: StaffedGroup): boolean => group.kind === 'class';
const goOn = (places: readonly GroupPlace[], lastOn: SchoolDate) =>
  places.filter((place) => place.untilOn === null || place.untilOn > lastOn);

/**
 * The classes that pupils may move into: this year's, and those made for the next, each name once, so that a
 * successor can be told from its name.
 */
export const classesToMoveInto = (present: readonly StaffedGroup[], made: readonly StaffedGroup[]) => [
  ...made.filter(isClass),
  ...present.filter((group) => isClass(group) && !made.some((one) => one.name === group.name)),
];

/** What the turn of the year will do, from what is held and what `previewRollover` proposes. Nothing is changed. */
export function planRollover(parts: RolloverParts): RolloverPlan {
  const { pupils, present, made, preview, lastOn } = parts;
  const byId = new Map(pupils.map((pupil) => [pupil.pupilId, pupil]));
  const groups = new Map([...present, ...made].map((group) => [group.groupId, group]));
  const moves = preview.movingUp.flatMap(({ pupilId, to, proposedGroupId, proposedNewGroup }): Move[] => {
    const pupil = byId.get(pupilId);
    if (pupil === undefined) return [];
    const group = proposedGroupId === null ? undefined : groups.get(proposedGroupId);
    const staysInClass = group !== undefined && !isOfOneYear(group) && group.groupId === pupil.groupId;
    return [{ ...pupil, to, nextClass: proposedNewGroup ?? group?.name ?? null, staysInClass }];
  });
  const of = (some: readonly { readonly pupilId: PupilId }[]) =>
    some.flatMap(({ pupilId }) => byId.get(pupilId) ?? []);
  const ending = present.filter(
    (group) => isOfOneYear(group) && (group.untilOn === null || group.untilOn > lastOn),
  );
  return {
    year: parts.year,
    lastOn,
    startsOn: parts.startsOn,
    lastYearGroup: parts.lastYearGroup,
    isDone: parts.isDone,
    planned: parts.planned,
    moves,
    leavers: of(preview.leaving),
    staying: of(preview.staying),
    classes: nextClasses({ present, made, moves, lastOn }),
    ending,
    warnings: preview.warnings.flatMap(({ pupilId, warning }) => {
      const pupil = byId.get(pupilId);
      return pupil === undefined ? [] : [{ pupil, warning }];
    }),
  };
}

type ClassParts = Pick<RolloverParts, 'present' | 'made' | 'lastOn'> & { readonly moves: readonly Move[] };

/** Those into which somebody moves, those of the years that new pupils enter, and those that are made already. */
function nextClasses({ present, made, moves, lastOn }: ClassParts): readonly NextClass[] {
  const old = present.filter((group) => isClass(group) && isOfOneYear(group));
  const entered = new Set(moves.map((move) => move.to));
  const intake = old.filter((group) => group.yearGroup !== null && !entered.has(group.yearGroup));
  const wanted = new Map<string, string | null>([
    ...made.filter(isClass).map((group) => [group.name, group.yearGroup] as const),
    ...intake.map((group) => [group.name, group.yearGroup] as const),
    ...moves
      .filter((move) => move.nextClass !== null && !move.staysInClass)
      .map((move) => [move.nextClass ?? '', move.to] as const),
  ]);
  return [...wanted].map(([name, yearGroup]) => {
    const there = made.find((group) => isClass(group) && group.name === name);
    const before = old.find((group) => group.name === name);
    const staff = there?.staff ?? goOn(before?.staff ?? [], lastOn);
    return {
      name,
      yearGroup,
      groupId: there?.groupId ?? null,
      staff: staff.map(({ staffId, name: known }) => ({ staffId, name: known })),
    };
  });
}
