import { requestPartForm, requestParts, typedParagraphs } from '#src/modules/ehcp/index.ts';
import { attemptOf, draftForm, keepDraft, readTyped } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { aboutPupil, fullName } from '../../pupil/pupil-head.ts';
import { partHref } from './request-list.view.tsx';
import { OfPart } from './request-of.ts';
import { draftHref, draftPartOf, loadPart, type PartSubject } from './request-part-of.ts';

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
  view: ({ subject: { pupil, part, draft } }) => {
    const href = partHref(pupil.pupilId, part);
    if (draft === null)
      return (
        <EmptyState title="You have no draft here">
          <a href={href}>Write</a>
        </EmptyState>
      );
    const { values } = attemptOf(requestPartForm, draft);
    const own = typeof values.own === 'string' ? values.own : '';
    const texts = [...typedParagraphs(values).map(({ words }) => words), own].filter((words) => words !== '');
    return (
      <div class="narrow">
        <PageHead
          title="Your draft"
          lead={`${requestParts[part]}: request for ${fullName(pupil)} · kept on ${timeWords(draft.savedAt)}, for you alone`}
        />
        <Card>
          {texts.map((words, at) => (
            <p key={at} class="words">
              {words}
            </p>
          ))}
          <p>
            <a href={`${href}?draft=use`}>Go on with it</a>
          </p>
        </Card>
      </div>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const typed = readTyped(values.typed);
    if (typed === null) return refuse('This is no draft of a request');
    const { pupilId } = subject.pupil;
    const part = draftPartOf(subject, subject.part);
    await keepDraft(tx, { pupilId, part, typed, baseVersion: values.base });
    return goTo(draftHref(pupilId, subject.part));
  },
});
