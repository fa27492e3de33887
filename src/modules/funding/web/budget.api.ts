import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { sides } from '../domain/budget.ts';
import { loadBudget } from './budget-view.ts';

const Figures = z.object({
  plannedPence: z.int(),
  committedPence: z.int().describe('Agreed or ordered, and not settled'),
  actualPence: z.int().describe('Received or paid'),
  forecastPence: z.int(),
});
type Pence = { planned: number; committed: number; actual: number; forecast: number };
const penceOf = ({ planned, committed, actual, forecast }: Pence) => ({
  plannedPence: planned,
  committedPence: committed,
  actualPence: actual,
  forecastPence: forecast,
});

/** A year's money for SEND, line by line, with the sums of each side. */
export default endpoint({
  method: 'GET',
  path: '/budget',
  summary: 'The budget for SEND of one financial or academic year',
  search: z.strictObject({
    year: z
      .string()
      .max(20)
      .default('')
      .describe('Like financial-2026 or academic-2026; the financial year of today, if absent'),
  }),
  may: 'budget.read',
  about: ({ lines }) => [
    ...new Set(lines.flatMap(({ pupilId }) => (pupilId === null ? [] : [PupilId.parse(pupilId)]))),
  ],
  answer: z.object({
    year: z.string(),
    from: Day,
    until: Day,
    income: Figures,
    spending: Figures,
    lines: z.array(
      Figures.extend({
        budgetLineId: z.uuid(),
        side: z.enum(sides),
        kind: z.string(),
        name: z.string(),
        code: z.string().nullable(),
        pupilId: z.uuid().nullable().describe('For whom the money comes'),
        band: z.string().nullable(),
      }),
    ),
  }),
  handle: async ({ tx, search }) => {
    const view = await loadBudget(tx, search, 'all');
    if (view === null) return null;
    const { year, groups, income, spending } = view.budget;
    return {
      year: year.key,
      from: year.from,
      until: year.until,
      income: penceOf(income),
      spending: penceOf(spending),
      lines: groups.flatMap(({ lines }) =>
        lines.map(({ budgetLineId, side, kind, name, code, pupilId, band, figures }) => ({
          budgetLineId,
          side,
          kind,
          name,
          code,
          pupilId,
          band,
          ...penceOf(figures),
        })),
      ),
    };
  },
});
