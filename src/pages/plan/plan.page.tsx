import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import {
  checkPlan,
  type Evidence,
  findLastReviewed,
  findPlanAtWork,
  listEvidence,
  listPlanVersions,
  listSetAside,
  type Plan,
  type PlanVersion,
  type Sorted,
  sortFindings,
} from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { Contents } from './plan-contents.view.tsx';
import { mayWrite, Parts, Targets } from './plan-parts.view.tsx';
import { Quality } from './plan-quality.view.tsx';
import { NoPlan, PlanActions, Versions } from './plan-side.view.tsx';
import { AskForPart } from './target-evidence.view.tsx';

type Subject = PupilHead & {
  readonly plan: Plan | null;
  readonly found: Sorted;
  readonly last: Plan | null;
  readonly versions: readonly PlanVersion[];
  readonly evidence: readonly Evidence[];
};

/** The plan that a pupil is at work with: its parts, its targets, what the written rules find, what was issued. */
export default page({
  path: '/pupils/:pupilId/plan',
  params: z.object({ pupilId: PupilId }),
  may: 'plan.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Plan of ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    if (head === null) return null;
    const plan = await findPlanAtWork(tx, params.pupilId);
    const last = plan === null ? await findLastReviewed(tx, params.pupilId) : null;
    const needs = head.sen === null ? null : head.sen.needs.map(({ senType }) => senType);
    const found =
      plan === null
        ? sortFindings([], [])
        : sortFindings(checkPlan(plan, { needs }), await listSetAside(tx, plan.planId));
    const evidence = plan === null ? [] : await listEvidence(tx, plan.planId);
    return { ...head, plan, found, last, evidence, versions: await listPlanVersions(tx, params.pupilId) };
  },
  view: ({ subject, actor }) => {
    const { plan, found, last, versions, pupil, evidence } = subject;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Plan" />
        {plan === null ? (
          <NoPlan pupil={pupil} last={last} versions={versions} actor={actor} />
        ) : (
          <Workbench
            list={<Contents plan={plan} found={found} canWrite={mayWrite(plan, actor)} at="whole" />}
            side={
              <>
                <PlanActions plan={plan} actor={actor} />
                <AskForPart plan={plan} actor={actor} />
                <Quality plan={plan} found={found} actor={actor} />
                <Versions versions={versions} pupilId={pupil.pupilId} />
              </>
            }
          >
            <Targets plan={plan} actor={actor} evidence={evidence} />
            <Parts plan={plan} actor={actor} />
          </Workbench>
        )}
      </>
    );
  },
});
