import type { ComponentChildren } from 'preact';
import { classes } from './field-parts.tsx';

export type Column<K extends string> = {
  readonly key: K;
  readonly label: string;
  /** Aligned right, in tabular figures. */
  readonly isNumber?: boolean | undefined;
  /** Names the row: read out with each of its cells, and kept in sight when a phone scrolls sideways. */
  readonly isRowHead?: boolean | undefined;
  /** Of second rank, in the quiet ink. */
  readonly isQuiet?: boolean | undefined;
  /** Takes the room that is left, as a bar does. */
  readonly isWide?: boolean | undefined;
  /** The link that sorts by this column, and the way it is sorted now. */
  readonly sort?:
    | { readonly href: string; readonly direction?: 'ascending' | 'descending' | undefined }
    | undefined;
};

export type Row<K extends string> = { readonly [column in K]?: ComponentChildren };

export type DataTableProps<K extends string> = {
  /** Read out before the table; the heading above says it to the eye. */
  readonly caption: string;
  readonly columns: readonly Column<K>[];
  readonly rows?: readonly Row<K>[] | undefined;
  /** Rows under headings of their own, instead of `rows`. */
  readonly groups?: readonly { readonly label: string; readonly rows: readonly Row<K>[] }[] | undefined;
  /** On a phone each row becomes a block with the headings before its cells. For few rows: it costs bytes. */
  readonly isStacked?: boolean | undefined;
};

const cellClass = (column: Column<string>) =>
  classes(column.isNumber && 'num', column.isQuiet && 'quiet') || undefined;

const ARROWS = { ascending: ' ↑', descending: ' ↓' } as const;

function HeadCell({ column }: { column: Column<string> }) {
  const { label, sort } = column;
  return (
    <th
      scope="col"
      class={classes(column.isNumber && 'num', column.isWide && 'broad') || undefined}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <a href={sort.href}>
          {label}
          {sort.direction && <span aria-hidden="true">{ARROWS[sort.direction]}</span>}
        </a>
      ) : (
        label || <span class="govuk-visually-hidden">More</span>
      )}
    </th>
  );
}

type BodyRowProps<K extends string> = {
  readonly columns: readonly Column<K>[];
  readonly row: Row<K>;
  readonly isStacked: boolean;
};

function BodyRow<K extends string>({ columns, row, isStacked }: BodyRowProps<K>) {
  return (
    <tr>
      {columns.map((column) =>
        column.isRowHead ? (
          <th key={column.key} scope="row" class={cellClass(column)}>
            {row[column.key]}
          </th>
        ) : (
          <td
            key={column.key}
            class={cellClass(column)}
            data-label={isStacked && !column.isWide ? column.label : undefined}
          >
            {row[column.key]}
          </td>
        ),
      )}
    </tr>
  );
}

/** A table of facts. A page's own table stands in a `Sheet`; a small one in a card is `isStacked`. */
export function DataTable<K extends string>(props: DataTableProps<K>) {
  const { caption, columns, rows = [], groups, isStacked = false } = props;
  const body = (some: readonly Row<K>[]) =>
    some.map((row, index) => <BodyRow key={index} columns={columns} row={row} isStacked={isStacked} />);
  return (
    <table class={isStacked ? 'stacked' : undefined}>
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      {groups ? (
        groups.map((group) => (
          <tbody key={group.label}>
            <tr class="group">
              <th scope="rowgroup" colspan={columns.length}>
                {group.label}
              </th>
            </tr>
            {body(group.rows)}
          </tbody>
        ))
      ) : (
        <tbody>{body(rows)}</tbody>
      )}
    </table>
  );
}

/**
 * The paper under a wide table. On a phone it scrolls sideways by itself, so the keyboard must be able to
 * reach it (WCAG 2.1.1).
 */
export function Sheet({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="sheet" aria-label={label} tabindex={0}>
      {children}
    </section>
  );
}
