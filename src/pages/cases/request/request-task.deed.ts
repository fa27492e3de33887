import { z } from 'zod';
import { missingOf } from '#src/modules/ehcp/index.ts';
import { addTask } from '#src/modules/tasks/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { loadRequest, OfPupil, requestHref } from './request-of.ts';

/** Makes a task of what a request still lacks: the actor's own, to be given to another on its page. */
export default deed({
  path: '/pupils/:pupilId/request/tasks/:missingKey',
  params: OfPupil.extend({ missingKey: z.string().max(40) }),
  may: 'case.write',
  from: ({ pupilId }) => requestHref(pupilId),
  load: ({ tx, actor, params }) => loadRequest(tx, params.pupilId, actor),
  submit: async ({ tx, actor, params, subject }) => {
    const missing = missingOf(subject.content).find(({ key }) => key === params.missingKey);
    if (missing === undefined) return refuse('That is there by now.');
    const { title, why } = missing;
    const taskId = await addTask(tx, {
      pupilId: params.pupilId,
      ownerPersonId: actor.personId,
      title,
      details: `For the request for an assessment. ${why}`,
      origin: 'by_hand',
      audience: 'staff',
    });
    return goTo(`/tasks/${taskId}`, 'Task made');
  },
});
