import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { Clock } from '#src/modules/statutory/index.ts';
import type { Authority } from './authority.ts';

export type Chase = {
  readonly clock: Pick<Clock, 'name' | 'dueOn' | 'startedOn' | 'source' | 'limit' | 'force'>;
  readonly authority: Pick<Authority, 'name' | 'teamContact'> | null;
  /** What started the clock, in words. */
  readonly began: string;
  /** Initials and date of birth only: the letter may go by mail. */
  readonly pupil: string;
  readonly schoolName: string;
  readonly today: SchoolDate;
};

/** Dates of the law are named as such; what the Code or the authority itself says is named as that. */
const forceWords: Readonly<Record<Clock['force'], string>> = {
  LAW: 'The law sets this limit',
  CoP: 'The SEND Code of Practice sets this limit',
  LOCAL: 'This is the aim that the authority itself has named; the law gives no date',
  PRACTICE: 'This is what is usual; the law gives no date',
};

/**
 * A polite letter to an authority that is late, with the rule and the sum. It asks for a date and, where the authority
 * relies on an exception, for which. It names the pupil by initials alone.
 */
export function chaseLetter({ clock, authority, began, pupil, schoolName, today }: Chase): string {
  const to = authority?.teamContact ?? 'SEND team';
  return [
    `To the ${to}${authority === null ? '' : `, ${authority.name}`}`,
    longDate(today),
    `About: ${pupil}`,
    `Step awaited: ${clock.name}`,
    'Dear colleagues',
    `We are writing about the step named above. ${began} on ${longDate(clock.startedOn)}. ${forceWords[clock.force]}: ${clock.source}, ${clock.limit}. By that the step was due on ${longDate(clock.dueOn)}. We have not had word of it by today.`,
    'We know how many requests your team has in hand. Could you please let us and the family know by which date we can expect it? If it has gone out and not reached us, a copy would help. If you rely on one of the exceptions in the regulations, please tell us which, and from when.',
    'We are glad to send anything that is still missing, or to talk it through.',
    'Yours sincerely',
    schoolName,
  ].join('\n\n');
}
