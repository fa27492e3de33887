import { requestPartForm, requestParts, typedParagraphs } from '#src/modules/ehcp/index.ts';
import { attemptOf, draftForm, keepDraft, type PlanDraft, readTyped } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { KeptDraft } from '#src/ui/draft-form.tsx';
import { aboutPupil, fullName } from '../../pupil/pupil-head.ts';
import { partHref } from './request-list.view.tsx';
import { OfPart } from './request-of.ts';
import { draftHref, draftPartOf, loadPart, type PartSubject } from './request-part-of.ts';

function textsOf(draft: PlanDraft | null): readonly string[] {
  if (draft === null) return [];
  const { values } = attemptOf(requestPartForm, draft);
  const own = typeof values.own === 'string' ? values.own : '';
  return [...typedParagraphs(values).map(({ words }) => words), own].filter((words) => words !== '');
}

/** What the writer left unsaved of a part of a request. Posted to while they type: kept for them alone. */
export default page({
  path: '/pupils/:pupilId/request/parts/:requestPart/draft',
  params: OfPart,
  may: 'case.write',
  about: aboutPupil,
  section: 'Pupils',
  title: 'Your draft',
  form: draftForm,
  largestPost: 2 * 1024 * 1024,
  load: ({ tx, actor, params }): Promise<PartSubject | null> => loadPart(tx, params, actor),
  view: ({ subject: { pupil, part, draft } }) => (
    <KeptDraft
      formHref={partHref(pupil.pupilId, part)}
      lead={`${requestParts[part]}: request for ${fullName(pupil)}`}
      keptAt={draft === null ? null : timeWords(draft.savedAt)}
    >
      {textsOf(draft).map((words, at) => (
        <p key={at} class="words">
          {words}
        </p>
      ))}
    </KeptDraft>
  ),
  submit: async ({ tx, subject, values }) => {
    const typed = readTyped(values.typed);
    if (typed === null) return refuse('This is no draft of a request');
    const { pupilId } = subject.pupil;
    const part = draftPartOf(subject, subject.part);
    await keepDraft(tx, { pupilId, part, typed, baseVersion: values.base });
    return goTo(draftHref(pupilId, subject.part));
  },
});
