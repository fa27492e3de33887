import { z } from 'zod';
import { Forbidden } from '#src/kernel/stops.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeView } from '../commands/change-view.ts';
import { changeViewForm } from '../domain/saved-view.form.ts';
import { findView } from '../queries/list-views.ts';
import { viewRefusals } from './save-view.page.tsx';
import { mayChangeView, Shows } from './saved-views.page.tsx';

const { fields } = changeViewForm;

/** A saved view: its name, who finds it, whether the register opens with it; or away with it. */
export default page({
  path: '/pupils/views/:savedViewId',
  params: z.object({ savedViewId: z.uuid() }),
  may: 'register.read',
  section: 'Pupils',
  title: 'Change a saved view',
  form: changeViewForm,
  load: async ({ tx, actor, params }) => {
    const view = await findView(tx, params.savedViewId);
    if (view !== null && !mayChangeView(actor, view)) throw new Forbidden('a view of somebody else');
    return view;
  },
  about: { none: 'a view holds filters and no pupil' },
  view: ({ subject: view, attempt, actor }) => (
    <div class="narrow">
      <PageHead title="Change a saved view" lead={view.isOwn ? undefined : `Shared by ${view.ownerName}`} />
      {attempt.values.version !== undefined && attempt.values.version !== String(view.version) && (
        <Inset>
          <p>
            It is called “{view.name}” now; you wrote “{String(attempt.values.name ?? '')}”.
          </p>
        </Inset>
      )}
      <Card title="What it shows">
        <p>
          <Shows view={view} />
        </p>
      </Card>
      <PostForm attempt={attempt} submit="Save" cancel={{ href: '/pupils/views' }}>
        <HiddenField name="version" value={String(view.version)} />
        <FormField of={fields.name} attempt={attempt} value={view.name} />
        {view.isOwn && actor.reach === 'school' && (
          <FormField of={fields.isShared} attempt={attempt} value={view.isShared} />
        )}
        {view.isOwn && <FormField of={fields.opensFirst} attempt={attempt} value={view.opensFirst} />}
      </PostForm>
      <form class="post" method="post" action={`/pupils/views/${view.savedViewId}/remove`}>
        <SubmitButton kind="warning">Remove this view</SubmitButton>
      </form>
    </div>
  ),
  submit: async ({ tx, actor, subject, values }) => {
    const isShared = values.isShared && actor.reach === 'school';
    const changed = await changeView(tx, subject, { ...values, isShared });
    if (changed.ok) return goTo('/pupils/views', 'View changed');
    return changed.refusal === 'changed_since'
      ? refuse('Somebody changed this view while you were writing. Look at it, then save again')
      : refuse(viewRefusals[changed.refusal]);
  },
});
