import type { Tx } from '#src/platform/db/scope.ts';
import { Mapping } from '../domain/mapping.ts';
import { isShippedForm, shippedForms, shippedKeys } from '../domain/shipped-forms.ts';

/** A form of the school, with where its file is kept. */
export type OwnForm = {
  readonly key: string;
  readonly name: string;
  readonly authority: string | null;
  readonly mapping: Mapping;
  readonly sha256: string;
  readonly documentId: string;
  /** Null when the bytes are gone or held back by a scanner. */
  readonly storeName: string | null;
  readonly fileName: string;
  readonly withdrawnWhy: string | null;
  readonly version: number;
};
export type KnownForm =
  | ({ readonly kind: 'own' } & OwnForm)
  | { readonly kind: 'shipped'; readonly key: string; readonly name: string; readonly why: string };

const selectForms = (tx: Tx) =>
  tx
    .selectFrom('formTemplates as t')
    .innerJoin('documentFiles as f', (join) =>
      join
        .onRef('f.schoolId', '=', 't.schoolId')
        .onRef('f.documentId', '=', 't.documentId')
        .onRef('f.sha256', '=', 't.sha256'),
    )
    .leftJoin('authorities as a', (join) =>
      join.onRef('a.schoolId', '=', 't.schoolId').onRef('a.authorityId', '=', 't.authorityId'),
    )
    .select([
      't.formTemplateId',
      't.name',
      't.mapping',
      't.sha256',
      't.documentId',
      't.withdrawnWhy',
      't.version',
    ])
    .select(['a.name as authority', 'f.storeName', 'f.fileName', 'f.scan'])
    .where('t.schoolId', '=', tx.scope.actor.schoolId);

type Row = Awaited<ReturnType<ReturnType<typeof selectForms>['executeTakeFirstOrThrow']>>;

const formOf = ({ formTemplateId, mapping, scan, storeName, ...row }: Row): KnownForm => ({
  kind: 'own',
  ...row,
  key: formTemplateId,
  mapping: Mapping.parse(mapping),
  storeName: scan === 'clean' || scan === 'not_scanned' ? storeName : null,
});

/** The forms of the school by name, then those that are shipped. */
export async function listForms(tx: Tx): Promise<readonly KnownForm[]> {
  const rows = await selectForms(tx).where('t.withdrawnAt', 'is', null).orderBy('t.name').execute();
  return [...rows.map(formOf), ...shippedKeys.map(shippedOf)];
}

const shippedOf = (key: keyof typeof shippedForms): KnownForm => ({
  kind: 'shipped',
  key,
  ...shippedForms[key],
});

/** One form, shipped or the school's own; null where there is none. A withdrawn one is found, and says so. */
export async function findForm(tx: Tx, key: string): Promise<KnownForm | null> {
  if (isShippedForm(key)) return shippedOf(key);
  if (!/^[0-9a-f-]{36}$/.test(key)) return null;
  const row = await selectForms(tx).where('t.formTemplateId', '=', key).executeTakeFirst();
  return row === undefined ? null : formOf(row);
}

/** Forms that were filled for a pupil, the newest first. */
export async function listFilledForms(tx: Tx, pupilId: string) {
  return tx
    .selectFrom('filledForms as f')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'f.schoolId').onRef('m.personId', '=', 'f.filledBy'),
    )
    .select(['f.filledFormId', 'f.formKey', 'f.name', 'f.documentId', 'f.documentVersion', 'f.filledOn'])
    .select('m.knownAs as byName')
    .where('f.schoolId', '=', tx.scope.actor.schoolId)
    .where('f.pupilId', '=', pupilId)
    .orderBy('f.recordedAt', 'desc')
    .limit(50)
    .execute();
}
