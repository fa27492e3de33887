import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listProposals } from '../queries/list-proposals.ts';

const Both = z.object({ incomePence: z.int(), costPence: z.int() });
const both = ({ income, spending }: { income: number; spending: number }) => ({
  incomePence: income,
  costPence: spending,
});

/** What was proposed, with its effect as it stood then and what was decided. */
export default endpoint({
  method: 'GET',
  path: '/budget/proposals',
  summary: 'Proposals for the budget, the newest first',
  may: 'budget.read',
  about: ({ items }) => [
    ...new Set(items.flatMap(({ pupilId }) => (pupilId === null ? [] : [PupilId.parse(pupilId)]))),
  ],
  answer: z.object({
    items: z.array(
      z.object({
        budgetProposalId: z.uuid(),
        title: z.string(),
        year: z.string(),
        pupilId: z.uuid().nullable(),
        stoodOn: Day,
        before: Both,
        after: Both,
        isSent: z.boolean(),
        decision: z.enum(['accepted', 'refused']).nullable(),
        decidedOn: Day.nullable(),
      }),
    ),
  }),
  handle: async ({ tx }) => ({
    items: (await listProposals(tx)).map(({ effect, ...one }) => ({
      budgetProposalId: one.budgetProposalId,
      title: one.title,
      year: `academic-${one.firstYear}`,
      pupilId: one.pupilId,
      stoodOn: one.stoodOn,
      before: both(effect.before),
      after: both(effect.after),
      isSent: one.isSent,
      decision: one.decision,
      decidedOn: one.decidedOn,
    })),
  }),
});
