import { z } from 'zod';
import {
  currentVersion,
  type EhcOutcome,
  linkTargets,
  linkTargetsForm,
  listOutcomeTargets,
  type OutcomeTarget,
} from '#src/modules/ehcp/index.ts';
import { findPlanAtWork, type Target } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type EhcOfPupil, ehcHref, loadEhc, OfPupil, ofPupil } from './ehc-of-pupil.ts';

type Subject = EhcOfPupil & {
  readonly outcome: EhcOutcome;
  readonly linked: readonly OutcomeTarget[];
  readonly offered: readonly Pick<Target, 'targetId' | 'words'>[];
};

/** Which short-term targets of the school's plan work towards an outcome of Section E. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/outcomes/:outcomeKey/targets',
  params: OfPupil.extend({ outcomeKey: z.uuid() }),
  may: 'ehcp.write',
  section: 'Pupils',
  title: 'Targets for an outcome',
  form: linkTargetsForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const found = await loadEhc(tx, params.pupilId);
    const outcome =
      found === null
        ? undefined
        : currentVersion(found.plan)?.outcomes.find(({ outcomeKey }) => outcomeKey === params.outcomeKey);
    if (found === null || outcome === undefined) return null;
    const { linked, plan } = await tx.scope.together({
      linked: (of) => listOutcomeTargets(of, params.pupilId),
      plan: (of) => findPlanAtWork(of, params.pupilId),
    });
    const now = plan?.targets ?? [];
    const mine = linked.filter(({ outcomeKey }) => outcomeKey === outcome.outcomeKey);
    const past = mine.filter(({ targetId }) => !now.some((one) => one.targetId === targetId));
    return { ...found, outcome, linked, offered: [...now, ...past] };
  },
  view: ({ subject: { pupil, outcome, linked, offered }, attempt }) => (
    <div class="narrow">
      <PageHead title="Targets that work towards this outcome" lead={outcome.words} />
      {offered.length === 0 ? (
        <EmptyState title="The pupil’s plan has no targets yet">
          <p>
            <a href={`/pupils/${pupil.pupilId}/plan`}>Set targets in the plan</a>: they are made at school
            level, not in the EHC plan (Code of Practice 9.69).
          </p>
        </EmptyState>
      ) : (
        <PostForm attempt={attempt} submit="Save" cancel={{ href: ehcHref(pupil.pupilId) }}>
          <Card>
            <FormField
              of={linkTargetsForm.fields.targets}
              attempt={attempt}
              options={offered.map(({ targetId, words }) => ({ value: targetId, label: words }))}
              value={linked
                .filter(({ outcomeKey }) => outcomeKey === outcome.outcomeKey)
                .map(({ targetId }) => targetId)}
            />
          </Card>
        </PostForm>
      )}
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan, outcome, linked, offered }, values }) => {
    const targetIds = offered.map(({ targetId }) => targetId).filter((id) => values.targets.includes(id));
    await linkTargets(tx, { plan, outcome, linked, targetIds });
    return goTo(ehcHref(pupil.pupilId), 'Saved');
  },
});
