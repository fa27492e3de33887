import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { registerSorts } from '../domain/register-filter.ts';
import { filterFields, filterOf, LineAnswer, lineAnswer, Show } from './register-answer.ts';
import { loadView } from './register-view.ts';

const Count = z.int().nullable().describe('Null where it is hidden');

/** The register as its page shows it: the same filters and order, with the figures for those who see them. */
export default endpoint({
  method: 'GET',
  path: '/register',
  summary: 'The SEND register, whole, with its figures',
  search: z.strictObject({
    ...filterFields,
    show: Show.default('register'),
    sort: z.enum(registerSorts).default('pupil'),
    direction: z.enum(['ascending', 'descending']).default('ascending'),
  }),
  may: 'register.read',
  about: ({ items }) => items.map((one) => PupilId.parse(one.pupilId)),
  answer: z.object({
    items: z.array(LineAnswer),
    figures: z
      .object({ roll: Count, monitoring: Count, senSupport: Count, ehcPlan: Count, parentsNotTold: Count })
      .nullable()
      .describe('Null for roles that do not see all of the school'),
  }),
  handle: async ({ tx, actor, search }) => {
    const { shown, inCare, figures } = await loadView(tx, actor, filterOf(search));
    const { roll = null, status } = figures?.figures ?? { status: null };
    return {
      items: shown.map((line) => lineAnswer(line, inCare)),
      figures:
        figures === null || status === null
          ? null
          : {
              roll,
              monitoring: status.monitoring ?? 0,
              senSupport: status.sen_support ?? 0,
              ehcPlan: status.ehc_plan ?? 0,
              parentsNotTold: figures.untold,
            },
    };
  },
});
