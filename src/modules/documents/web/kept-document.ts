import type { Actor } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { audiencesToKeep, type DocumentFacts, type SchoolDocument } from '../domain/document.ts';
import type { DocumentAudience } from '../domain/document-kinds.ts';
import { findDocument, findDocumentToChange } from '../queries/find-document.ts';

/** A document, and the name of its pupil where it has one. */
export type KeptDocument = { readonly document: SchoolDocument; readonly pupilName: string | null };

export const aboutDocument = ({ document }: KeptDocument): readonly PupilId[] =>
  document.pupilId === null ? [] : [document.pupilId];

async function named(tx: Tx, document: SchoolDocument | null): Promise<KeptDocument | null> {
  if (document === null) return null;
  const names = await listNamesOf(tx, [document.pupilId]);
  const pupilName = document.pupilId === null ? null : (names.get(document.pupilId) ?? null);
  return { document, pupilName };
}

export const findKept = async (tx: Tx, documentId: string): Promise<KeptDocument | null> =>
  named(tx, await findDocument(tx, documentId));

/** Null also when it was withdrawn. */
export const findKeptToChange = async (tx: Tx, documentId: string): Promise<KeptDocument | null> =>
  named(tx, await findDocumentToChange(tx, documentId));

/** Where the documents beside this one are listed. */
export const listOf = (pupilId: PupilId | null): string =>
  pupilId === null ? '/documents' : `/pupils/${pupilId}/documents`;

export const homeOf = ({ documentId }: Pick<SchoolDocument, 'documentId'>): string =>
  `/documents/${documentId}`;

export const changedSince =
  'Somebody has changed this document since you opened it. Nothing of yours was saved: look at it again.';

/** The audience that was chosen, if the actor may keep documents for it. */
export const chosenAudience = (actor: Actor, chosen: string): DocumentAudience | undefined =>
  audiencesToKeep(actor).find((one) => one === chosen);

type GivenFacts = Pick<DocumentFacts, 'kind' | 'title' | 'receivedOn'> & {
  readonly datedOn?: SchoolDate | undefined;
  readonly fromWhom?: string | undefined;
  readonly notes?: string | undefined;
};

/** The facts as a form gives them, what was left blank as nothing. */
export const factsOf = (values: GivenFacts): DocumentFacts => ({
  kind: values.kind,
  title: values.title,
  receivedOn: values.receivedOn,
  datedOn: values.datedOn ?? null,
  fromWhom: values.fromWhom ?? null,
  notes: values.notes ?? null,
});
