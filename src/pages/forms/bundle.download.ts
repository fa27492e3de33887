import { download } from '#src/platform/http/download.ts';
import { aboutPupil } from '../pupil/pupil-head.ts';
import { type BundleSubject, listReports, makeBundle } from './bundle.ts';
import { loadDraft, OfPupilForm } from './draft-of.ts';

/** A filled form with the reports that go with it, numbered, and where each field comes from. */
export default download({
  path: '/pupils/:pupilId/forms/:formKey/bundle.pdf',
  params: OfPupilForm,
  may: 'form.fill',
  about: aboutPupil,
  load: async (asked): Promise<BundleSubject | null> => {
    const draft = await loadDraft(asked);
    if (draft === null) return null;
    return { ...draft, schoolName: asked.actor.schoolName, reports: await listReports(asked.tx, draft) };
  },
  send: async (subject, program) => ({
    type: 'application/pdf',
    body: await makeBundle(subject, program),
    fileName: 'form.pdf',
  }),
});
