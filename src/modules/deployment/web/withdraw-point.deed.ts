import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { withdrawFixedPoint } from '../commands/keep-point.ts';
import { listPoints } from '../queries/list-points.ts';

/** Takes back what a pupil must not miss. */
export default deed({
  path: '/team/points/:fixedPointId/withdraw',
  params: z.object({ fixedPointId: z.uuid() }),
  may: 'week.manage',
  from: () => '/team/points',
  load: async ({ tx, params }) =>
    (await listPoints(tx, tx.scope.today)).find((one) => one.fixedPointId === params.fixedPointId) ?? null,
  submit: async ({ tx, subject }) =>
    (await withdrawFixedPoint(tx, subject))
      ? goTo('/team/points', 'Taken back')
      : refuse('It was taken back already'),
});
