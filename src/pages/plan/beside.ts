import type { Values } from '#src/kernel/form.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import {
  findDocument,
  findWords,
  listDocumentFiles,
  mayBeGiven,
  type SchoolDocument,
} from '#src/modules/documents/index.ts';
import {
  findPlanAtWork,
  linesOfWords,
  type Plan,
  type putIntoPlanForm,
  sectionWords,
  setTarget,
  withLines,
  writeSection,
} from '#src/modules/plans/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** A document of a pupil and their plan, side by side. */
export type Beside = {
  readonly pupil: Pupil;
  readonly document: SchoolDocument;
  readonly plan: Plan | null;
  /** The file that the lines are of; empty where none may be shown. */
  readonly fileId: string;
  readonly lines: readonly string[];
};

/** Null when the pupil or the document is not the actor's to see, or they do not belong together. */
export async function findBeside(
  tx: Tx,
  { pupilId, documentId }: { readonly pupilId: PupilId; readonly documentId: string },
): Promise<Beside | null> {
  const pupil = await findPupil(tx, pupilId);
  const document = pupil === null ? null : await findDocument(tx, documentId);
  if (pupil === null || document === null || document.pupilId !== pupilId || document.withdrawnAt !== null)
    return null;
  const files = await listDocumentFiles(tx, documentId);
  const current = files.find(({ versionNumber }) => versionNumber === document.currentVersion);
  const isShown = current !== undefined && mayBeGiven(current);
  const words = isShown ? await findWords(tx, current.documentFileId) : null;
  const plan = await findPlanAtWork(tx, pupilId);
  return { pupil, document, plan, fileId: current?.documentFileId ?? '', lines: linesOfWords(words ?? '') };
}

type Refusal = 'no_plan' | 'not_now' | 'stale' | 'other_file' | 'too_long' | 'no_area' | 'long_target';

export const wordingBeside = {
  no_plan: 'Begin a plan first',
  not_now: 'This plan is not being written. Open the plan to see what can be done',
  stale: 'Somebody changed the plan while you read. Nothing was overwritten: put the lines in again',
  other_file: 'The document has a new version. Tick the lines again',
  too_long: 'The part would have more than 8,000 characters. Put in fewer lines',
  no_area: { area: 'Select the area of the new target' },
  long_target: { lines: 'A target has 1,000 characters at most. Tick fewer lines' },
} as const satisfies Record<Refusal, string | Readonly<Record<string, string>>>;

const longestTarget = 1000;

/** Puts lines of the document into a part, below what stands there, or makes one target of them. Says what was done. */
export async function putInto(
  tx: Tx,
  { plan, lines, fileId }: Beside,
  values: Values<typeof putIntoPlanForm>,
): Promise<Result<string, Refusal>> {
  if (plan === null) return refused('no_plan');
  if (values.fileId !== fileId) return refused('other_file');
  const chosen = values.lines.flatMap((at) => lines[at] ?? []);
  const { into } = values;
  if (into === 'target') return asTarget(tx, plan, { words: chosen.join(' '), area: values.area });
  const section = plan.sections.find(({ kind }) => kind === into);
  if (section === undefined) return refused('not_now');
  const words = withLines(section.words, chosen);
  if (words === null) return refused('too_long');
  const written = await writeSection(tx, { plan, section, set: { words, mark: section.mark } });
  if (!written.ok) return written;
  return done(written.value ? `Put into: ${sectionWords[into].label}` : 'These lines were there already');
}

async function asTarget(
  tx: Tx,
  plan: Plan,
  { words, area }: { words: string; area: Plan['targets'][number]['area'] | undefined },
): Promise<Result<string, Refusal>> {
  if (area === undefined) return refused('no_area');
  if (words.length > longestTarget) return refused('long_target');
  const set = await setTarget(tx, {
    plan,
    words: { area, words, baseline: null, success: null, byOn: null, strategies: [] },
  });
  return set.ok ? done('Set as a target') : set;
}
