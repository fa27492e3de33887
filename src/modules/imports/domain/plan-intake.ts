import { z } from 'zod';
import {
  findPlanTable,
  guessPlanColumns,
  type PlanMapping,
  type PlanTable,
  planColumnNames,
} from './plan-columns.ts';
import { planAreas } from './plan-rows.ts';
import type { RawRow } from './raw-row.ts';

/** So many rows are shown and taken in one go: a whole school's plans, three targets each. */
export const mostPlanRows = 2000;
export const mostPlanColumns = 40;

const states = ['reviewing', 'committed', 'undone', 'set_aside'] as const;
export type PlanIntakeState = (typeof states)[number];

const Counts = z.object({ plans: z.number(), targets: z.number() });

/** A file or paste of existing plans, as it is kept until it is taken in. */
export const PlanIntake = z.object({
  planIntakeId: z.string(),
  fileName: z.string(),
  state: z.enum(states),
  /** Emptied once it is taken in, taken back or set aside. */
  tables: z.array(
    z.object({
      name: z.string(),
      headings: z.array(z.string()),
      rows: z.array(z.object({ number: z.number(), cells: z.array(z.string()) })),
    }),
  ),
  tableAt: z.number(),
  mapping: z.array(z.enum(planColumnNames as [(typeof planColumnNames)[number]]).nullable()),
  /** Name in the file → pupil, or that its rows are left out. */
  chosen: z.record(z.string(), z.string()),
  areaOfRest: z.enum(planAreas).nullable(),
  counts: Counts.nullable(),
  broughtAt: z.date(),
  version: z.number(),
});
export type PlanIntake = z.output<typeof PlanIntake>;
export type PlanCounts = z.output<typeof Counts>;

export type NewPlanIntake = Pick<PlanIntake, 'fileName' | 'tables' | 'tableAt' | 'mapping'>;

/** Why nothing of a file is kept, in a sentence. */
export type Refused = { readonly refused: string };

/**
 * Makes an intake of the tables of a file: the table that looks most like plans stands first in line, its columns guessed
 * by their headings. Empty tables fall away.
 */
export function intakeOf(
  fileName: string,
  raw: readonly { readonly name: string; readonly rows: readonly RawRow[] }[],
): NewPlanIntake | Refused {
  const tables = raw
    .map(({ name, rows }) => findPlanTable(name, rows))
    .filter((table) => table.rows.length > 0);
  if (tables.length === 0)
    return { refused: 'There is no row below the headings. Look that the right file was chosen.' };
  if (tables.some((table) => table.headings.length > mostPlanColumns))
    return {
      refused: `The table has more than ${mostPlanColumns} columns. Leave out those that say nothing of plans.`,
    };
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > mostPlanRows)
    return {
      refused: `There are ${rows.toLocaleString('en-GB')} rows, and 2,000 is the most at once. Split the file.`,
    };
  const known = tables.map(
    (table) => guessPlanColumns(table.headings).filter((name) => name !== null).length,
  );
  const tableAt = known.indexOf(Math.max(...known));
  return {
    fileName: fileName.slice(-200),
    tables: tables.map(({ name, headings, rows: data }) => ({
      name,
      headings: [...headings],
      rows: data.map(({ number, cells }) => ({ number, cells: [...cells] })),
    })),
    tableAt,
    mapping: [...guessPlanColumns(tables[tableAt]?.headings ?? [])],
  };
}

/** The table that is being taken in; null once an intake is emptied. */
export const tableOf = ({ tables, tableAt }: Pick<PlanIntake, 'tables' | 'tableAt'>): PlanTable | null =>
  tables[tableAt] ?? null;

/** Whether the columns say enough to be reviewed: something to take. */
export const saysPlans = (mapping: PlanMapping): boolean =>
  mapping.some((name) => name === 'target') ||
  mapping.some(
    (name) =>
      name !== null && ['strengths', 'pupilViews', 'parentViews', 'hopes', 'barriers', 'help'].includes(name),
  );
