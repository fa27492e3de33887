import { longDate } from '#src/kernel/dates.ts';
import { heldRecord } from '../domain/held-records.ts';
import type { Correction } from '../queries/list-corrections.ts';

export const correctionAddress = ({ pupilId, correctionId }: Correction): string =>
  `/pupils/${pupilId}/corrections/${correctionId}`;

/** Which record, who asked and what came of it, with the statement that is kept beside the record. */
export function correctionWords(one: Correction): string {
  const asked = `${heldRecord(one.source, true).title}. ${one.askedBy}, received ${longDate(one.receivedOn)}.`;
  if (one.decidedOn === null || one.why === null) return asked;
  const statement = one.statement === null ? '' : ` Their statement: “${one.statement}”`;
  return `${asked} Decided on ${longDate(one.decidedOn)}: ${one.why}.${statement}`;
}
