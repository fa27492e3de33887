import { undoPlanStart } from '#src/modules/plans/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { loadPlanStart, OfPlanStart, planStartHref } from './plan-start-of.ts';

const wording = {
  too_late: 'This can be undone once, on the day on which it was done, by whoever did it.',
  stale: 'Somebody changed this meanwhile. Nothing was undone.',
} as const;

/** Takes plans that were begun at once back as one. */
export default deed({
  path: '/plans/begun/:planStartId/undo',
  params: OfPlanStart,
  may: 'plan.write',
  from: ({ planStartId }) => planStartHref(planStartId),
  load: ({ tx, params }) => loadPlanStart(tx, params.planStartId),
  submit: async ({ tx, subject: { start } }) => {
    const undone = await undoPlanStart(tx, start);
    if (!undone.ok) return refuse(wording[undone.refusal]);
    const words = undone.value === 0 ? 'Undone' : `Undone, but for ${undone.value} changed since`;
    return goTo(planStartHref(start.planStartId), words);
  },
});
