import { type Audience, audiences } from '#src/kernel/access.ts';
import type { Changes } from '#src/kernel/changes.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '../db/scope.ts';

type Happened<T extends string> = {
  readonly type: T;
  readonly audience: Audience;
  readonly pupilId?: PupilId;
  readonly subjectId?: string;
  readonly why?: string | undefined;
  readonly changes?: Changes;
};

/** One event a deed, in the deed's own transaction. A module names its types, with their versions, once. */
export const recorder =
  <Types extends Record<string, number>>(types: Types) =>
  async (tx: Tx, happened: Happened<Extract<keyof Types, string>>): Promise<void> => {
    const { actor, clock, importing, touchedPupils } = tx.scope;
    if (!audiences.includes(happened.audience)) throw new Error(`Unknown audience ${happened.audience}`);
    await tx
      .insertInto('events')
      .values({
        schoolId: actor.schoolId,
        eventId: newId(clock.now().getTime()),
        at: clock.now(),
        type: happened.type,
        typeVersion: types[happened.type] ?? 1,
        personId: actor.personId,
        role: actor.roles.join(', ') || 'program',
        pupilId: happened.pupilId ?? null,
        subjectId: happened.subjectId ?? null,
        why: happened.why ?? null,
        changes: JSON.stringify(happened.changes ?? {}),
        importId: importing?.importId ?? null,
        audience: happened.audience,
      })
      .execute();
    tx.scope.happened.add(happened.type);
    if (happened.pupilId !== undefined) touchedPupils.add(happened.pupilId);
  };

/** Who looked at whom: one line a page, with the reason where one was asked. The same transaction as the page itself. */
export async function recordView(
  tx: Tx,
  page: string,
  pupilIds: readonly PupilId[],
  why: string | null = null,
): Promise<void> {
  const { actor, clock } = tx.scope;
  if (actor.personId === null || pupilIds.length === 0) return;
  await tx
    .insertInto('views')
    .values({
      schoolId: actor.schoolId,
      viewId: newId(clock.now().getTime()),
      at: clock.now(),
      personId: actor.personId,
      role: actor.roles.join(', '),
      page,
      pupilIds: [...pupilIds],
      why,
    })
    .execute();
}
