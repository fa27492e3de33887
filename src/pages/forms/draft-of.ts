import { z } from 'zod';
import type { Member } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  type Draft,
  draftForm,
  type FactsRead,
  findFactsRead,
  findForm,
  type KnownForm,
  openForm,
  readFormFile,
} from '#src/modules/reports/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import type { PupilHead } from '../pupil/pupil-head.ts';

export const OfPupilForm = z.object({ pupilId: PupilId, formKey: z.string().regex(/^[a-z0-9-]{1,60}$/) });
export const pupilFormsHref = (pupilId: string): string => `/pupils/${pupilId}/forms`;
export const draftHref = (pupilId: string, formKey: string): string =>
  `${pupilFormsHref(pupilId)}/${formKey}`;

/** A form filled from the records of today, not kept yet. */
export type DraftSubject = PupilHead & {
  readonly form: KnownForm;
  readonly draft: Draft;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly notes: readonly string[];
  readonly read: FactsRead;
};

type Asked = {
  readonly tx: Tx;
  readonly actor: Member;
  readonly program: Program;
  readonly params: z.output<typeof OfPupilForm>;
};

/** Fills a form for a pupil; null where the form is withdrawn or its file gone, or the pupil not the actor's to see. */
export async function loadDraft({ tx, actor, program, params }: Asked): Promise<DraftSubject | null> {
  const form = await findForm(tx, params.formKey);
  if (form === null || (form.kind === 'own' && form.withdrawnWhy !== null)) return null;
  const file = await readFormFile(program, form);
  const opened = file === null ? null : openForm(file.bytes);
  if (file === null || opened?.ok !== true) return null;
  const read = await findFactsRead(tx, { pupilId: params.pupilId, filler: actor.knownAs });
  if (read === null) return null;
  const { draft, bytes } = draftForm(opened.form, { mapping: file.mapping, read, sees: actor.sees });
  const { pupil, sen, alerts, today } = read;
  const at = timeWords(tx.scope.clock.now());
  return { form, draft, bytes, notes: opened.form.notes, read, pupil, sen, alerts, today, at };
}
