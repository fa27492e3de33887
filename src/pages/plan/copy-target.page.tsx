import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import {
  copyTargetForm,
  dayOfTarget,
  findPlanAtWork,
  holdsName,
  listPlansToWrite,
  planRefusalWords,
  setTarget,
  type Target,
  type TargetWords,
  withoutName,
} from '#src/modules/plans/index.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Warning } from '#src/ui/warning.tsx';
import { type Editor, loadEditor, partHref } from './plan-editor.ts';

type Subject = Editor & {
  readonly target: Target;
  readonly others: Awaited<ReturnType<typeof listPlansToWrite>>;
  readonly hasName: boolean;
};
const { fields } = copyTargetForm;

const textsOf = ({ words, success, strategies }: TargetWords) => [
  words,
  success,
  ...strategies.flatMap((one) => [one.words, one.who, one.howOften]),
];

/** A target and its strategies in the plan of another pupil: never views, never where the first pupil stands. */
export default page({
  path: '/pupils/:pupilId/plan/targets/:targetId/copy',
  params: z.object({ pupilId: PupilId, targetId: z.uuid() }),
  may: 'plan.write',
  section: 'Pupils',
  title: 'Copy a target to another pupil',
  form: copyTargetForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadEditor(tx, params.pupilId);
    const target = held?.plan.targets.find((one) => one.targetId === params.targetId);
    if (held === null || target === undefined) return null;
    const others = (await listPlansToWrite(tx)).filter(({ pupilId }) => pupilId !== params.pupilId);
    return { ...held, target, others, hasName: holdsName(textsOf(target), held.pupil.name.forename) };
  },
  about: ({ pupil, others }) => [pupil.pupilId, ...others.map(({ pupilId }) => pupilId)],
  view: ({ subject: { pupil, target, others, hasName }, attempt }) => (
    <div class="narrow">
      <PageHead title="Copy a target to another pupil" lead={target.words} />
      {others.length === 0 ? (
        <EmptyState title="Nobody else’s plan is being written">
          <p>Begin a plan for the other pupil first.</p>
        </EmptyState>
      ) : (
        <PostForm
          attempt={attempt}
          submit="Copy it"
          cancel={{ href: partHref(pupil.pupilId, target.targetId) }}
        >
          <HiddenField name="version" value={String(target.version)} />
          <Card>
            <FormField
              of={fields.toPupilId}
              attempt={attempt}
              options={others.map((one) => ({
                value: one.pupilId,
                label: `${one.surname}, ${one.forename}`,
              }))}
            />
            {hasName && (
              <>
                <Warning>{`The name ${pupil.name.forename} stands in these words.`}</Warning>
                <FormField of={{ ...fields.name, isOptional: false }} attempt={attempt} />
              </>
            )}
            <p class="small quiet">
              The words, success, strategies and the day go along. Where the first pupil stands now does not.
            </p>
          </Card>
        </PostForm>
      )}
    </div>
  ),
  submit: async ({ tx, subject: { pupil, target, others, hasName }, values }) => {
    if (values.version !== target.version) return refuse(planRefusalWords.stale);
    const other = others.find(({ pupilId }) => pupilId === values.toPupilId);
    const [to, plan] =
      other === undefined
        ? [null, null]
        : [await findPupil(tx, other.pupilId), await findPlanAtWork(tx, other.pupilId)];
    if (other === undefined || to === null || plan === null) return refuse({ toPupilId: 'Select a pupil' });
    if (hasName && values.name === undefined)
      return refuse({ name: 'Select what happens with the name in the copy' });
    const by = values.name === 'theirs' ? other.forename : null;
    const say = <T extends string | null>(text: T) =>
      text === null || !hasName || values.name === 'leave'
        ? text
        : withoutName(text, pupil.name.forename, by);
    const { area, words, success, byOn } = target;
    const isLate = dayOfTarget(byOn, { bornOn: to.bornOn, begunOn: plan.begunOn }) !== null;
    const copy: TargetWords = {
      area,
      words: say(words) ?? words,
      baseline: null,
      success: say(success),
      byOn: isLate ? null : byOn,
      strategies: target.strategies.map((one) => ({
        words: say(one.words) ?? one.words,
        who: say(one.who),
        howOften: say(one.howOften),
      })),
    };
    const done = await setTarget(tx, { plan, words: copy });
    if (!done.ok) return refuse(planRefusalWords[done.refusal]);
    return goTo(
      partHref(other.pupilId, done.value),
      'Copied. Read it through, and say where this pupil stands.',
    );
  },
});
