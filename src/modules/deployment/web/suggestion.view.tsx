import { DataTable } from '#src/ui/data-table.tsx';
import { PickBox } from '#src/ui/pick-box.tsx';
import type { FullWeek } from '../domain/full-week.ts';
import type { Change } from '../domain/part-of-suggestion.ts';
import { boardOf } from '../domain/placement/board.ts';
import { coverageOf, worthOf } from '../domain/placement/score.ts';
import { unmetHelp } from '../domain/placement/unmet.ts';
import type { Force, Placement } from '../domain/week.ts';
import { forceWords, placesWords, remedyWords } from './suggestion-words.ts';
import { forWhom, hoursWords } from './team-words.ts';

type Compared = {
  readonly week: FullWeek;
  readonly placements: readonly Placement[];
  readonly bounds: Readonly<Record<Force, number>> | null;
};

const ofBound = (week: FullWeek, placements: readonly Placement[], force: Force, bound: number): string => {
  const board = boardOf(week);
  const value = placements.reduce((sum, { demandId }) => {
    const demand = board.demands.get(demandId);
    return demand?.force === force ? sum + worthOf(board, demand) : sum;
  }, 0);
  if (value >= bound) return 'The most possible';
  return `Within ${Math.max(0.1, Math.ceil((1000 * (bound - value)) / bound) / 10)} % of it`;
};

/** What is given of what is asked, by force: as it stands, and as suggested. */
export function CoverageTable({ week, placements, bounds }: Compared) {
  const board = boardOf(week);
  const now = coverageOf(board, week.placements);
  return (
    <DataTable
      caption="Help that is given, by how much it binds"
      isStacked
      columns={[
        { key: 'force', label: 'Help', isRowHead: true },
        { key: 'asked', label: 'Needed a week', isNumber: true },
        { key: 'now', label: 'As it stands', isNumber: true },
        { key: 'suggested', label: 'Suggested', isNumber: true },
        { key: 'bound', label: 'The most possible' },
      ]}
      rows={coverageOf(board, placements).map((one, at) => ({
        force: forceWords[one.force],
        asked: hoursWords(one.minutesAsked),
        now: hoursWords(now[at]?.minutesPlaced ?? 0),
        suggested: hoursWords(one.minutesPlaced),
        bound: bounds === null ? '' : ofBound(week, placements, one.force, bounds[one.force]),
      }))}
    />
  );
}

type Changed = Compared & {
  readonly suggestionId: string;
  readonly changes: readonly Change[];
  /** The demands that are ticked. */
  readonly ticked: ReadonlySet<string>;
  /** False where the week was changed since: then it is only shown. */
  readonly mayTake: boolean;
};

/** What would be given at other times or by other adults: each with a box, each place with the page that says why. */
export function ChangesTable({ week, suggestionId, changes, ticked, mayTake }: Changed) {
  const nameOf = ({ demand }: Change) =>
    `${demand.title}${forWhom(week, demand) === '' ? '' : `: ${forWhom(week, demand)}`}`;
  const address = `/team/suggestions/${suggestionId}`;
  return (
    <DataTable
      caption="What would change"
      isStacked
      columns={[
        { key: 'help', label: 'Help', isRowHead: true },
        { key: 'from', label: 'No longer', isQuiet: true },
        { key: 'to', label: 'Instead' },
      ]}
      rows={changes.map((change, at) => ({
        help: mayTake ? (
          <PickBox
            name="demandIds"
            id={at === 0 ? 'demandIds' : `demand-${at}`}
            value={change.demand.demandId}
            label={nameOf(change)}
            isTicked={ticked.has(change.demand.demandId)}
          />
        ) : (
          nameOf(change)
        ),
        from: placesWords(week, change.gone)
          .map(({ words }) => words)
          .join(', '),
        to: placesWords(week, change.come).map(
          ({ placement: { demandId, slotId, staffId }, words }, place) => (
            <span key={words}>
              {place > 0 && ', '}
              {words}{' '}
              <a href={`${address}/demands/${demandId}/slots/${slotId}/staff/${staffId}`}>
                Why<span class="govuk-visually-hidden">{`: ${change.demand.title}, ${words}`}</span>
              </a>
            </span>
          ),
        ),
      }))}
    />
  );
}

/** What still misses times, why, and what would meet it. */
export function UnmetTable({ week, placements }: Compared) {
  const unmet = unmetHelp(boardOf(week), placements);
  if (unmet.length === 0) return <p>All help that is needed would be given.</p>;
  const demands = new Map(week.demands.map((demand) => [demand.demandId, demand]));
  return (
    <DataTable
      caption="Help that would still be missing"
      isStacked
      columns={[
        { key: 'help', label: 'Help', isRowHead: true },
        { key: 'missing', label: 'Times missing', isNumber: true },
        { key: 'reason', label: 'Why' },
        { key: 'remedy', label: 'What would meet it once more' },
      ]}
      rows={unmet.map(({ demand, missing, reason, remedy }) => ({
        help: demands.get(demand.demandId)?.title ?? '',
        missing: String(missing),
        reason,
        remedy: remedyWords(week, remedy),
      }))}
    />
  );
}
