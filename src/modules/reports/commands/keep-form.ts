import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { keepDocument, type TakenFile } from '#src/modules/documents/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Mapping } from '../domain/mapping.ts';
import { reportsEvents } from '../domain/reports.events.ts';
import type { OwnForm } from '../queries/list-forms.ts';

const record = recorder(reportsEvents);
const audience = 'leaders' as const;

type NewForm = {
  readonly name: string;
  readonly authorityId: string | null;
  readonly authorityName: string | null;
  readonly file: TakenFile;
  readonly mapping: Mapping;
};

/** Adds a form of an authority: its file is kept as a document about the school, as it came. Returns the form's id. */
export async function addForm(
  tx: Tx,
  { name, authorityId, authorityName, file, mapping }: NewForm,
): Promise<string> {
  const { actor, clock, today } = tx.scope;
  const kept = await keepDocument(tx, {
    pupilId: null,
    kind: 'authority',
    title: name,
    datedOn: null,
    receivedOn: today,
    fromWhom: authorityName,
    notes: null,
    audience: 'staff',
    file,
  });
  if (!kept.ok) throw new Error(kept.refusal);
  const formTemplateId = newId(clock.now().getTime());
  await tx
    .insertInto('formTemplates')
    .values({
      schoolId: actor.schoolId,
      formTemplateId,
      name,
      authorityId,
      documentId: kept.value,
      sha256: file.sha256,
      mapping: JSON.stringify(mapping),
      recordedBy: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'FormAdded',
    audience,
    subjectId: formTemplateId,
    changes: {
      name: { before: null, after: name },
      fileName: { before: null, after: file.fileName },
      places: { before: null, after: mapping.length },
    },
  });
  return formTemplateId;
}

/** Keeps which fact goes where in a form. Whoever saves over a mapping that they did not see is refused. */
export async function mapForm(
  tx: Tx,
  form: OwnForm,
  { mapping, version }: { readonly mapping: Mapping; readonly version: number },
): Promise<Result<boolean, 'changed_since'>> {
  const changes = changesOf(form.mapping, mapping);
  if (Object.keys(changes).length === 0) return done(false);
  const { numUpdatedRows } = await tx
    .updateTable('formTemplates')
    .set({ mapping: JSON.stringify(mapping), version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('formTemplateId', '=', form.key)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('changed_since');
  await record(tx, { type: 'FormMapped', audience, subjectId: form.key, changes });
  return done(true);
}

/** What goes elsewhere now, by the form's own words and address. */
function changesOf(before: Mapping, after: Mapping) {
  const [old, now] = [before, after].map((mapping) => new Map(mapping.map((one) => [one.address, one])));
  const addresses = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  return Object.fromEntries(
    addresses.flatMap((address) => {
      const [was, is] = [old?.get(address), now?.get(address)];
      if (was?.fact === is?.fact) return [];
      const change = { before: was?.fact ?? null, after: is?.fact ?? null };
      return [[`${address} ${is?.label ?? was?.label ?? ''}`.slice(0, 200), change] as const];
    }),
  );
}

/** Withdraws a form: it is offered no more, and what was filled with it stays. */
export async function withdrawForm(
  tx: Tx,
  form: OwnForm,
  { why, version }: { readonly why: string; readonly version: number },
): Promise<Result<void, 'changed_since'>> {
  const { numUpdatedRows } = await tx
    .updateTable('formTemplates')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('formTemplateId', '=', form.key)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('changed_since');
  await record(tx, {
    type: 'FormWithdrawn',
    audience,
    subjectId: form.key,
    why,
    changes: { name: { before: form.name, after: null } },
  });
  return done(undefined);
}
