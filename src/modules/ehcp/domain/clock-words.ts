import { middleDate } from '#src/kernel/dates.ts';
import type { Clock, ClockState } from '#src/modules/statutory/index.ts';

type Stands = { readonly state: ClockState };

/** Still to be done, whether its day has passed or not. */
export const isOpen = ({ state }: Stands): boolean =>
  state.is !== 'met' && (state.is !== 'late' || state.endedOn === null);

/** Its day has passed and nobody has done it; an exception that was claimed is not called late. */
export const isLate = ({ state }: Stands): boolean => state.is === 'late' && state.endedOn === null;

/** The days before its day on which a clock is called near. */
export const soonDays = 14;

const daysWords = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** How a clock stands, in words, and how much it asks of whoever reads it. */
export function clockStands({ state }: Stands): {
  readonly kind: 'good' | 'watch' | 'warn' | 'late';
  readonly words: string;
} {
  switch (state.is) {
    case 'met':
      return { kind: 'good', words: `Done ${middleDate(state.on)}` };
    case 'exception claimed':
      return { kind: 'warn', words: `${daysWords(state.days)} past, exception claimed` };
    case 'running':
      return {
        kind: state.daysLeft <= soonDays ? 'warn' : 'watch',
        words: state.daysLeft === 0 ? 'Today' : `In ${daysWords(state.daysLeft)}`,
      };
    case 'late':
      return state.endedOn === null
        ? { kind: 'late', words: `${daysWords(state.days)} late` }
        : { kind: 'warn', words: `Done ${daysWords(state.days)} late` };
  }
}

const owners: Readonly<Record<Clock['owedBy'], string>> = {
  school: 'The school',
  authority: 'The authority',
  parent: 'The family',
  'mediation adviser': 'The mediation adviser',
};

/** Who owes it: the family is the parent, or the young person who holds the rights. */
export const ownerWords = ({ clock }: { readonly clock: Pick<Clock, 'owedBy'> }): string =>
  owners[clock.owedBy];

/** The number that the law's own list gives a clock; null for one that has only a name here. */
export const numberOfClock = ({ id }: Pick<Clock, 'id'>): string | null => (/^[A-Z]+\d/.test(id) ? id : null);
