import { z } from 'zod';
import type { Member } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import {
  contentOf,
  type Face,
  type FaceSource,
  faceOf,
  findPlanAtWork,
  listOfferedTemplates,
  listPlanVersions,
  type SchoolTemplate,
  TemplateKey,
} from '#src/modules/plans/index.ts';
import { type Pupil, yearWords } from '#src/modules/pupils/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export const OfFace = z.object({ pupilId: PupilId, templateKey: TemplateKey });
export const OfIssuedFace = OfFace.extend({ number: z.coerce.number().int().min(1).max(100_000) });
/** `?print=large`: letters of 18 points and more. What is not known is left out. */
export const PrintSearch = z.object({ print: z.enum(['large']).optional().catch(undefined) });

/** A face of a pupil's plan, with the templates through which it can be looked at. */
export type FaceOfPupil = {
  readonly face: Face;
  readonly templates: readonly SchoolTemplate[];
  /** Null: the plan at work. */
  readonly number: number | null;
};

type Asked = { readonly pupil: Pupil; readonly templateKey: string; readonly number: number | null };

/** Null where there is no such plan that the actor may see, or no such template on offer. */
export async function findFace(tx: Tx, actor: Member, asked: Asked): Promise<FaceOfPupil | null> {
  const templates = await listOfferedTemplates(tx);
  const template = templates.find(({ templateKey }) => templateKey === asked.templateKey);
  if (template === undefined) return null;
  const source = await findSource(tx, actor, asked);
  return source === null ? null : { face: faceOf(template, source), templates, number: asked.number };
}

/** What a face is made of; null where there is no such plan that the actor may see. */
export async function findSource(
  tx: Tx,
  actor: Member,
  { pupil, number }: Omit<Asked, 'templateKey'>,
): Promise<FaceSource | null> {
  const versions = await listPlanVersions(tx, pupil.pupilId);
  const known = { pupil: pupilOf(pupil), schoolName: actor.schoolName };
  if (number !== null) {
    const version = versions.find((one) => one.number === number);
    return version === undefined
      ? null
      : { ...known, content: version.content, issued: { number, on: version.issuedOn } };
  }
  const plan = await findPlanAtWork(tx, pupil.pupilId);
  if (plan === null) return null;
  const [newest] = versions;
  const issued =
    plan.state === 'issued' && newest !== undefined ? { number: newest.number, on: newest.issuedOn } : null;
  return { ...known, content: contentOf(plan), issued };
}

const pupilOf = ({ name, bornOn, yearGroup, className }: Pupil): FaceSource['pupil'] => ({
  ...name,
  bornOn,
  place: [yearWords(yearGroup), className ?? ''].filter(Boolean).join(', '),
});

/** Who made a paper, and when. */
export const paperFooter = (tx: Tx, actor: Member): string =>
  `${actor.schoolName} · made by ${actor.knownAs}, ${timeWords(tx.scope.clock.now())}`;

export const faceHref = (pupilId: PupilId, number: number | null, templateKey: string): string =>
  `/pupils/${pupilId}/plan/${number === null ? '' : `issued/${number}/`}faces/${templateKey}`;

/** The name of a file: which face and which plan, and never whose. */
export const fileNameOf = ({ face, number }: FaceOfPupil, ending: 'pdf' | 'docx'): string => {
  const name = face.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${name || 'plan'}-${face.isDraft ? 'draft' : (number ?? 'issued')}.${ending}`;
};
