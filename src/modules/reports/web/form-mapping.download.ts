import { download } from '#src/platform/http/download.ts';
import type { MappingFile } from '../domain/mapping.ts';
import { aboutNobody, type FormSubject, loadForm, OfForm } from './form-of.ts';

/** What goes where in a form, as an open file for other schools. No pupil is in it. */
export default download({
  path: '/school/forms/:formKey/mapping.json',
  params: OfForm,
  may: 'form.fill',
  about: aboutNobody,
  load: (asked): Promise<FormSubject | null> => loadForm(asked),
  send: ({ form, file }) => {
    const shared: MappingFile = {
      format: 'sendero-form-mapping',
      shape: 1,
      form: form.name,
      sha256: file.sha256,
      places: [...file.mapping],
    };
    return {
      type: 'application/json',
      body: `${JSON.stringify(shared, null, 2)}\n`,
      fileName: 'mapping.json',
    };
  },
});
