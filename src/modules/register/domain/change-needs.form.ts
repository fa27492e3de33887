import type { SchoolDate } from '#src/kernel/dates.ts';
import { form, optionalDate, optionalText, text, type Values } from '#src/kernel/form.ts';
import { seen } from './change-status.form.ts';
import type { NeedGiven, NeedRecord } from './needs.ts';

/** How many needs the form holds; more are kept as they are, behind these. */
export const needRows = [1, 2, 3, 4] as const;
export type NeedRow = (typeof needRows)[number];

const names = { 1: 'Primary need', 2: 'Second need', 3: 'Third need', 4: 'Fourth need' } as const;

const type = (row: NeedRow) => ({
  ...optionalText({ label: names[row], max: 20 }),
  kind: 'select' as const,
});
const words = (row: NeedRow) =>
  optionalText({ label: `In your own words (${names[row].toLowerCase()})`, max: 2000, kind: 'longText' });
const since = (row: NeedRow) => optionalDate({ label: `Since (${names[row].toLowerCase()})` });
const toldBy = (row: NeedRow) => optionalText({ label: `Told by (${names[row].toLowerCase()})`, max: 200 });

export const changeNeedsForm = form({
  type1: type(1),
  words1: words(1),
  since1: since(1),
  toldBy1: toldBy(1),
  type2: type(2),
  words2: words(2),
  since2: since(2),
  toldBy2: toldBy(2),
  type3: type(3),
  words3: words(3),
  since3: since(3),
  toldBy3: toldBy(3),
  type4: type(4),
  words4: words(4),
  since4: since(4),
  toldBy4: toldBy(4),
  why: text({
    label: 'Reason for the change',
    hint: 'Such as: report of the speech and language therapist',
    max: 1000,
    missing: 'Enter the reason for the change',
  }),
  seen: seen(),
});
export type NeedsTyped = Values<typeof changeNeedsForm>;

/** The needs that a person typed: rows left blank are no needs; without a day, since today or since the need is held. */
export function needsTyped(
  typed: NeedsTyped,
  held: readonly NeedRecord[],
  today: SchoolDate,
): readonly NeedGiven[] {
  const rows = needRows.flatMap((row): NeedGiven[] => {
    const senType = typed[`type${row}`];
    if (senType === undefined) return [];
    const before = held.find((need) => need.senType === senType);
    return [
      {
        senType,
        rank: row,
        ownWords: typed[`words${row}`] ?? null,
        toldBy: typed[`toldBy${row}`] ?? null,
        sinceOn: typed[`since${row}`] ?? before?.fromOn ?? today,
      },
    ];
  });
  const beyond = held.filter((need) => need.rank > needRows.length && !rows.some(isType(need.senType)));
  return [...rows, ...beyond.map((need) => ({ ...need, sinceOn: need.fromOn }))];
}

const isType = (senType: string) => (need: NeedGiven) => need.senType === senType;
