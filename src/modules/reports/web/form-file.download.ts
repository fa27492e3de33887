import { download } from '#src/platform/http/download.ts';
import { aboutNobody, type FormSubject, loadForm, OfForm } from './form-of.ts';

/** The empty form, byte for byte as it came. */
export default download({
  path: '/school/forms/:formKey/form.docx',
  params: OfForm,
  may: 'form.fill',
  about: aboutNobody,
  load: (asked): Promise<FormSubject | null> => loadForm(asked),
  send: ({ file }) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: file.bytes,
    fileName: 'form.docx',
  }),
});
