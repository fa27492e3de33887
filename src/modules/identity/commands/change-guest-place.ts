import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type GuestPlace, isOpenOn, lastDayFault } from '../domain/guest.ts';
import { identityEvents } from '../domain/identity.events.ts';
import { settleGuestRole } from './open-guest-places.ts';

const record = recorder(identityEvents);

/** Moves the last day of a guest's place, either way. One that has ended is not brought back: they are asked anew. */
export async function extendGuestPlace(
  tx: Tx,
  place: GuestPlace,
  { untilOn, why }: { readonly untilOn: SchoolDate; readonly why: string },
): Promise<Result<void, 'ended' | 'out_of_bounds' | 'changed_since'>> {
  const { today } = tx.scope;
  if (!isOpenOn(place, today)) return refused('ended');
  if (lastDayFault(untilOn, today) !== null) return refused('out_of_bounds');
  if (untilOn === place.untilOn) return done(undefined);
  if (!(await change(tx, place, { untilOn }))) return refused('changed_since');
  await record(tx, {
    type: 'GuestPlaceExtended',
    audience: 'leaders',
    pupilId: place.pupilId,
    subjectId: place.reachId,
    why,
    changes: { untilOn: { before: place.untilOn, after: untilOn } },
  });
  await settleGuestRole(tx, place);
  return done(undefined);
}

/** Ends a guest's place at once. */
export async function endGuestPlace(
  tx: Tx,
  place: GuestPlace,
  why: string,
): Promise<Result<void, 'ended' | 'changed_since'>> {
  if (!isOpenOn(place, tx.scope.today)) return refused('ended');
  if (!(await change(tx, place, { withdrawnAt: tx.scope.clock.now() }))) return refused('changed_since');
  await recordEnd(tx, place, { endedOn: tx.scope.today, why });
  await settleGuestRole(tx, place);
  return done(undefined);
}

type Ending = { readonly endedOn: SchoolDate; readonly why: string };
const recordEnd = (
  tx: Tx,
  place: Pick<GuestPlace, 'pupilId' | 'reachId' | 'untilOn'>,
  { endedOn, why }: Ending,
) =>
  record(tx, {
    type: 'GuestPlaceEnded',
    audience: 'leaders',
    pupilId: place.pupilId,
    subjectId: place.reachId,
    why,
    changes: { untilOn: { before: place.untilOn, after: endedOn } },
  });

async function change(
  tx: Tx,
  { reachId, version }: GuestPlace,
  set: { readonly untilOn: SchoolDate } | { readonly withdrawnAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reach')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('reachId', '=', reachId)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The event of a later module after which guests are looked through. */
const leaving = 'EnrolmentEnded';

type Left = {
  readonly reachId: string;
  readonly personId: string;
  readonly knownAs: string;
  readonly pupilId: string;
  readonly untilOn: string;
  readonly lastOn: string;
  readonly isOver: boolean;
};

/** A guest's place ends with the pupil's last day on roll; only the next school goes on until its own day. */
export async function endGuestsOfLeavers(tx: Tx): Promise<void> {
  const { actor, happened, touchedPupils, clock } = tx.scope;
  if (!happened.has(leaving) || touchedPupils.size === 0) return;
  const { rows } = await sql<Left>`
    select r.reach_id, r.person_id, m.known_as, r.pupil_id, r.until_on, l.last_on, l.last_on < r.from_on as is_over
    from reach r
    join members m on m.school_id = r.school_id and m.person_id = r.person_id
    join lateral (select max(e.until_on) as last_on, bool_or(e.until_on is null) as goes_on from enrolments e
      where e.school_id = r.school_id and e.pupil_id = r.pupil_id) l on not l.goes_on and l.last_on < r.until_on
    where r.school_id = ${actor.schoolId} and r.why = 'invited' and r.withdrawn_at is null
      and r.capacity <> 'next_school' and r.pupil_id = any(${[...touchedPupils]}::uuid[])`.execute(tx);
  for (const row of rows) {
    const set = row.isOver ? { withdrawnAt: clock.now() } : { untilOn: row.lastOn };
    await tx
      .updateTable('reach')
      .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
      .where('schoolId', '=', actor.schoolId)
      .where('reachId', '=', row.reachId)
      .execute();
    const place = { ...row, pupilId: PupilId.parse(row.pupilId), untilOn: schoolDate(row.untilOn) };
    await recordEnd(tx, place, { endedOn: schoolDate(row.lastOn), why: 'The pupil leaves the school' });
    await settleGuestRole(tx, { personId: PersonId.parse(row.personId), knownAs: row.knownAs });
  }
}
