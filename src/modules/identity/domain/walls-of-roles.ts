import type { Actor, Audience, Permission } from '../../../kernel/access.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import type { Role, Tie } from './role.ts';
import { type RoleName, roles } from './roles.ts';

/** A dated row that ties somebody to one pupil. `sees` is what was chosen for a guest; of others the role says it. */
export type Tied = {
  readonly why: Tie;
  readonly pupilId: PupilId;
  readonly sees: readonly Audience[] | null;
};

type Walls = Pick<Actor, 'sees' | 'writes' | 'reach'>;
type Use = {
  readonly permission: Permission | null;
  readonly pupilId: PupilId | null;
  readonly ties: readonly Tied[];
};
/** One role that reaches single pupils: what it sees of each. */
type Lens = { readonly role: Role; readonly of: ReadonlyMap<PupilId, ReadonlySet<Audience>> };

const union = <T>(lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())];
const shared = <T>(lists: readonly (readonly T[])[]): readonly T[] => {
  const [first = [], ...rest] = lists;
  return first.filter((one) => rest.every((list) => list.includes(one)));
};

function lensOf(role: Role, ties: readonly Tied[]): Lens {
  const of = new Map<PupilId, Set<Audience>>();
  for (const { why, pupilId, sees } of ties) {
    if (role.ties?.includes(why) !== true) continue;
    const seen = of.get(pupilId) ?? new Set();
    for (const audience of role.sees) if (sees === null || sees.includes(audience)) seen.add(audience);
    of.set(pupilId, seen);
  }
  return { role, of };
}

/**
 * The walls for one use of one permission. Only the roles that hold the permission count, and what one role sees
 * of a few pupils never widens to the whole school that another role reaches, nor to the pupils of another tie: a
 * teacher who is also a parent at the school reads of her own child what parents read, and no note of staff.
 * A page about one pupil uses everything that the person's roles see of that pupil. A page about several shows of
 * each only what is seen of all of them (rule access-3).
 */
export function wallsFor(names: readonly RoleName[], { permission, pupilId, ties }: Use): Walls {
  const held: readonly Role[] = names.map((name) => roles[name]);
  const using = held.filter((role) => permission === null || role.may.includes(permission));
  const wide = using.filter((role) => role.reach === 'school');
  const none = using.filter((role) => role.reach === 'none');
  const lenses = using.filter((role) => role.reach === 'pupils').map((role) => lensOf(role, ties));
  const onPupil = pupilId === null ? [] : lenses.filter((lens) => lens.of.has(pupilId));
  if (pupilId !== null && onPupil.length > 0) {
    const seen = onPupil.map((lens) => [...(lens.of.get(pupilId) ?? [])]);
    return {
      reach: alikeFor(onPupil, seen),
      sees: union([...seen, ...[...wide, ...none].map((role) => role.sees)]),
      writes: union([...onPupil.map((lens) => lens.role), ...wide, ...none].map((role) => role.writes)),
    };
  }
  if (wide.length > 0) return { ...together([...wide, ...none]), reach: 'school' };
  return acrossPupils(lenses, none);
}

const together = (of: readonly Role[]) => ({
  sees: union(of.map((role) => role.sees)),
  writes: union(of.map((role) => role.writes)),
});

/** The pupils of whom each of these roles sees at least as much as it is about to show. */
function alikeFor(lenses: readonly Lens[], seen: readonly (readonly Audience[])[]): readonly PupilId[] {
  const [first] = lenses;
  return [...(first?.of.keys() ?? [])].filter((pupilId) =>
    lenses.every((lens, at) => {
      const of = lens.of.get(pupilId);
      return of !== undefined && (seen[at] ?? []).every((audience) => of.has(audience));
    }),
  );
}

function acrossPupils(lenses: readonly Lens[], none: readonly Role[]): Walls {
  const open = lenses.filter((lens) => lens.of.size > 0);
  const counted = open.length > 0 ? open : lenses;
  const seen =
    open.length > 0
      ? open.flatMap((lens) => [...lens.of.values()].map((audiences) => [...audiences]))
      : lenses.map((lens) => (lens.role.ties?.includes('invited') ? [] : lens.role.sees));
  return {
    reach: union(open.map((lens) => [...lens.of.keys()])),
    sees: union([shared(seen), ...none.map((role) => role.sees)]),
    writes: union([shared(counted.map((lens) => lens.role.writes)), ...none.map((role) => role.writes)]),
  };
}
