import { type Actor, programActor } from '#src/kernel/access.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import { findSchoolByUrn } from '#src/modules/school/index.ts';
import { anotherServes } from '#src/platform/db/postgres.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { readSettings } from '#src/platform/settings.ts';
import { openProgram, prepareDatabase } from '#src/start.ts';
import { type Ended, refusedWith } from './command.ts';

/**
 * Opens the program for one command, beside a server that runs or alone, and closes it whatever happens.
 * `keepServer`: PostgreSQL goes on, as this process will serve next.
 */
export async function withProgram<T>(
  work: (program: Program) => Promise<T>,
  { keepServer = false }: { readonly keepServer?: boolean } = {},
): Promise<T> {
  const settings = readSettings();
  const isServed = anotherServes(settings.dataFolder);
  const server = await prepareDatabase(settings);
  const program = await openProgram(settings, server.url, { connections: 4 });
  try {
    return await work(program);
  } finally {
    await program.close();
    if (server.isOurs && !isServed && !keepServer) server.stop();
  }
}

/** Does something in a school as whoever owns this machine. */
export const inSchool = <T>(
  program: Program,
  schoolId: SchoolId,
  work: (tx: Tx, actor: Actor) => Promise<T>,
) => {
  const actor = programActor(schoolId);
  return inScope(scopeOf(program), actor, (tx) => work(tx, actor));
};

/** Does something in the school of a URN; a sentence says when there is none. */
export const withSchool = (
  urn: string | undefined,
  work: (program: Program, schoolId: SchoolId) => Promise<Ended>,
): Promise<Ended> =>
  withProgram(async (program) => {
    if (urn === undefined || !/^\d{6}$/.test(urn))
      return refusedWith('Give the school by --school and its URN of six digits.');
    const schoolId = await findSchoolByUrn(program, urn);
    return schoolId === null
      ? refusedWith(`No school with URN ${urn} is here. Add it first: sendero school add --urn ${urn} …`)
      : work(program, schoolId);
  });
