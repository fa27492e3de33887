import { jsxEscape, jsxTemplate } from 'preact/jsx-runtime';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { Cells } from '../domain/map/map-cells.ts';
import { forecastOf } from '../domain/map/map-costs.ts';
import { countsAdults, type MapFilter, mapAddress } from '../domain/map/map-filter.ts';
import { type MapFrame, mondayAt, weeksShown } from '../domain/map/map-frame.ts';
import type { GroupNode, PupilNode } from '../domain/map/map-tree.ts';
import { cellWords, totalsOf, weekWords, wholePounds } from '../domain/map/map-words.ts';
import type { Measured, PlaceNode, RunNode } from '../domain/map/run-node.ts';
import { runHref } from './of-run.ts';

type TableOf = {
  readonly frame: MapFrame;
  /** Which weeks stand in the table: those with a school day. */
  readonly columns: readonly number[];
  /** Of each week of the frame. */
  readonly mondays: readonly SchoolDate[];
  readonly filter: MapFilter;
  readonly seesCost: boolean;
  /** Cells lead to where a pupil is put in or moved. */
  readonly mayChange: boolean;
  /** For paper: no links. */
  readonly isPlain?: boolean;
  /** Where a run is opened, or closed. */
  readonly toggled: (runId: string, isOpen: boolean) => string;
};

/** A run is named in the addresses of its row by this, and put in afterwards: an address is made once, not for each row. */
const anyRun = 'any-run';

/** What the rows of a map share, worked out once. */
export function tableOf(
  of: Pick<TableOf, 'frame' | 'filter' | 'seesCost' | 'mayChange' | 'isPlain'>,
): TableOf {
  const { frame, filter } = of;
  const opens = mapAddress({ ...filter, open: [...filter.open, anyRun] });
  const closes = (runId: string) =>
    mapAddress({ ...filter, open: filter.open.filter((one) => one !== runId && one !== 'all') });
  return {
    ...of,
    columns: weeksShown(frame),
    mondays: frame.open.map((_, at) => mondayAt(frame, at)),
    toggled: (runId, isOpen) => `${isOpen ? closes(runId) : opens.replace(anyRun, runId)}#r-${runId}`,
  };
}

/** `2 Nov` */
const weekLabel = (frame: MapFrame, at: number): string =>
  middleDate(mondayAt(frame, at)).replace(/ \d{4}$/, '');

function Head({ of, first }: { of: TableOf; first: string }) {
  const { frame, columns, seesCost, filter } = of;
  const now = Math.floor(frame.today / 7) - frame.firstWeek;
  const isCost = filter.show === 'cost' && seesCost;
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {columns.map((at) => (
          <th
            key={at}
            scope="col"
            class={at === now ? 'w now' : 'w'}
            aria-current={at === now ? 'date' : undefined}
          >
            {weekLabel(frame, at)}
          </th>
        ))}
        <th scope="col" class="num">
          {isCost ? 'Spent' : 'Given / planned'}
        </th>
        {seesCost && (
          <th scope="col" class="num">
            {isCost ? 'Forecast' : 'Cost to date'}
          </th>
        )}
      </tr>
    </thead>
  );
}

type Week = { readonly words: string; readonly tone: string };
type Row = {
  readonly cells: () => Cells;
  readonly measured: Measured;
  /** Escaped already. */
  readonly href: ((at: number) => string) | null;
};

const cellText = ({ words, tone }: Week, href: string | null): string => {
  if (href !== null)
    return `<td class="w"><a class="tag ${words === '' ? 'none' : tone}" href="${href}">${words || '·'}</a></td>`;
  return words === ''
    ? '<td class="w"></td>'
    : `<td class="w"><span class="tag ${tone}">${words}</span></td>`;
};

const costWeek = (pence: number): Week => ({ words: pence === 0 ? '' : wholePounds(pence), tone: 'watch' });

/**
 * The cells of a row as one text: a map is thousands of cells, drawn in one go. Nothing in it comes from a person but
 * figures and ids, and the addresses are escaped.
 */
function cellsText(of: TableOf, { cells, measured, href }: Row): string {
  const { filter, seesCost } = of;
  const had = cells();
  const leads = of.isPlain ? null : href;
  const weekly = filter.show === 'cost' && seesCost ? measured.weekly() : null;
  let text = '';
  for (const at of of.columns)
    text += cellText(weekly === null ? weekWords(had, at) : costWeek(weekly[at] ?? 0), leads?.(at) ?? null);
  if (!seesCost) return `${text}<td class="num">${cellWords(totalsOf(had)).words || '–'}</td>`;
  const toDate = wholePounds(measured.toDate());
  const [first, last] =
    weekly === null
      ? [cellWords(totalsOf(had)).words || '–', toDate]
      : [toDate, wholePounds(forecastOf(measured.spent()))];
  return `${text}<td class="num">${first}</td><td class="num">${last}</td>`;
}

const rowTemplate = (kind: string) => [`<tr class="${kind}"><th scope="row">`, '</th>', '</tr>'];

const putHref = (of: TableOf, { pupil }: Pick<PlaceNode, 'pupil'>, runId?: string) =>
  of.mayChange
    ? (at: number): string =>
        `/provision/map/put/${pupil.pupilId}?week=${of.mondays[at]}${runId === undefined ? '' : `&amp;leaves=${runId}`}`
    : null;

function GroupRow({ of, group }: { of: TableOf; group: GroupNode }) {
  const cells = countsAdults(of.filter) ? group.adults : group.cells;
  return jsxTemplate(
    rowTemplate('kind'),
    jsxEscape(group.label),
    cellsText(of, { cells, measured: group, href: null }),
  );
}

function RunRow({ of, node }: { of: TableOf; node: RunNode }) {
  const { filter, mayChange, isPlain } = of;
  const { run } = node;
  const isOpen = isOpened(filter, run.runId);
  const cells = countsAdults(filter) ? node.adults : node.cells;
  const pupils = `${node.pupils.length} ${node.pupils.length === 1 ? 'pupil' : 'pupils'}`;
  const name = isPlain ? (
    `${run.name} · ${pupils}`
  ) : (
    <>
      <a href={runHref(run.runId)}>{run.name}</a>{' '}
      {node.pupils.length > 0 && !filter.open.includes('all') && (
        <a class="more" id={`r-${run.runId}`} href={of.toggled(run.runId, isOpen)}>
          {`${isOpen ? 'Hide' : 'Show'} ${pupils}`}
          <span class="govuk-visually-hidden">{` of ${run.name}`}</span>
        </a>
      )}
    </>
  );
  const put = `${runHref(run.runId)}/pupils/new`;
  const href = mayChange ? () => put : null;
  return jsxTemplate(
    rowTemplate('run'),
    typeof name === 'string' ? jsxEscape(name) : name,
    cellsText(of, { cells, measured: node, href }),
  );
}

function PlaceRow({ of, place }: { of: TableOf; place: PlaceNode }) {
  const { pupil } = place;
  const words = `${pupil.forename} ${pupil.surname}`;
  const name = of.isPlain ? jsxEscape(words) : <a href={`/pupils/${pupil.pupilId}/provision`}>{words}</a>;
  const href = putHref(of, place, place.runId);
  return jsxTemplate(
    rowTemplate('pupil'),
    name,
    cellsText(of, { cells: place.cells, measured: place, href }),
  );
}

const isOpened = ({ open }: MapFilter, runId: string): boolean =>
  open.includes('all') || open.includes(runId);

/** Type, run, pupil: each level the sum of the level below. */
export function TreeTable({ of, groups }: { of: TableOf; groups: readonly GroupNode[] }) {
  return (
    <table class="map">
      <caption class="govuk-visually-hidden">Minutes given and planned, by group, run and pupil</caption>
      <Head of={of} first="Group → run → pupil" />
      {groups.map((group) => (
        <tbody key={group.key}>
          <GroupRow of={of} group={group} />
          {group.runs.map((node) => [
            <RunRow key={node.run.runId} of={of} node={node} />,
            ...(isOpened(of.filter, node.run.runId)
              ? node.places().map((place) => <PlaceRow key={place.pupil.pupilId} of={of} place={place} />)
              : []),
          ])}
        </tbody>
      ))}
    </table>
  );
}

function PupilRow({ of, node, names }: { of: TableOf; node: PupilNode; names: ReadonlyMap<string, string> }) {
  const { pupil, runs } = node;
  const words = `${pupil.surname}, ${pupil.forename}`;
  const what = runs.map(({ runId }) => names.get(runId) ?? '').join(' · ');
  const name = of.isPlain ? jsxEscape(words) : <a href={`/pupils/${pupil.pupilId}/provision`}>{words}</a>;
  return jsxTemplate(
    ['<tr class="pupil"><th scope="row">', ' <span class="why">', '</span></th>', '</tr>'],
    name,
    jsxEscape([pupil.className, what].filter(Boolean).join(' · ')),
    cellsText(of, { cells: node.cells, measured: node, href: putHref(of, node) }),
  );
}

/** Pupils down, weeks across. */
export function GridTable({
  of,
  pupils,
  names,
}: {
  of: TableOf;
  pupils: readonly PupilNode[];
  names: ReadonlyMap<string, string>;
}) {
  return (
    <table class="map">
      <caption class="govuk-visually-hidden">Minutes given to each pupil and planned, by week</caption>
      <Head of={of} first="Pupil" />
      <tbody>
        {pupils.map((node) => (
          <PupilRow key={node.pupil.pupilId} of={of} node={node} names={names} />
        ))}
      </tbody>
    </table>
  );
}
