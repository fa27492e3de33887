import { download } from '#src/platform/http/download.ts';
import { aboutPupil } from '../pupil/pupil-head.ts';
import { type DraftSubject, loadDraft, OfPupilForm } from './draft-of.ts';

/** A form filled for a pupil, as the Word file of whoever asked for it. */
export default download({
  path: '/pupils/:pupilId/forms/:formKey/form.docx',
  params: OfPupilForm,
  may: 'form.fill',
  about: aboutPupil,
  load: (asked): Promise<DraftSubject | null> => loadDraft(asked),
  send: ({ bytes }) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: bytes,
    fileName: 'form.docx',
  }),
});
