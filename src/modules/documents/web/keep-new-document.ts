import type { Member } from '#src/kernel/access.ts';
import type { Values } from '#src/kernel/form.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { goTo, type Outcome, refuse } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import { keepDocument } from '../commands/keep-document.ts';
import type { newDocumentForm } from '../domain/document.form.ts';
import { datesWording } from '../domain/document.ts';
import type { Taking } from '../reading/take-file.ts';
import { chosenAudience, factsOf, listOf } from './kept-document.ts';

type Given = {
  readonly tx: Tx;
  readonly actor: Member;
  readonly program: Program;
  readonly pupilId: PupilId | null;
  readonly taken: Taking | null;
  readonly values: Values<typeof newDocumentForm>;
};

/** Keeps what a form gave, and has its words read soon. */
export async function keepNew({ tx, actor, program, pupilId, taken, values }: Given): Promise<Outcome> {
  if (taken === null) return refuse({ file: 'Select a file' });
  if (!taken.ok) return refuse({ file: taken.why });
  const audience = chosenAudience(actor, values.audience);
  if (audience === undefined) return refuse({ audience: 'Select who may read it' });
  const kept = await keepDocument(tx, { ...factsOf(values), pupilId, audience, file: taken.value });
  if (!kept.ok) return refuse(datesWording[kept.refusal]);
  await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
  return goTo(listOf(pupilId), 'Document kept');
}
