import type { GroupId, PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Card, isToRead } from '../domain/card.ts';
import { plansEvents } from '../domain/plans.events.ts';

const record = recorder(plansEvents);

/**
 * Notes that the actor has read these cards as they stood when they were shown: `shown` is the version of each by pupil,
 * so that what somebody changed meanwhile is asked again. Returns how many were new to them.
 */
export async function readCards(
  tx: Tx,
  given: {
    readonly cards: readonly Card[];
    readonly shown: ReadonlyMap<string, number>;
    readonly groupId: GroupId | null;
  },
): Promise<number> {
  const { actor, clock } = tx.scope;
  const { personId } = actor;
  if (personId === null) return 0;
  const read = given.cards.filter(isToRead).flatMap(({ pupilId, version, seenVersion }) => {
    const cardVersion = Math.min(version, given.shown.get(pupilId) ?? 0);
    return cardVersion > (seenVersion ?? 0) ? [{ pupilId, cardVersion }] : [];
  });
  if (read.length === 0) return 0;
  const { schoolId } = actor;
  await tx
    .insertInto('cardSeen')
    .values(read.map((one) => ({ schoolId, personId, seenAt: clock.now(), ...one })))
    .onConflict((oc) => oc.doNothing())
    .execute();
  await record(tx, {
    type: 'CardsRead',
    audience: 'plans',
    ...(given.groupId === null ? ofOne(read) : { subjectId: given.groupId }),
    changes: { cards: { before: null, after: read.length } },
  });
  return read.length;
}

/** Read on the page of one pupil: said of the pupil. */
const ofOne = ([first]: readonly { readonly pupilId: PupilId }[]) =>
  first === undefined ? {} : { pupilId: first.pupilId };
