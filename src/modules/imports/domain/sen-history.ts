import { findCode, isInForce } from '../../../kernel/codes/codes.ts';
import { senProvision } from '../../../kernel/codes/sen-provision.codes.ts';
import { senType } from '../../../kernel/codes/sen-type.codes.ts';
import { addDays, ageOn, type SchoolDate } from '../../../kernel/dates.ts';
import type { IncomingNeed, IncomingSenPeriod, SenStatusInFile } from './incoming.ts';

/** Something in a record that a person should look at. Nothing is put right by itself. */
export type Doubt = { readonly value: string; readonly message: string; readonly todo: string };

/** One line of a file's SEN history: a change, with no end. */
export type SenChange = { readonly from: SchoolDate; readonly status: SenStatusInFile };

export type Circumstances = { readonly today: SchoolDate; readonly bornOn?: SchoolDate | null };

const isSame = (a: SenStatusInFile, b: SenStatusInFile): boolean =>
  a.code === b.code && a.isMonitoring === b.isMonitoring && (a.code !== null || a.text === b.text);

function doubtOfDate(from: SchoolDate, { today, bornOn }: Circumstances): string | null {
  if (from > today) return 'The SEN history has a date in the future.';
  if (bornOn === undefined || bornOn === null || bornOn > today) return null;
  if (from < bornOn) return 'The SEN history has a date before the pupil was born.';
  const years = Number(from.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return years <= 2 && ageOn(bornOn, from) < 2 ? 'The SEN history begins before the pupil was two.' : null;
}

function doubtOfStatus({ from, status }: SenChange): string | null {
  const code = status.code === null ? null : findCode(senProvision, status.code);
  if (code === null || isInForce(code, from)) return null;
  return `The status ${code.code} (${code.label}) was not in use on that day.`;
}

const CHECK = 'Compare with the paper record, and ask the school that sent the file.';

/**
 * Turns a list of changes into dated periods: sorted by date, the end of one the day before the next (rule file-2).
 * Of two changes on one day the later in the file counts, with a warning. The same status twice in a row is
 * one period from the earlier date. N at the end means that the pupil came off the register: it is a period
 * like any other and history stays. Old letters stay as they are.
 */
export function periodsOf(
  changes: readonly SenChange[],
  circumstances: Circumstances,
): { readonly periods: readonly IncomingSenPeriod[]; readonly doubts: readonly Doubt[] } {
  const sorted = [...changes].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const doubts: Doubt[] = [];
  const kept: SenChange[] = [];
  for (const change of sorted) {
    const value = `${change.from} ${change.status.text}`;
    for (const message of [doubtOfDate(change.from, circumstances), doubtOfStatus(change)])
      if (message !== null) doubts.push({ value, message, todo: CHECK });
    const last = kept.at(-1);
    if (last?.from === change.from) {
      kept.pop();
      if (!isSame(last.status, change.status))
        doubts.push({
          value: `${change.from} ${last.status.text}, ${change.status.text}`,
          message: 'Two SEN statuses begin on one day; the later in the file was taken.',
          todo: CHECK,
        });
    }
    const before = kept.at(-1);
    if (before === undefined || !isSame(before.status, change.status)) kept.push(change);
  }
  const periods = kept.map(({ from, status }, index) => {
    const next = kept[index + 1];
    return { from, until: next === undefined ? null : addDays(next.from, -1), status };
  });
  return { periods, doubts: [...doubts, ...doubtsOfLast(periods.at(-1))] };
}

function doubtsOfLast(last: IncomingSenPeriod | undefined): readonly Doubt[] {
  if (last === undefined || !['S', 'A', 'P', 'Q'].includes(last.status.code ?? '')) return [];
  return [
    {
      value: `${last.from} ${last.status.text}`,
      message: 'The last SEN status is an old one that no pupil has today.',
      todo: 'Find out what the pupil has now and enter it.',
    },
  ];
}

/** Needs by rank, those without one last, otherwise as in the file. */
export const byRank = (needs: readonly IncomingNeed[]): readonly IncomingNeed[] =>
  [...needs].sort((a, b) => (a.rank ?? 100) - (b.rank ?? 100));

const isOpen = (need: IncomingNeed, today: SchoolDate): boolean =>
  need.until === undefined || need.until === null || need.until >= today;

const nameOf = (need: IncomingNeed): string => need.type?.code ?? need.type?.text ?? need.ownWords ?? '';

function doubtOfNeed(need: IncomingNeed, today: SchoolDate): Doubt | null {
  const code = need.type === null ? null : findCode(senType, need.type.code ?? '');
  const value = nameOf(need);
  const todo = 'Check the need with the school’s record.';
  if (need.rank === 1 && !isOpen(need, today))
    return { value, message: 'The primary need has ended.', todo: 'Decide which need is primary now.' };
  if (code?.validFrom !== undefined && need.from != null && need.from < code.validFrom)
    return { value, message: `The need ${code.code} was not in use before ${code.validFrom}.`, todo };
  if (code?.validUntil !== undefined && isOpen(need, today) && today > code.validUntil)
    return {
      value,
      message: `The need ${code.code} (${code.label}) is no longer in use.`,
      todo: 'Assess again and choose a need of today’s list.',
    };
  return null;
}

/**
 * What in a pupil's needs is odd: ranks repeated or without a first, a primary need that ended, NSA with E, codes
 * out of their time. It is told, never repaired (rule file-3).
 */
export function doubtsOfNeeds(
  needs: readonly IncomingNeed[],
  { today, status }: { readonly today: SchoolDate; readonly status?: SenStatusInFile | null | undefined },
): readonly Doubt[] {
  const doubts = needs.map((need) => doubtOfNeed(need, today)).filter((doubt) => doubt !== null);
  const open = needs.filter((need) => isOpen(need, today));
  const ranks = open.map((need) => need.rank).filter((rank) => rank !== null);
  const value = open.map((need) => `${need.rank ?? '–'} ${nameOf(need)}`).join(', ');
  if (new Set(ranks).size < ranks.length)
    doubts.push({ value, message: 'Two needs have the same rank.', todo: 'Put the needs in order.' });
  if (ranks.length > 0 && !ranks.includes(1))
    doubts.push({ value, message: 'No need is ranked first.', todo: 'Decide which need is primary.' });
  if (status?.code === 'E' && open.some((need) => need.type?.code === 'NSA'))
    doubts.push({
      value: 'NSA',
      message: 'NSA (no specialist assessment) does not go with an EHC plan.',
      todo: 'Choose the need that the plan names.',
    });
  return doubts;
}
