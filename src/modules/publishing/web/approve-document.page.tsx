import { page } from '#src/platform/http/page.tsx';
import { approveForm } from '../domain/publishing.form.ts';
import { ApproveFields } from './approve-fields.view.tsx';
import { approveAs, loadToApprove } from './approving.ts';
import { OfKind } from './document-of-school.ts';

const title = 'Approve it as headteacher';

/** The headteacher approves the words as they stand. */
export default page({
  path: '/school/published/:document/approve',
  params: OfKind,
  may: 'published.approve',
  about: { none: 'Words about the school, no pupil' },
  section: 'School',
  title,
  form: approveForm,
  load: ({ tx, params }) => loadToApprove(tx, params.document),
  view: ({ subject, attempt }) => (
    <ApproveFields held={subject} attempt={attempt} title={title} today={subject.today} />
  ),
  submit: (asked) => approveAs('head', asked),
});
