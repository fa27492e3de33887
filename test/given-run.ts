import { schoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Run, Slot } from '#src/modules/provision/domain/run.ts';

/** The Monday on which everything made here begins, unless it is said otherwise. */
export const runStart = schoolDate('2026-09-07');

/** A run as the domain has it, for tests without a database. */
export const runOf = (given: Partial<Run> = {}): Run => ({
  runId: newId(),
  name: 'Talk Boost, red group',
  entryKey: 'talk-boost-ks1',
  entryId: null,
  tier: 'targeted',
  areas: ['communication'],
  fromOn: runStart,
  untilOn: schoolDate('2026-12-18'),
  place: null,
  charge: 'shared',
  entryRule: null,
  exitRule: null,
  reviewOn: null,
  endedWhy: null,
  isWithdrawn: false,
  version: 1,
  ...given,
});

/** A place in the week as the domain has it. */
export const slotOf = (given: Partial<Slot> = {}): Slot => ({
  slotId: newId(),
  runId: newId(),
  weekday: 2,
  startsAt: '09:30',
  minutes: 30,
  place: null,
  fromOn: runStart,
  untilOn: null,
  version: 1,
  ...given,
});
