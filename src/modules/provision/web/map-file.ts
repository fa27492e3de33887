import type { Member } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { forecastOf } from '../domain/map/map-costs.ts';
import { countsAdults, type MapFilter } from '../domain/map/map-filter.ts';
import { mondayAt, weeksShown } from '../domain/map/map-frame.ts';
import { totalsOf } from '../domain/map/map-words.ts';
import type { Measured } from '../domain/map/run-node.ts';
import { countWords, type DrawnMap, drawMap } from './map-drawn.ts';
import { loadMap, type MapView } from './map-view.ts';

/** One row of the map as it leaves the school: numbers are numbers. */
export type FileRow = {
  readonly level: 'Group' | 'Run' | 'Pupil';
  readonly group: string;
  readonly run: string;
  readonly pupil: string;
  readonly className: string;
  readonly yearGroup: string;
  readonly given: number;
  readonly planned: number;
  readonly extra: number;
  readonly lost: number;
  readonly ownAbsence: number;
  readonly notLogged: number;
  readonly toCome: number;
  /** Pence; null for those who may not see it. */
  readonly spent: number | null;
  readonly forecast: number | null;
  /** Given and planned by week. */
  readonly weeks: readonly (readonly [given: number, planned: number])[];
};

export type MapFile = {
  readonly view: MapView;
  readonly drawn: DrawnMap;
  readonly rows: readonly FileRow[];
  readonly weeks: readonly SchoolDate[];
  readonly today: SchoolDate;
  readonly title: string;
  readonly shows: string;
  readonly madeBy: string;
};

export async function loadMapFile(tx: Tx, actor: Member, filter: MapFilter): Promise<MapFile> {
  const view = await loadMap(tx, filter, { opened: 'all' });
  const drawn = drawMap(view, true);
  const { map } = view;
  const at = map === null ? [] : weeksShown(map.frame);
  const whose = countsAdults(filter) ? 'Rows of runs count adults’ minutes' : 'Minutes of pupils';
  return {
    view,
    drawn,
    rows: rowsOf(view, drawn, at),
    weeks: map === null ? [] : at.map((one) => mondayAt(map.frame, one)),
    today: tx.scope.today,
    title: `Provision map, ${actor.schoolName}`,
    shows: `${map?.period.label ?? 'No academic year is entered'}: ${countWords(drawn)}. ${whose}`,
    madeBy: `Made by ${actor.knownAs} on ${timeWords(tx.scope.clock.now())}`,
  };
}

function rowsOf({ map, filter }: MapView, drawn: DrawnMap, at: readonly number[]): readonly FileRow[] {
  const seesCost = map?.money != null;
  const row = (
    words: Pick<FileRow, 'level' | 'group' | 'run' | 'pupil' | 'className' | 'yearGroup'>,
    { spent }: Measured,
    cells: Measured['cells'],
  ): FileRow => {
    const had = cells();
    const { held, extra, planned, lost, own, notLogged, toCome } = totalsOf(had);
    return {
      ...words,
      given: held + extra,
      planned,
      extra,
      lost,
      ownAbsence: own,
      notLogged,
      toCome,
      spent: seesCost ? spent().toDate : null,
      forecast: seesCost ? forecastOf(spent()) : null,
      weeks: at.map((week) => [(had.held[week] ?? 0) + (had.extra[week] ?? 0), had.planned[week] ?? 0]),
    };
  };
  const none = { group: '', run: '', pupil: '', className: '', yearGroup: '' };
  const adults = countsAdults(filter);
  const tree = drawn.groups.flatMap((group) => [
    row({ ...none, level: 'Group', group: group.label }, group, adults ? group.adults : group.cells),
    ...group.runs.flatMap((node) => [
      row(
        { ...none, level: 'Run', group: group.label, run: node.run.name },
        node,
        adults ? node.adults : node.cells,
      ),
      ...node
        .places()
        .map((place) =>
          row(
            { ...pupilOf(place), level: 'Pupil', group: group.label, run: node.run.name },
            place,
            place.cells,
          ),
        ),
    ]),
  ]);
  const grid = drawn.pupils.map((node) =>
    row(
      {
        ...pupilOf(node),
        level: 'Pupil',
        group: '',
        run: node.runs.map(({ runId }) => drawn.runNames.get(runId) ?? '').join('; '),
      },
      node,
      node.cells,
    ),
  );
  return [...tree, ...grid];
}

const pupilOf = ({ pupil }: Measured & { pupil: DrawnMap['pupils'][number]['pupil'] }) => ({
  pupil: `${pupil.surname}, ${pupil.forename}`,
  className: pupil.className ?? '',
  yearGroup: pupil.yearGroup ?? '',
});

/** 1204 → `12.04`, for a sheet that reckons in pounds. */
export const poundsText = (pence: number | null): string => (pence === null ? '' : (pence / 100).toFixed(2));
export const mapFilePupils = ({ drawn }: MapFile) => drawn.pupilIds;

/** What stands in every file beside the weeks: label and value of a row. */
export const fileColumns = [
  ['Level', (row: FileRow) => row.level],
  ['Group', (row: FileRow) => row.group],
  ['Run', (row: FileRow) => row.run],
  ['Pupil', (row: FileRow) => row.pupil],
  ['Year', (row: FileRow) => row.yearGroup],
  ['Class', (row: FileRow) => row.className],
  ['Minutes given', (row: FileRow) => row.given],
  ['Minutes planned', (row: FileRow) => row.planned],
  ['Of them extra', (row: FileRow) => row.extra],
  ['Minutes lost', (row: FileRow) => row.lost],
  ['Of them own absence', (row: FileRow) => row.ownAbsence],
  ['Not logged', (row: FileRow) => row.notLogged],
  ['To come', (row: FileRow) => row.toCome],
] as const;
