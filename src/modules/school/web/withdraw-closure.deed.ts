import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { withdrawClosure } from '../commands/add-closure.ts';
import { ClosureId } from '../domain/school-records.ts';
import { listClosures } from '../queries/list-closures.ts';

export default deed({
  path: '/school/closures/:closureId/withdraw',
  params: z.object({ closureId: ClosureId }),
  may: 'school.manage',
  from: () => '/school/closures',
  load: async ({ tx, params }) =>
    (await listClosures(tx)).find((closure) => closure.closureId === params.closureId) ?? null,
  submit: async ({ tx, subject }) => {
    await withdrawClosure(tx, subject);
    return goTo('/school/closures', 'Closure withdrawn');
  },
});
