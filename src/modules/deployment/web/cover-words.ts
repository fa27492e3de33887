import type { StaffId } from '#src/kernel/ids.ts';
import type { Marked, MarkRefusal } from '../commands/mark-absent.ts';
import { timesWords } from '../domain/day/absence.ts';

export const absenceWords: Readonly<Record<MarkRefusal, Readonly<Record<string, string>>>> = {
  ends_before_start: { untilOn: 'The last day must be the first day or later' },
  ends_before_it_starts: { untilTime: 'The end must be after the beginning' },
  past: { untilOn: 'This absence is over. Say of each session that was missed what became of it instead' },
  too_far: { fromOn: 'This is more than 200 days ahead. Check the year' },
  school_shut: { fromOn: 'The school is shut on this day: nobody need be marked as away' },
  nobody: { staffIds: 'Tick who is away' },
};

const listed = new Intl.ListFormat('en-GB');

/** What came of marking: who is away now, and who was marked already and stays as they are. */
export function markedWords({ marked, already }: Marked, names: ReadonlyMap<StaffId, string>): string {
  const now = marked.map((staffId) => names.get(staffId) ?? 'somebody');
  const before = already.map((one) => `${one.name} (${timesWords(one)})`);
  return [
    now.length === 0 ? null : `${listed.format(now)} ${now.length === 1 ? 'is' : 'are'} marked as away`,
    before.length === 0 ? null : `Marked already: ${listed.format(before)}`,
  ]
    .filter((words) => words !== null)
    .join('. ');
}
