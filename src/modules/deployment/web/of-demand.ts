import { z } from 'zod';
import type { Values } from '#src/kernel/form.ts';
import { findByNames } from '#src/modules/provision/index.ts';
import { listGroups } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { DemandSaid } from '../commands/keep-demand.ts';
import { findOrAddSkills } from '../commands/keep-skill.ts';
import type { DemandFact, FullWeek } from '../domain/full-week.ts';
import type { demandForm } from '../domain/set-up.form.ts';
import { getWeek } from '../queries/get-week.ts';
import { readDemands } from '../queries/read-week.ts';
import { namesFault } from './names-fault.ts';

export const OfDemand = z.object({ demandId: z.uuid() });
export const demandsHref = '/team/demands';

/** What was said by hand of one demand, whenever it holds; null where nothing was. */
export async function findDemand(tx: Tx, demandId: string): Promise<DemandFact | null> {
  return (await readDemands(tx, null)).find((one) => one.demandId === demandId) ?? null;
}

export const adultOptions = ({ adults }: Pick<FullWeek, 'adults'>) =>
  adults.map(({ staffId, name }) => ({ value: staffId, label: name }));

/** What the form of a demand chooses among. */
export async function demandChoices(tx: Tx) {
  const { today } = tx.scope;
  const week = await getWeek(tx, today);
  const groups = await listGroups(tx, today);
  return {
    today,
    adults: adultOptions(week),
    classes: groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
  };
}
export type DemandChoices = Awaited<ReturnType<typeof demandChoices>>;

type Said = Values<typeof demandForm>;

/** What is said in the fields that every demand has. */
export async function askedSaid(
  tx: Tx,
  {
    weekdays,
    fromMinute,
    untilMinute,
    kinds,
    room,
    skills,
    adults,
  }: Pick<Said, 'weekdays' | 'fromMinute' | 'untilMinute' | 'kinds' | 'room' | 'skills' | 'adults'>,
  known: DemandChoices['adults'],
) {
  return {
    weekdays: weekdays.length === 0 ? null : weekdays.map(Number),
    ...{ fromMinute, untilMinute, room: room ?? null },
    slotKinds: kinds.length === 0 ? null : kinds,
    skillIds: await findOrAddSkills(tx, (skills ?? '').split('\n')),
    staffIds: known.filter(({ value }) => adults.some((one) => one === value)).map(({ value }) => value),
  };
}

export const orderFault = ({ fromMinute, untilMinute }: Pick<Said, 'fromMinute' | 'untilMinute'>) =>
  fromMinute !== null && untilMinute !== null && untilMinute <= fromMinute
    ? { untilMinute: 'It must be over after it may begin' }
    : null;

/** What the form says, with pupils looked up by their names; or what is wrong, by field. */
export async function demandSaid(tx: Tx, values: Said, choices: DemandChoices) {
  const order = orderFault(values);
  if (order !== null) return { errors: order };
  const { pupilIds, faults } = await findByNames(tx, values.names);
  if (faults.length > 0) return { errors: { names: namesFault(faults) } };
  const { kind, name, force, times, length, oncePerDay, need, fromOn, untilOn = null } = values;
  const said: DemandSaid = {
    ...{ kind, name, force, times, length, oncePerDay, need, fromOn, untilOn },
    groupId: choices.classes.find(({ value }) => value === values.groupId)?.value ?? null,
    ...(await askedSaid(tx, values, choices.adults)),
  };
  return { said, pupilIds: [...new Set(pupilIds)] };
}

export const endsBeforeStart = { untilOn: 'The last day must be on or after the first day' };
