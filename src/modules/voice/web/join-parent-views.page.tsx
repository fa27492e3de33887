import { page } from '#src/platform/http/page.tsx';
import { joinViewsForm } from '../domain/voice.form.ts';
import { OfFamily, ofPupil } from './family-of-plan.ts';
import { JoinViews } from './join-views.view.tsx';
import { join, loadToJoin } from './joining.ts';

/** Puts what the parents said into the plan, after what stands there. */
export default page({
  path: '/pupils/:pupilId/plan/family/join-parent-views',
  params: OfFamily,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Add the parents’ views',
  form: joinViewsForm,
  about: ofPupil,
  load: ({ tx, params }) => loadToJoin(tx, params.pupilId, 'parent_views'),
  view: ({ subject, attempt }) => <JoinViews of={subject} attempt={attempt} />,
  submit: ({ tx, subject, values }) => join(tx, subject, values),
});
