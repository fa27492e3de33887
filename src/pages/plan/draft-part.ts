import { z } from 'zod';
import { type Attempt, type Form, noAttempt } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { attemptOf, DraftPart, type PlanDraft } from '#src/modules/plans/index.ts';
import { planHref } from './plan-editor.ts';

/** `kind`: a part, `new` or the id of a target. */
export const OfDraft = z.object({ pupilId: PupilId, kind: DraftPart });

export const draftHref = (pupilId: PupilId, part: DraftPart): string => `${planHref(pupilId)}/drafts/${part}`;

/** `?draft=use`: the form is drawn with what the writer had left. */
export const DraftSearch = z.object({ draft: z.literal('use').optional().catch(undefined) });

/** What the form shows: what was just posted, else the draft that was asked for, else what is held. */
export function shownAttempt(given: {
  readonly form: Form;
  readonly attempt: Attempt;
  readonly draft: PlanDraft | null;
  readonly isAsked: boolean;
}): Attempt {
  const { form, attempt, draft, isAsked } = given;
  if (attempt !== noAttempt || !isAsked) return attempt;
  return attemptOf(form, draft);
}
