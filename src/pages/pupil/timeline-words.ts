import { longDate } from '#src/kernel/dates.ts';
import { isRoleName, roles } from '#src/modules/identity/index.ts';
import type { Happening } from '#src/modules/pupils/index.ts';
import { happeningKinds } from './happening-kinds.ts';
import { fieldWords, valueWords } from './happening-words.ts';
import type { TimelineSearch } from './timeline-search.ts';

export const whoOf = ({ who, role }: Happening): string => who ?? role.split(', ').map(roleName).join(', ');

const roleName = (role: string): string =>
  isRoleName(role) ? roles[role].name : role === 'program' ? 'Sendero' : role;

/** The days last: what changed comes before when. */
const inOrder = (changes: Happening['changes']) =>
  Object.entries(changes).toSorted(([one], [other]) => Number(isDay(one)) - Number(isDay(other)));
const isDay = (field: string): boolean => field === 'fromOn' || field === 'untilOn';

/** A line a field. Fields that were nothing before are told as they are; others as they were and are. */
export const changedLines = ({ changes }: Happening): readonly string[] =>
  inOrder(changes).map(([field, { before, after }]) => {
    const was = before === null || before === undefined ? '' : `${valueWords(field, before)} → `;
    return `${fieldWords(field)}: ${was}${valueWords(field, after)}`;
  });

/** `SEN status, Contacts · from 1 September 2026`; empty when nothing is left out. */
export function searchWords({ kind, from, until }: TimelineSearch): string {
  const kinds = happeningKinds.filter((one) => kind.includes(one.value)).map((one) => one.label);
  return [
    kinds.join(', '),
    from === undefined ? '' : `from ${longDate(from)}`,
    until === undefined ? '' : `until ${longDate(until)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
