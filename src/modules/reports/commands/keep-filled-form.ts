import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import {
  addDocumentVersion,
  findDocument,
  keepDocument,
  type TakenFile,
} from '#src/modules/documents/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Draft } from '../domain/draft.ts';
import { reportsEvents } from '../domain/reports.events.ts';

const record = recorder(reportsEvents);
/** A form holds what the family told, what support costs and where people live: nobody reads it who may not read all. */
const audience = 'leaders' as const;

type Filled = {
  readonly pupilId: PupilId;
  readonly form: { readonly key: string; readonly name: string };
  readonly draft: Draft;
  readonly file: TakenFile;
};

/** Keeps a filled form with the pupil's documents: the first time as a document, then as a version of it. Gives its document. */
export async function keepFilledForm(
  tx: Tx,
  { pupilId, form, draft, file }: Filled,
): Promise<Result<string, 'changed_since'>> {
  const { actor, clock, today } = tx.scope;
  const held = await findHeld(tx, pupilId, form.key);
  const kept = held === null ? await keepFirst(tx, { pupilId, form, file }) : await keepNext(tx, held, file);
  if (kept === null) return refused('changed_since');
  const filledFormId = newId(clock.now().getTime());
  const sources = draft.filled.map(({ place, fact, answers }) => ({
    address: place.address,
    label: place.label,
    fact,
    from: [...new Set(answers.map(({ source }) => source))],
  }));
  await tx
    .insertInto('filledForms')
    .values({
      schoolId: actor.schoolId,
      filledFormId,
      pupilId,
      formKey: form.key,
      name: form.name,
      documentId: kept.documentId,
      documentVersion: kept.version,
      sources: JSON.stringify(sources),
      filledOn: today,
      filledBy: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'FormFilled',
    audience,
    pupilId,
    subjectId: filledFormId,
    changes: {
      form: { before: null, after: form.name },
      places: { before: null, after: draft.filled.length },
      lacking: { before: null, after: draft.lacking.length },
    },
  });
  return done(kept.documentId);
}

/** The document that this form was kept in before, unless it was withdrawn since. */
async function findHeld(tx: Tx, pupilId: PupilId, formKey: string) {
  const row = await tx
    .selectFrom('filledForms')
    .select('documentId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where('formKey', '=', formKey)
    .orderBy('recordedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  const document = row === undefined ? null : await findDocument(tx, row.documentId);
  return document === null || document.withdrawnAt !== null ? null : document;
}

type First = Pick<Filled, 'pupilId' | 'form' | 'file'>;

async function keepFirst(tx: Tx, { pupilId, form, file }: First) {
  const kept = await keepDocument(tx, {
    pupilId,
    kind: 'letter_out',
    title: form.name,
    datedOn: tx.scope.today,
    receivedOn: tx.scope.today,
    fromWhom: null,
    notes: null,
    audience,
    file,
  });
  return kept.ok ? { documentId: kept.value, version: 1 } : null;
}

async function keepNext(
  tx: Tx,
  held: NonNullable<Awaited<ReturnType<typeof findDocument>>>,
  file: TakenFile,
) {
  const added = await addDocumentVersion(tx, held, { file, why: 'The form was filled anew' });
  return added.ok ? { documentId: held.documentId, version: held.currentVersion + 1 } : null;
}
