import type { ComponentChildren } from 'preact';
import type { Attempt } from '#src/kernel/form.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { DraftPart, PlanDraft } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { DraftForm, DraftOffer } from '#src/ui/draft-form.tsx';
import { draftHref } from './draft-part.ts';
import { partHref, planHref } from './plan-editor.ts';

type OfPart = { readonly pupilId: PupilId; readonly part: DraftPart };
type EditorFormProps = OfPart & {
  readonly attempt: Attempt;
  readonly next: string;
  readonly children: ComponentChildren;
};

/** The form in the middle, of one part of a plan. */
export const EditorForm = ({ pupilId, part, ...rest }: EditorFormProps) => (
  <DraftForm draftHref={draftHref(pupilId, part)} cancel={planHref(pupilId)} {...rest} />
);

/** What the writer left of one part of a plan. */
export const LeftOfPart = ({
  pupilId,
  part,
  draft,
  version,
}: OfPart & { readonly draft: PlanDraft; readonly version: number }) => (
  <DraftOffer
    draftHref={draftHref(pupilId, part)}
    formHref={partHref(pupilId, part)}
    keptAt={timeWords(draft.savedAt)}
    isOld={draft.baseVersion !== version}
  />
);
