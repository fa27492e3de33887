import type { VNode } from 'preact';
import { jsxEscape, jsxTemplate } from 'preact/jsx-runtime';
import { monthYear, type SchoolDate } from '#src/kernel/dates.ts';
import { Tag } from '#src/ui/tag.tsx';
import {
  filterAddress,
  type RegisterColumn,
  type RegisterFilter,
  type RegisterSort,
  registerSorts,
} from '../domain/register-filter.ts';
import type { InCare, LineGroup, RegisterLine } from '../domain/register-lines.ts';
import { isToBeTold } from '../domain/register-lines.ts';
import { type SenStatus, senStatuses, statusLabel, statusTag } from '../domain/sen-status.ts';
import { cellText, columnLabel } from './register-words.ts';

type TableProps = {
  readonly lines: readonly RegisterLine[];
  readonly groups: readonly LineGroup[] | null;
  readonly filter: RegisterFilter;
  readonly inCare: InCare;
  /** Draws each status as the link that changes it. */
  readonly mayChange: boolean;
  /** For paper: no links. */
  readonly isPlain?: boolean;
};

/**
 * The register's table. It is drawn hundreds of rows at a time, all day: its cells are plain elements made straight
 * from the line, without a component a cell: `npm run bench` holds it to a bar.
 */
export function RegisterTable({ lines, groups, ...of }: TableProps) {
  const { filter, isPlain = false } = of;
  const row = rowOf({ ...of, isPlain });
  return (
    <table>
      <caption class="govuk-visually-hidden">Pupils of the SEND register</caption>
      <thead>
        <tr>
          <HeadCell sort="pupil" label="Pupil" filter={filter} isPlain={isPlain} />
          {filter.columns.map((column) => (
            <HeadCell
              key={column}
              sort={sortOf(column)}
              label={columnLabel[column]}
              filter={filter}
              isPlain={isPlain}
            />
          ))}
        </tr>
      </thead>
      {groups === null ? (
        <tbody>{lines.map(row)}</tbody>
      ) : (
        groups.map((group) => (
          <tbody key={group.label}>
            <tr class="group">
              <th scope="rowgroup" colspan={filter.columns.length + 1}>
                {`${group.label} · ${group.lines.length}`}
              </th>
            </tr>
            {group.lines.map(row)}
          </tbody>
        ))
      )}
    </table>
  );
}

const sortOf = (column: RegisterColumn): RegisterSort | null =>
  registerSorts.find((sort) => sort === column) ?? null;

type HeadProps = {
  readonly sort: RegisterSort | null;
  readonly label: string;
  readonly filter: RegisterFilter;
  readonly isPlain: boolean;
};

function HeadCell({ sort, label, filter, isPlain }: HeadProps) {
  if (sort === null || isPlain) return <th scope="col">{label}</th>;
  const isSorted = filter.sort === sort;
  const isUp = isSorted && filter.direction === 'ascending';
  const href = filterAddress({ ...filter, sort, direction: isUp ? 'descending' : 'ascending' });
  return (
    <th scope="col" aria-sort={isSorted ? filter.direction : undefined}>
      <a href={href}>
        {label}
        {isSorted && <span aria-hidden="true">{isUp ? ' ↑' : ' ↓'}</span>}
      </a>
    </th>
  );
}

type RowOptions = {
  readonly filter: RegisterFilter;
  readonly inCare: InCare;
  readonly mayChange: boolean;
  readonly isPlain: boolean;
};

/** Fixed markup, and after it what a line puts there: escaped text, or an element. */
type Piece = { readonly before: string; readonly value: (line: RegisterLine) => unknown };

const text = (before: string, value: (line: RegisterLine) => string): Piece => ({
  before,
  value: (line) => jsxEscape(value(line)),
});

/**
 * One row as Preact's own template: the markup that is the same in every row is a constant, and all that comes from a
 * line is escaped by `jsxEscape`. It draws three times faster than an element a cell.
 */
function rowOf(options: RowOptions) {
  const { filter, isPlain } = options;
  const name = text('', (line) => `${line.surname}, ${line.forename}`);
  const head = isPlain
    ? [{ ...name, before: '<tr><th scope="row">' }]
    : [text('<tr><th scope="row"><a href="/pupils/', (line) => line.pupilId), { ...name, before: '">' }];
  const cells = filter.columns.map((column) => cellOf(column, options));
  const [first, ...rest] = cells;
  const close = isPlain ? '</th>' : '</a></th>';
  const pieces = [
    ...head,
    ...(first === undefined ? [] : [{ ...first, before: `${close}${first.before}` }]),
    ...rest.map((piece) => ({ ...piece, before: `</td>${piece.before}` })),
  ];
  const fixed = [...pieces.map((piece) => piece.before), '</td></tr>'];
  return (line: RegisterLine) => jsxTemplate(fixed, ...pieces.map((piece) => piece.value(line)));
}

function cellOf(column: RegisterColumn, options: RowOptions): Piece {
  const { inCare, mayChange, isPlain } = options;
  const isLinked = mayChange && !isPlain;
  if (column === 'status') return { before: '<td>', value: statusCell(isLinked) };
  const since = monthOnce();
  const words = (line: RegisterLine): string => {
    const isInCare = inCare?.has(line.pupilId) ?? false;
    return cellText[column](line, { isInCare, since }) || '–';
  };
  if (column !== 'told' || !isLinked) return text(column === 'since' ? '<td class="quiet">' : '<td>', words);
  return {
    before: '<td>',
    value: (line) =>
      isToBeTold(line) ? (
        <a href={`/pupils/${line.pupilId}/parents-told`}>{words(line)}</a>
      ) : (
        jsxEscape(words(line))
      ),
  };
}

const statusCell = (isLinked: boolean) => {
  const tags = new Map<SenStatus, VNode>(
    senStatuses.map((status) => [status, Tag({ kind: statusTag[status], children: statusLabel[status] })]),
  );
  return (line: RegisterLine): unknown => {
    const tag = tags.get(line.status);
    return isLinked ? jsxTemplate(statusLink, jsxEscape(line.pupilId), tag) : tag;
  };
};
const statusLink = ['<a href="/pupils/', '/status">', '</a>'];

/** Each month is put into words once. */
function monthOnce() {
  const months = new Map<string, string>();
  return (on: SchoolDate): string => {
    const month = on.slice(0, 7);
    const known = months.get(month);
    if (known !== undefined) return known;
    const words = monthYear(on);
    months.set(month, words);
    return words;
  };
}
