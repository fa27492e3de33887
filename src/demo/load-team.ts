import { sql } from 'kysely';
import { z } from 'zod';
import { programActor } from '#src/kernel/access.ts';
import { addDays } from '#src/kernel/dates.ts';
import { type SchoolId, StaffId } from '#src/kernel/ids.ts';
import { keepTeamMeeting, markAbsent } from '#src/modules/deployment/index.ts';
import { addTask } from '#src/modules/tasks/index.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { peopleOf } from './daily-cast.ts';
import { granted } from './granted.ts';

const actions = [
  { title: 'Put the reading folders back in order, one a table', who: 'ta', inDays: 2 },
  { title: 'Show everybody the new hoist sling on Thursday', who: 'ta', inDays: 4 },
  { title: 'Ask the speech therapist for the sound cards', who: 'senco', inDays: -1 },
] as const;

const notes = [
  'Handover sheets go back into the blue tray by 3.15, so that the late team can read them.',
  'Two pupils wait too long at the hall door: whoever is on duty opens at 12.10.',
  'Talk group moves to the Den until half term, the library is being painted.',
].join('\n\n');

/** Two assistants who are away today, and the weekly meeting of the team, in each school that has a week of its adults. */
export async function loadTeam(program: Program, schools: Iterable<{ schoolId: SchoolId }>): Promise<void> {
  for (const { schoolId } of schools) {
    const people = await inScope(scopeOf(program), programActor(schoolId), peopleOf);
    if (people === null) continue;
    const actor = { ...programActor(schoolId), personId: people.senco, roles: ['senco'] };
    await inScope(scopeOf(program), actor, async (tx) => {
      const adults = await adultsOf(tx);
      if (adults.length < 4) return;
      await awayToday(tx, adults);
      const { today } = tx.scope;
      const told = { heldOn: addDays(today, -3), title: 'Weekly meeting of the team', notes };
      const teamMeetingId = granted(await keepTeamMeeting(tx, { ...told, staffIds: adults }));
      for (const { title, who, inDays } of actions)
        await addTask(tx, {
          ...{ pupilId: null, ownerPersonId: people[who], title, dueOn: addDays(today, inDays) },
          ...{ origin: 'team_meeting', originId: teamMeetingId, audience: 'notes' },
        });
    });
  }
}

/** One all day, one until the end of the morning. On a day on which the school is shut nobody need be marked. */
async function awayToday(tx: Tx, [first, second]: readonly StaffId[]): Promise<void> {
  const { today } = tx.scope;
  const day = { fromOn: today, untilOn: today, fromMinute: 0 };
  if (first !== undefined) await markAbsent(tx, { ...day, staffIds: [first], untilMinute: 1440 });
  if (second !== undefined) await markAbsent(tx, { ...day, staffIds: [second], untilMinute: 720 });
}

async function adultsOf(tx: Tx): Promise<readonly StaffId[]> {
  const { rows } = await sql`
    select staff_id from adult_weeks where school_id = ${tx.scope.actor.schoolId} and until_on is null
    order by staff_id`.execute(tx);
  return z
    .array(z.object({ staffId: StaffId }))
    .parse(rows)
    .map(({ staffId }) => staffId);
}
