import { sql } from 'kysely';
import type { Change } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export type Happening = {
  readonly eventId: string;
  readonly at: Date;
  readonly type: string;
  /** As the person is known at this school; null for the program itself and people of the trust. */
  readonly who: string | null;
  readonly role: string;
  readonly why: string | null;
  readonly changes: Readonly<Record<string, Change>>;
  readonly source: string | null;
};

export type ChronologyPart = {
  /** The event before which to go on: the last one of the part before. */
  readonly before?: string | undefined;
  /** Event types; all if absent. */
  readonly kinds?: readonly string[] | undefined;
  /** Beside the types, whatever an import did. */
  readonly withImports?: boolean | undefined;
  /** The first and the last day, in London. */
  readonly fromOn?: SchoolDate | undefined;
  readonly untilOn?: SchoolDate | undefined;
  readonly limit: number;
};

const dayOf = sql<string | null>`(e.at at time zone 'Europe/London')::date`;

/** What happened to a pupil, the newest first, as far as the actor may see it. */
export async function listChronology(
  tx: Tx,
  pupilId: PupilId,
  { before, kinds, withImports = false, fromOn, untilOn, limit }: ChronologyPart,
): Promise<readonly Happening[]> {
  const rows = await tx
    .selectFrom('events as e')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'e.schoolId').onRef('m.personId', '=', 'e.personId'),
    )
    .select(['e.eventId', 'e.at', 'e.type', 'e.role', 'e.why', 'e.changes', 'm.knownAs'])
    .where('e.schoolId', '=', tx.scope.actor.schoolId)
    .where('e.pupilId', '=', pupilId)
    .$if(before !== undefined, (query) => query.where('e.eventId', '<', before ?? ''))
    .$if(kinds !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('e.type', '=', sql<string>`any(${[...(kinds ?? [])]}::text[])`),
          ...(withImports ? [eb('e.importId', 'is not', null)] : []),
        ]),
      ),
    )
    .$if(fromOn !== undefined, (query) => query.where(dayOf, '>=', fromOn ?? null))
    .$if(untilOn !== undefined, (query) => query.where(dayOf, '<=', untilOn ?? null))
    .where(isStillHeard(tx))
    // An event's id begins with its instant, so it orders those of one instant too.
    .orderBy('e.eventId', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ changes: kept, knownAs, ...row }) => {
    const { source, ...changes } = changesOf(kept);
    return { ...row, who: knownAs, changes, source: typeof source?.after === 'string' ? source.after : null };
  });
}

/**
 * What was told of a record is hidden from those who may read the record no more: the event of the change, which they
 * see, says to whom it went. A later module announces it.
 */
const isStillHeard = ({ scope: { actor } }: Tx) => sql<boolean>`(e.type = 'AudienceChanged' or not exists (
  select from events a where a.school_id = e.school_id and a.pupil_id = e.pupil_id and a.subject_id = e.subject_id
    and a.type = 'AudienceChanged'
    and not (a.changes -> 'audience' ->> 'after' = any(${[...actor.sees]}::text[]))))`;

function changesOf(kept: unknown): Record<string, Change> {
  const changes: Record<string, Change> = {};
  if (typeof kept !== 'object' || kept === null) return changes;
  for (const [name, change] of Object.entries(kept)) {
    if (typeof change !== 'object' || change === null) continue;
    changes[name] = { before: Reflect.get(change, 'before'), after: Reflect.get(change, 'after') };
  }
  return changes;
}
