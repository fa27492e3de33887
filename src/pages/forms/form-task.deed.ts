import { z } from 'zod';
import { missingFacts } from '#src/modules/reports/index.ts';
import { addTask } from '#src/modules/tasks/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { draftHref, loadDraft, OfPupilForm } from './draft-of.ts';

/** Makes a task of what a form still lacks: the actor's own, to be given to another on its page. */
export default deed({
  path: '/pupils/:pupilId/forms/:formKey/tasks/:factKey',
  params: OfPupilForm.extend({ factKey: z.string().regex(/^[a-z0-9._-]{1,60}$/) }),
  may: 'form.fill',
  from: ({ pupilId, formKey }) => draftHref(pupilId, formKey),
  load: (asked) => loadDraft(asked),
  submit: async ({ tx, actor, params, subject }) => {
    const missing = missingFacts(subject.draft).find(({ fact }) => fact === params.factKey);
    if (missing === undefined) return refuse('That is there by now.');
    const taskId = await addTask(tx, {
      pupilId: params.pupilId,
      ownerPersonId: actor.personId,
      title: `Record: ${missing.name}`,
      details: `The form “${subject.form.name}” asks for it. ${missing.why}.`,
      origin: 'by_hand',
      audience: 'staff',
    });
    return goTo(`/tasks/${taskId}`, 'Task made');
  },
});
