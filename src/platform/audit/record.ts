import { type Audience, audiences } from '#src/kernel/access.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '../db/scope.ts';

/** A field that changed: what it was, what it is. Absent sides are null. */
export type Change = { readonly before: unknown; readonly after: unknown };
export type Changes = Readonly<Record<string, Change>>;

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

/** The fields that differ between two records. Equal records give an empty object: nothing to record. */
export function changesBetween<T extends Record<string, unknown>>(
  before: Partial<T>,
  after: Partial<T>,
): Changes {
  const changes: Record<string, Change> = {};
  for (const [name, value] of Object.entries(after)) {
    const was = before[name] ?? null;
    if (JSON.stringify(was) !== JSON.stringify(value ?? null))
      changes[name] = { before: was, after: value ?? null };
  }
  return changes;
}

export const nothingChanged = (changes: Changes): boolean => Object.keys(changes).length === 0;

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
