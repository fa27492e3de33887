import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import {
  changeTarget,
  dayOfTarget,
  type Finding,
  findDraft,
  type PlanDraft,
  planRefusalWords,
  strategyLine,
  type Target,
  targetDayWords,
  targetForm,
  targetTyped,
  throwAwayDraft,
} from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { aboutPupil, fullName } from '../pupil/pupil-head.ts';
import { DraftSearch, shownAttempt } from './draft-part.ts';
import { EditorForm, LeftOfPart } from './editor-form.view.tsx';
import { Contents } from './plan-contents.view.tsx';
import { type Editor, loadEditor, nextAfter, partHref, planHref } from './plan-editor.ts';
import { QualityHere } from './plan-quality.view.tsx';
import { TargetFields } from './target-fields.view.tsx';

type Subject = Editor & { readonly target: Target; readonly draft: PlanDraft | null };

/** Changes a target of a plan that is being written. */
export default page({
  path: '/pupils/:pupilId/plan/targets/:targetId',
  params: z.object({ pupilId: PupilId, targetId: z.uuid() }),
  search: DraftSearch,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Change a target',
  form: targetForm,
  about: aboutPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadEditor(tx, params.pupilId);
    const target = held?.plan.targets.find((one) => one.targetId === params.targetId);
    if (held === null || target === undefined) return null;
    return { ...held, target, draft: await findDraft(tx, params.pupilId, params.targetId) };
  },
  view: ({ subject, attempt, actor, search }) => {
    const { pupil, plan, target, draft } = subject;
    const { pupilId } = pupil;
    const part = target.targetId;
    const href = partHref(pupilId, part);
    const isAsked = search.draft === 'use';
    const shown = shownAttempt({ form: targetForm, attempt, draft, isAsked });
    const isStale = 'version' in shown.values && Number(shown.values.version) !== target.version;
    const isHere = ({ targetId }: Finding) => targetId === part;
    return (
      <>
        <PageHead
          title="Change a target"
          lead={fullName(pupil)}
          actions={
            <>
              <a href={`${href}/copy`}>Copy to another pupil</a>
              <a href={`${href}/keep`}>Keep in our bank</a>
              <a href={`${href}/withdraw`}>Take it out</a>
            </>
          }
        />
        <Workbench
          list={<Contents plan={plan} found={subject.found} canWrite at={part} />}
          side={<QualityHere {...subject} actor={actor} of={isHere} />}
        >
          {draft !== null && shown === attempt && !('words' in attempt.values) && (
            <LeftOfPart pupilId={pupilId} part={part} draft={draft} version={target.version} />
          )}
          {isStale && (
            <Inset>
              <b>On record now:</b> {[target.words, ...target.strategies.map(strategyLine)].join(' · ')}
            </Inset>
          )}
          <EditorForm pupilId={pupilId} part={part} attempt={shown} next="Save and next">
            <TargetFields target={target} attempt={shown} />
          </EditorForm>
        </Workbench>
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { pupil, plan, target } = subject;
    if (values.version !== target.version) return refuse(planRefusalWords.stale);
    const words = targetTyped(values);
    const wrong = dayOfTarget(words.byOn, { bornOn: pupil.bornOn, begunOn: plan.begunOn });
    if (wrong !== null) return refuse({ byOn: targetDayWords[wrong] });
    const done = await changeTarget(tx, { plan, target, words });
    if (!done.ok) return refuse(planRefusalWords[done.refusal]);
    await throwAwayDraft(tx, { pupilId: pupil.pupilId, part: target.targetId });
    const next = values.goOn === 'next' ? nextAfter(subject, target.targetId) : planHref(pupil.pupilId);
    return goTo(next, done.value ? 'Target changed' : 'Nothing was different');
  },
});
