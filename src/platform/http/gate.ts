import { z } from 'zod';
import { type Member, may, type Permission } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { BadRequest, Forbidden, NotFound } from '#src/kernel/stops.ts';
import { findSignedIn, keepSeen, type SignedIn, toSignIn } from '../auth/session.ts';
import { standInSchool } from '../auth/standing.ts';
import { asPerson, type Tx } from '../db/scope.ts';
import { type Program, scopeOf } from '../program.ts';
import type { Web } from './route.ts';

type Gate<P extends z.ZodType, Q extends z.ZodType> = {
  readonly params: P;
  readonly search?: Q | undefined;
  readonly may: Permission;
};

/** A request that may go on: who asks, and the parsed parts of the address. */
export type Passed<P, Q> = {
  readonly person: SignedIn;
  readonly params: P;
  readonly search: Q;
  /** Opens the school; a person without business there, or without the permission, is stopped. */
  readonly enter: <T>(isLooking: boolean, work: (tx: Tx, actor: Member) => Promise<T>) => Promise<T>;
};

/** Parse and authorise, in this order, for every kind of route. A `Response` sends the person elsewhere. */
export async function pass<P extends z.ZodType, Q extends z.ZodType>(
  web: Web,
  program: Program,
  gate: Gate<P, Q>,
): Promise<Passed<z.output<P>, z.output<Q>> | Response> {
  const params = gate.params.safeParse(web.req.param());
  if (!params.success) throw new NotFound();
  const search = (gate.search ?? z.object({})).safeParse(oneEach(web));
  if (!search.success) throw new BadRequest();
  const person = await findSignedIn(program, web);
  if (person === null) return toSignIn(web);
  const { schoolId } = person;
  if (schoolId === null) return web.redirect('/schools', 303);
  const pupilId = pupilIn(params.data);
  const enter: Passed<unknown, unknown>['enter'] = async (isLooking, work) => {
    const request = { ...scopeOf(program), isLooking };
    const who = {
      personId: person.personId,
      schoolId,
      permission: gate.may,
      pupilId,
      find: program.findActor,
    };
    const result = await asPerson(request, who, async (tx, actor) => {
      standInSchool(web, person, actor);
      if (!may(actor, gate.may)) throw new Forbidden();
      if (pupilId !== null) await program.beforePupil(tx, pupilId);
      return { value: await work(tx, actor) };
    });
    if (result === null) throw new Forbidden('no membership');
    await keepSeen(program, person);
    return result.value;
  };
  return { person, params: params.data, search: search.data as z.output<Q>, enter };
}

/** The search part of the address: a name given twice is a list. */
function oneEach(web: Web): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = {};
  for (const [name, values] of Object.entries(web.req.queries())) {
    const [first = ''] = values;
    given[name] = values.length > 1 ? values : first;
  }
  return given;
}

/** The pupil that the address names, if it names one. */
function pupilIn(params: unknown): PupilId | null {
  const named = z.object({ pupilId: PupilId }).safeParse(params);
  return named.success ? named.data.pupilId : null;
}
