import type { Actor } from '../../../kernel/access.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { holdsOn, type Spell } from './run.ts';

type Adult = Spell & { readonly personId: PersonId | null };

/**
 * Who says what became of a run's session: those who run it on that day, and those who see the whole school. Nobody else,
 * as they might see only some of its pupils.
 */
export const mayLog = (actor: Actor, staff: readonly Adult[], on: SchoolDate): boolean =>
  actor.permissions.has('provision.log') &&
  (actor.reach === 'school' || staff.some((one) => one.personId === actor.personId && holdsOn(one, on)));
