import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { askTeachers } from '../commands/ask-teachers.ts';

/** Asks at once what the Monday would ask. */
export default deed({
  path: '/reviews/asks/now',
  params: z.object({}),
  may: 'plan.issue',
  from: () => '/reviews/asks',
  load: async () => ({}),
  submit: async ({ tx, actor, program }) => {
    const people = await askTeachers(tx);
    if (people === 0) return goTo('/reviews/asks', 'There is nothing new to ask anybody');
    await program.jobs.send(tx, 'mail-asks', { schoolId: actor.schoolId });
    return goTo('/reviews/asks', people === 1 ? 'One person was asked' : `${people} people were asked`);
  },
});
