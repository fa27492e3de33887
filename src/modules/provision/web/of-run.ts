import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { timeWords, weekdayWords } from '../domain/provision-words.ts';
import { type ClashesAsked, listClashes, type NamedClash } from '../queries/list-clashes.ts';
import { type FullRun, findRun } from '../queries/list-runs.ts';
import type { NameFault } from '../queries/suggest-pupils.ts';

export const OfRun = z.object({ runId: z.uuid() });

export const runHref = (runId: string): string => `/provision/runs/${runId}`;

/** The run of a page with today; null where there is none to see, or it was withdrawn. */
export async function loadRun(tx: Tx, { runId }: { runId: string }) {
  const full = await findRun(tx, runId);
  return full === null || full.run.isWithdrawn ? null : { full, today: tx.scope.today };
}

export const ofRun = ({ full }: { readonly full: FullRun }): readonly PupilId[] => pupilsOf(full);

export const pupilsOf = ({ pupils }: Pick<FullRun, 'pupils'>): readonly PupilId[] => [
  ...new Set(pupils.map(({ pupilId }) => pupilId)),
];

const stale =
  'Somebody changed this while you were writing. Nothing was overwritten: compare the two and save again if yours is right';

/** What a refusal says, by the field it belongs to; `form` for the whole. */
export const refusalWords = {
  stale: { form: stale },
  ends_before_start: { untilOn: 'The last day must be on or after the first day' },
  sessions_outside: {
    untilOn: 'A session was logged for a day that this would leave out. Undo it first, or choose another day',
  },
  has_sessions: { form: 'A session was logged already, so it cannot be taken back. End it instead' },
  outside_run: { fromOn: 'The day must lie within the days of the group' },
  already_in: { pupils: 'A pupil is in this group on that day already' },
  already_there: { staffId: 'They run this group on some of these days already' },
  before_start: { untilOn: 'The last day must be on or after the first day' },
  not_whole: { form: 'The shares must make 100 per cent' },
} as const;

/** A line of a clash: who, what it meets, when and from which day. */
const clashLine = ({ who, wanted, held, firstOn }: NamedClash): string =>
  `${who} is in ${held.what} on ${weekdayWords[wanted.weekday] ?? ''} at ${timeWords(held.startsAt ?? '')} (${held.minutes} minutes) from ${middleDate(firstOn)}`;

/**
 * What is in the way of a place in the week, as the message of the field that asks for the reason; null when nothing is, or
 * when a reason was given.
 */
export async function clashFault(
  tx: Tx,
  asked: ClashesAsked,
  why: string | undefined,
): Promise<{ readonly clashWhy: string } | null> {
  if (why !== undefined) return null;
  const clashes = await listClashes(tx, asked);
  if (clashes.length === 0) return null;
  const lines = [...new Set(clashes.map(clashLine))];
  const shown = lines.slice(0, 4).join('. ');
  const more = lines.length > 4 ? `. And ${lines.length - 4} more` : '';
  return { clashWhy: `${shown}${more}. Choose another time, or say why it goes ahead` };
}

/** Why lines of names could not be read, as the message of their field. */
export const namesFault = (faults: readonly NameFault[]): { readonly others: string } => ({
  others: faults
    .map(({ line, found }) =>
      found.length === 0
        ? `Nobody on roll is called ${line}`
        : `${line} may be ${found.map(({ forename, surname, className }) => `${forename} ${surname}${className === null ? '' : ` (${className})`}`).join(' or ')}: write more of the name`,
    )
    .join('. '),
});
