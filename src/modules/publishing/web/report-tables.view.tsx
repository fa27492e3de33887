import { DataTable } from '#src/ui/data-table.tsx';
import type { ReportTable } from '../domain/report-tables.ts';

/** The figures of a part of a report, each table with how it is to be read. */
export function ReportTables({ tables }: { tables: readonly ReportTable[] }) {
  return (
    <>
      {tables.map(({ title, columns, rows, note }) => (
        <section key={title}>
          <h3>{title}</h3>
          <DataTable
            caption={title}
            columns={columns.map((label, at) => ({ key: String(at), label, isRowHead: at === 0 }))}
            rows={rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [String(at), cell])))}
            isStacked
          />
          {note !== null && <p class="small quiet">{note}</p>}
        </section>
      ))}
    </>
  );
}
