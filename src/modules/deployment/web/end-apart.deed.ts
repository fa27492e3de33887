import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { endApart } from '../commands/keep-skill.ts';
import { listApart } from '../queries/list-apart.ts';
import { adultHref } from './of-adult.ts';

/** Ends that an adult and a pupil are kept apart. */
export default deed({
  path: '/team/apart/:adultAvoidId/end',
  params: z.object({ adultAvoidId: z.uuid() }),
  may: 'week.manage',
  from: () => '/team/adults',
  load: async ({ tx, params }) =>
    (await listApart(tx)).find((one) => one.adultAvoidId === params.adultAvoidId) ?? null,
  submit: async ({ tx, subject }) =>
    (await endApart(tx, subject))
      ? goTo(adultHref(subject.staffId), 'Not kept apart any more')
      : refuse('It was ended already'),
});
