import { initialsOf } from '../provision-words.ts';

type Named = { readonly pupilId: string; readonly forename: string; readonly surname: string };

const byName = (one: Named, other: Named): number =>
  `${one.surname} ${one.forename} ${one.pupilId}` < `${other.surname} ${other.forename} ${other.pupilId}`
    ? -1
    : 1;

/**
 * Initials by pupil, for a device that takes no name along (rule off-1). Where two pupils share theirs, each gets a number,
 * in the order of their surnames: Amara Okafor and Ada Osei → A.O. 1 and A.O. 2.
 */
export function marksOf(pupils: readonly Named[]): ReadonlyMap<string, string> {
  const each = [...new Map(pupils.map((pupil) => [pupil.pupilId, pupil])).values()].toSorted(byName);
  const alike = Map.groupBy(each, initialsOf);
  return new Map(
    [...alike].flatMap(([initials, some]) =>
      some.map(
        ({ pupilId }, at) => [pupilId, some.length === 1 ? initials : `${initials} ${at + 1}`] as const,
      ),
    ),
  );
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words without the names of these pupils (rule off-1): `Ben read well` → `B.A. read well`. */
export function withoutNames(words: string, pupils: readonly Named[]): string {
  const marks = marksOf(pupils);
  return pupils.reduce((left, pupil) => {
    const any = partsOf(pupil).map((part) => escaped(part).replace(/\s+/g, '\\s+').replace(/['’]/g, "['’]"));
    const named = new RegExp(`(?<!\\p{L})(?:${any.join('|')})(?!\\p{L})`, 'giu');
    return any.length === 0 ? left : left.replace(named, marks.get(pupil.pupilId) ?? '');
  }, words);
}

/** What stands for a pupil, the longest first, so that a whole name becomes one pair of initials: `Mary-Ann`, `Mary`, `Ann`. */
const partsOf = ({ forename, surname }: Named): readonly string[] =>
  [...new Set([`${forename} ${surname}`, forename, surname, ...`${forename} ${surname}`.split(/[\s-]+/)])]
    .filter((part) => part.trim().length > 1)
    .toSorted((one, other) => other.length - one.length);
