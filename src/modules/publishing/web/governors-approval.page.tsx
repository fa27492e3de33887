import { page } from '#src/platform/http/page.tsx';
import { approversFor } from '../domain/document.ts';
import { approveForm } from '../domain/publishing.form.ts';
import { ApproveFields } from './approve-fields.view.tsx';
import { approveAs, loadToApprove } from './approving.ts';
import { OfKind } from './document-of-school.ts';

const title = 'Note the governors’ approval';

/** The headteacher or the SENCO notes that the governors approved the words as they stand. */
export default page({
  path: '/school/published/:document/governors',
  params: OfKind,
  may: 'published.prepare',
  about: { none: 'Words about the school, no pupil' },
  section: 'School',
  title,
  form: approveForm,
  load: async ({ tx, params }) => {
    const held = await loadToApprove(tx, params.document);
    return held !== null && approversFor(held.kind).includes('governors') ? held : null;
  },
  view: ({ subject, attempt }) => (
    <ApproveFields held={subject} attempt={attempt} title={title} today={subject.today} />
  ),
  submit: (asked) => approveAs('governors', asked),
});
