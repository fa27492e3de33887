import { addDays, fromPlain, longDate, plain, type SchoolDate } from '../../../kernel/dates.ts';

/** The two clocks of a pupil's records; a school may settle other years than are shipped. */
export const retentionRuleNames = ['sen_pupil', 'pupil'] as const;
export type RetentionRule = (typeof retentionRuleNames)[number];

type Shipped = {
  readonly years: number;
  readonly label: string;
  readonly source: string;
  readonly force: 'PRACTICE';
};

/**
 * What is shipped: practice, not law, so each is a setting of the school.
 * Pupils who ever had SEN (rule priv-2), other pupils (rule priv-3).
 */
export const shippedRules: Readonly<Record<RetentionRule, Shipped>> = {
  sen_pupil: {
    years: 31,
    label: 'Pupils who ever had SEN: the whole file',
    source:
      'IRMS Schools Toolkit: 25 years, the latest end of a plan, and 6 (seen as others cite it). Authorities also say 25, 30 or 35',
    force: 'PRACTICE',
  },
  pupil: {
    years: 25,
    label: 'Pupils who never had SEN',
    source: 'IRMS Schools Toolkit, last secondary school (unverified)',
    force: 'PRACTICE',
  },
};

export type RetentionYears = Readonly<Record<RetentionRule, number>>;

/**
 * The last day on which a pupil's records are kept: the birthday so many years on, whatever the leaving date
 * (rule priv-2). Born 3 May 2018, 31 years → 3 May 2049. Born on 29 February: 1 March where there is no 29th, so that
 * nothing goes a day early.
 */
export function lastDayKept(bornOn: SchoolDate, years: number): SchoolDate {
  const reached = plain(bornOn).add({ years }, { overflow: 'constrain' });
  return reached.day === plain(bornOn).day ? fromPlain(reached) : addDays(fromPlain(reached), 1);
}

/** What decides whether a pupil's records may go. */
export type Standing = {
  readonly bornOn: SchoolDate;
  readonly hadSen: boolean;
  readonly isOnRoll: boolean;
  readonly isHeld: boolean;
};

export type NotToGo = 'on_roll' | 'held' | 'not_ended';

export const ruleOf = ({ hadSen }: Pick<Standing, 'hadSen'>): RetentionRule =>
  hadSen ? 'sen_pupil' : 'pupil';

/** Why a pupil's records may not go today; null when they may. On roll or held: never, whatever the years (rule priv-4). */
export function whyNotToGo(of: Standing, years: RetentionYears, today: SchoolDate): NotToGo | null {
  if (of.isOnRoll) return 'on_roll';
  if (of.isHeld) return 'held';
  return lastDayKept(of.bornOn, years[ruleOf(of)]) < today ? null : 'not_ended';
}

/** The sum that gave the day, in words. */
export function keptUntilWords(of: Standing, years: RetentionYears): string {
  const rule = ruleOf(of);
  const had = of.hadSen ? 'ever had SEN' : 'never had SEN';
  return `Born ${longDate(of.bornOn)}, ${had}: ${years[rule]} years after birth is ${longDate(lastDayKept(of.bornOn, years[rule]))}`;
}

export const notToGoWords: Readonly<Record<NotToGo, string>> = {
  on_roll: 'The pupil is on roll, or is to start: nothing is removed',
  held: 'The records are held: end the hold first',
  not_ended: 'The period has not ended',
};
