import { type Member, may, programActor } from '#src/kernel/access.ts';
import type { PersonId, SchoolId } from '#src/kernel/ids.ts';
import type { PdfDocument } from '#src/paper/pdf.ts';
import { makePdfInWorker } from '#src/paper/pdf-in-worker.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { asPerson, inScope, type Tx } from '#src/platform/db/scope.ts';
import { keepProgress } from '#src/platform/jobs/progress.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { faceOf } from '../domain/face.ts';
import { packPdf } from '../domain/plan-pack.ts';
import { findPlanPack, type PlanPack } from '../queries/find-plan-pack.ts';
import { listLastIssued } from '../queries/list-issued-plans.ts';
import { findPlanTemplate } from '../queries/list-plan-templates.ts';

export type PackIds = {
  readonly schoolId: SchoolId;
  readonly planPackId: string;
  readonly personId: PersonId;
};

export const packProgress = (planPackId: string) => ({ name: 'plan-pack', reference: planPackId });

/**
 * Makes a pack, with the eyes of whoever asked for it: what they may not read by now is not in it, and then nothing is made. May
 * run twice; a pack that is made stays as it is.
 */
export async function makePlanPack(program: Program, ids: PackIds): Promise<void> {
  const { schoolId, planPackId } = ids;
  const show = (done: number, total: number) =>
    inScope(scopeOf(program), programActor(schoolId), (tx) =>
      keepProgress(tx, { ...packProgress(planPackId), done, total }),
    );
  const read = await asAsker(program, ids, (tx, actor) => readPack(tx, actor, planPackId));
  if (read === 'made') return;
  if (read === null) return settle(program, ids, { state: 'failed' });
  const { document, plans } = read;
  await show(plans, plans * 2);
  const bytes = await makePdfInWorker(document);
  const storeName = await program.files.keep(bytes);
  await settle(program, ids, {
    state: 'made',
    storeName,
    bytes: bytes.byteLength,
    madeAt: program.clock.now(),
  });
  await show(plans * 2, plans * 2);
}

function asAsker<T>(
  program: Program,
  { personId, schoolId }: PackIds,
  work: (tx: Tx, actor: Member) => Promise<T | null>,
): Promise<T | null> {
  const who = {
    personId,
    schoolId,
    permission: 'plan.read' as const,
    pupilId: null,
    find: program.findActor,
  };
  return asPerson(scopeOf(program), who, async (tx, actor) =>
    may(actor, 'plan.read') ? work(tx, actor) : null,
  );
}

type Read = { readonly document: PdfDocument; readonly plans: number };

async function readPack(tx: Tx, actor: Member, planPackId: string): Promise<Read | 'made' | null> {
  const pack = await findPlanPack(tx, planPackId);
  if (pack === null) return null;
  if (pack.state === 'made') return 'made';
  const document = await packDocument(tx, actor, pack);
  return document === null ? null : { document, plans: pack.pupilIds.length };
}

/** The whole pack as a document; null where one of its plans or its template is not the actor's to read any more. */
export async function packDocument(
  tx: Tx,
  actor: Pick<Member, 'schoolName' | 'knownAs'>,
  pack: Pick<PlanPack, 'pupilIds' | 'templateKey' | 'title' | 'isLargePrint'>,
): Promise<PdfDocument | null> {
  const template = await findPlanTemplate(tx, pack.templateKey);
  const plans = await listLastIssued(tx, pack.pupilIds);
  if (template === null || plans.length !== pack.pupilIds.length) return null;
  const { schoolName, knownAs } = actor;
  const faces = plans.map(({ pupil, content, number, issuedOn }) =>
    faceOf(template, { pupil, schoolName, content, issued: { number, on: issuedOn } }),
  );
  return packPdf(faces, {
    title: `${template.name}: ${pack.title}`,
    footer: `${schoolName} · made for ${knownAs}, ${timeWords(tx.scope.clock.now())}`,
    isLarge: pack.isLargePrint,
  });
}

type Settled =
  | { readonly state: 'failed' }
  | { readonly state: 'made'; readonly storeName: string; readonly bytes: number; readonly madeAt: Date };

const settle = (program: Program, { schoolId, planPackId }: PackIds, set: Settled): Promise<void> =>
  inScope(scopeOf(program), programActor(schoolId), async (tx) => {
    await tx
      .updateTable('planPacks')
      .set(set)
      .where('schoolId', '=', schoolId)
      .where('planPackId', '=', planPackId)
      .where('state', '<>', 'made')
      .execute();
  });
