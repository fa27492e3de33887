import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { clockOf } from '../domain/clock-times.ts';
import type { Explained, OtherWay } from '../domain/explain-placement.ts';
import type { FullWeek } from '../domain/full-week.ts';
import { dayShort, forWhom, shownOf, whenOf } from './team-words.ts';
import { wayWords, whyWords } from './why-words.ts';

export type Why = { readonly week: FullWeek; readonly explained: Explained };

/** What could be had stands first. */
const openFirst = (ways: readonly OtherWay[]): readonly OtherWay[] =>
  ways.toSorted((one, other) => Number(one.rule !== null) - Number(other.rule !== null));

function whenIn(week: FullWeek, slotId: string): string {
  const slot = week.slots.find((one) => one.slotId === slotId);
  return slot === undefined ? '' : `${dayShort[slot.day]} ${clockOf(slot.from)}`;
}

/** What has the same reason in one row: names of adults, or times. */
function rowsOf(week: FullWeek, ways: readonly OtherWay[], nameOf: (way: OtherWay) => string) {
  const byWords = Map.groupBy(openFirst(ways), (way) => wayWords(week, way));
  return [...byWords].map(([why, all]) => ({ who: all.map(nameOf).join(', '), why }));
}

/** Why something is placed with this adult at this time: in sentences, then adult by adult and time by time. */
export function WhyPlaced({ week, explained, back }: Why & { back: { href: string; label: string } }) {
  const [one] = shownOf({ ...week, placements: [explained.placement] });
  if (one === undefined) return null;
  const { demand, adultName } = one;
  const { byOthers, atOtherTimes } = explained;
  const nameOf = ({ placement }: OtherWay) =>
    week.adults.find(({ staffId }) => staffId === placement.staffId)?.name ?? '';
  return (
    <>
      <BackLink href={back.href}>{back.label}</BackLink>
      <PageHead
        title={`Why ${adultName}, ${whenOf(one)}?`}
        lead={[demand.title, forWhom(week, demand), demand.room].filter(Boolean).join(' · ')}
      />
      <Card title="In short">
        {whyWords(week, explained).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {week.fixedIds.has(demand.demandId) && (
          <p>
            It follows from its group and is changed there:{' '}
            <a href={`/provision/runs/${demand.runId}`}>open the provision</a>.
          </p>
        )}
      </Card>
      {byOthers.length > 0 && (
        <Card title="Why nobody else at this time">
          <DataTable
            caption="Each other adult, and why not"
            isStacked
            columns={[
              { key: 'who', label: 'Adult', isRowHead: true },
              { key: 'why', label: 'Why not' },
            ]}
            rows={rowsOf(week, byOthers, nameOf)}
          />
        </Card>
      )}
      {atOtherTimes.length > 0 && (
        <Card title={`Why not at another time with ${adultName}`}>
          <DataTable
            caption="Other times at which it may begin, and why not"
            isStacked
            columns={[
              { key: 'who', label: 'When', isRowHead: true },
              { key: 'why', label: 'Why not' },
            ]}
            rows={rowsOf(week, atOtherTimes, ({ placement }) => whenIn(week, placement.slotId))}
          />
        </Card>
      )}
    </>
  );
}
