import { createHash } from 'node:crypto';
import type { SchoolId } from '#src/kernel/ids.ts';
import { nestedForm } from './given-forms.ts';
import { asOwner, program } from './worker-database.ts';

/** A form of an authority with one place mapped, and filled forms of pupils. */
export async function fillForms(schoolId: SchoolId): Promise<void> {
  const bytes = nestedForm();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const storeName = await program.files.keep(bytes);
  const [document] = await asOwner<{ id: string }>(
    `insert into app.documents (school_id, document_id, kind, title, received_on, audience)
     values ($1, gen_random_uuid(), 'authority', 'Northshire request', '2026-11-03', 'staff') returning document_id as id`,
    [schoolId],
  );
  await asOwner(
    `insert into app.document_files (school_id, document_file_id, document_id, version_number, state, file_name, format, bytes,
       sha256, store_name, scan, audience, received_at)
     values ($1, gen_random_uuid(), $2, 1, 'filed', 'form.docx', 'docx', $3, $4, $5, 'clean', 'staff', now())`,
    [schoolId, document?.id, bytes.length, sha256, storeName],
  );
  await asOwner(
    `insert into app.form_templates (school_id, form_template_id, name, document_id, sha256, mapping, recorded_at)
     values ($1, gen_random_uuid(), 'Northshire request', $2, $3,
       '[{"address": "cell:2.0.1", "fact": "pupil.name", "label": "Full name", "heading": "Who it is about"}]', now())`,
    [schoolId, document?.id, sha256],
  );
  await asOwner(
    `insert into app.filled_forms (school_id, filled_form_id, pupil_id, form_key, name, document_id, document_version, sources,
       filled_on, recorded_at)
     select d.school_id, gen_random_uuid(), d.pupil_id, 'top-up-bid', 'Top-up', d.document_id, 1,
       '[{"address": "cell:1.0.1", "label": "Full name", "fact": "pupil.name", "from": ["The pupil’s record"]}]', '2026-11-20', now()
     from app.documents d where d.school_id = $1 and d.pupil_id is not null and d.audience = 'leaders' limit 3`,
    [schoolId],
  );
}
