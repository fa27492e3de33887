import { z } from 'zod';
import { dayInAddress } from '#src/kernel/day-in-address.ts';
import { PersonId, type PupilId } from '#src/kernel/ids.ts';
import { isRoleName, roles } from '#src/modules/identity/index.ts';
import { supplyRole } from '#src/modules/plans/index.ts';
import { listViewsOf, listWhoCanSee, type ViewsOf, type WhoCanSee } from '#src/modules/privacy/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { findPupilHead, type PupilHead } from './pupil-head.ts';

/** `?who=…&on=2026-11-24`, or the day in three boxes; what is nobody or no day is left out. */
export const SeenSearch = z
  .record(z.string(), z.unknown())
  .transform((given) => ({ who: PersonId.safeParse(given.who).data, on: dayInAddress(given, 'on') }));
export type SeenFilter = z.output<typeof SeenSearch>;

export type Seen = PupilHead & {
  readonly canSee: WhoCanSee;
  /** Null for those who do not see the record of views. */
  readonly seen: ViewsOf | null;
};

/** Null when the pupil is not the actor's to see. */
export async function loadSeen(tx: Tx, pupilId: PupilId, filter: SeenFilter): Promise<Seen | null> {
  const head = await findPupilHead(tx, pupilId);
  if (head === null) return null;
  const canSee = await listWhoCanSee(tx, pupilId);
  return { ...head, canSee, seen: await listViewsOf(tx, pupilId, { personId: filter.who, on: filter.on }) };
}

/** The roles that somebody had when they looked. */
export const rolesInWords = (names: string): string =>
  names
    .split(', ')
    .map((name) => (isRoleName(name) ? roles[name].name : name))
    .join(', ');

/** A name as this school or its trust knows it; somebody of whom neither knows one is told by the role. */
export function whoOf(
  { personId, knownAs, role }: { personId: string; knownAs: string | null; role: string },
  { ofTrust }: WhoCanSee,
): string {
  const known = knownAs ?? ofTrust.find((one) => one.personId === personId)?.knownAs;
  if (known === undefined && role === supplyRole) return 'A supply teacher’s link';
  return known ?? `Somebody who was ${rolesInWords(role)}`;
}
