import type { Actor } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { audienceOfFact, factKind } from '#src/modules/pupils/index.ts';
import { getSchool } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Incoming } from '../domain/incoming.ts';
import { type Counts, countRows, type LaidRow, layPupils } from '../domain/lay.ts';
import { layGroups, layLessons } from '../domain/lay-groups.ts';
import { layStaff } from '../domain/lay-staff.ts';
import { know } from '../domain/match.ts';
import { audienceOf, type Does } from '../domain/proposal.ts';
import type { Laying } from '../domain/propose.ts';
import { listHeld } from '../queries/list-held.ts';
import { listKnownPupils } from '../queries/list-known-pupils.ts';
import { listMissing } from '../queries/list-missing.ts';
import { listGroupWorld } from '../queries/list-world.ts';

/** What is said of a file as a whole: where it comes from and the day it speaks of. */
export type FileFacts = {
  readonly format: 'ctf' | 'csv' | 'xlsx';
  readonly givenOn: SchoolDate;
  /** The school that a CTF came from; null for a table, which is our own MIS's. */
  readonly senderLaestab: string | null;
  readonly isPartial: boolean;
  /** Whether the file lists the whole roll, so that who is not in it is missing. */
  readonly isRoll: boolean;
};

export type Laid = {
  readonly rows: readonly LaidRow[];
  readonly missing: readonly PupilId[];
  readonly counts: Counts;
};

/** Whether an actor may write what a change would do. */
export const mayTake =
  (actor: Actor) =>
  (does: Does): boolean => {
    const part = audienceOf(does);
    const audience = does.kind === 'fact' ? audienceOfFact[factKind(does.fact.kind)] : part;
    return actor.writes.some((written) => written === audience);
  };

export async function layingFor(tx: Tx, file: FileFacts): Promise<Laying> {
  const school = await getSchool(tx);
  const isFromElsewhere = file.senderLaestab !== null && file.senderLaestab !== school.laestab;
  const offered = [
    ...(school.hasSenUnit ? ['sen_unit'] : []),
    ...(school.hasResourcedProvision ? ['resourced_provision'] : []),
  ];
  return { givenOn: file.givenOn, isFromElsewhere, offered, mayTake: mayTake(tx.scope.actor) };
}

/** Lays a whole file beside what the school holds. Reads only; the number of statements does not grow with the file. */
export async function layFile(tx: Tx, incoming: Incoming, file: FileFacts): Promise<Laid> {
  const laying = await layingFor(tx, file);
  const known = know(await listKnownPupils(tx));
  const held = await listHeld(tx, [...new Set([...known.byUpn.values(), ...allOf(known)])]);
  const pupils = layPupils(incoming.pupils, { known, held, laying });
  const world = await listGroupWorld(tx, known);
  const rows = [
    ...pupils.rows,
    ...layStaff(incoming.staff, world.staff),
    ...layGroups(incoming.groups, world),
    ...layLessons(incoming.lessons, world, incoming.groups),
  ];
  const isRoll = file.isRoll && !file.isPartial && !laying.isFromElsewhere && incoming.pupils.length > 0;
  const unread = layPupils(incoming.unread, { known, held, laying }).matched;
  const missing = isRoll ? await listMissing(tx, new Set([...pupils.matched, ...unread])) : [];
  return { rows, missing, counts: countRows(rows, missing.length) };
}

const allOf = (known: ReturnType<typeof know>): PupilId[] =>
  [...known.byName.values()].flatMap((pupils) => pupils.map((pupil) => pupil.pupilId));
