import { done, type Result, refused } from '#src/kernel/result.ts';
import {
  addDocumentVersion,
  findDocument,
  listDocumentFiles,
  type TakenFile,
} from '#src/modules/documents/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Mapping } from '../domain/mapping.ts';
import { reportsEvents } from '../domain/reports.events.ts';
import type { OwnForm } from '../queries/list-forms.ts';

const record = recorder(reportsEvents);

type Edition = {
  readonly file: TakenFile;
  readonly mapping: Mapping;
  /** Places of the edition before that had a fact and are no more. */
  readonly gone: Mapping;
  readonly version: number;
};

/** Gives a form a new file, as the next version of its document: the one before stays, and so does what was filled with it. */
export async function replaceForm(
  tx: Tx,
  form: OwnForm,
  { file, mapping, gone, version }: Edition,
): Promise<Result<void, 'changed_since' | 'same_file'>> {
  const { schoolId } = tx.scope.actor;
  const document = await findDocument(tx, form.documentId);
  if (document === null || document.withdrawnAt !== null) return refused('changed_since');
  const kept = await listDocumentFiles(tx, form.documentId);
  if (kept.some(({ sha256 }) => sha256 === file.sha256)) return refused('same_file');
  const added = await addDocumentVersion(tx, document, { file, why: 'A new edition of the form' });
  if (!added.ok) return refused('changed_since');
  const { numUpdatedRows } = await tx
    .updateTable('formTemplates')
    .set({ sha256: file.sha256, mapping: JSON.stringify(mapping), version: version + 1 })
    .where('schoolId', '=', schoolId)
    .where('formTemplateId', '=', form.key)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('changed_since');
  const lost = gone.map(({ address, label, fact }) => [
    `gone: ${address} ${label}`.slice(0, 200),
    { before: fact, after: null },
  ]);
  await record(tx, {
    type: 'FormReplaced',
    audience: 'leaders',
    subjectId: form.key,
    changes: {
      fileName: { before: form.fileName, after: file.fileName },
      places: { before: form.mapping.length, after: mapping.length },
      ...Object.fromEntries(lost),
    },
  });
  return done(undefined);
}
