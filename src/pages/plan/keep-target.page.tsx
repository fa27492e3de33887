import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import {
  ageOfYear,
  bankForm,
  bankTyped,
  holdsName,
  keepBankEntry,
  strategyLine,
  type Target,
} from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { BankFields } from '../bank/bank-fields.view.tsx';
import { aboutPupil } from '../pupil/pupil-head.ts';
import { type Editor, loadEditor, partHref } from './plan-editor.ts';

type Subject = Editor & { readonly target: Target };

/** Keeps a target of a pupil in the school's bank, so that others can use its words: without the pupil. */
export default page({
  path: '/pupils/:pupilId/plan/targets/:targetId/keep',
  params: z.object({ pupilId: PupilId, targetId: z.uuid() }),
  may: 'plan.write',
  section: 'Pupils',
  title: 'Keep in our bank',
  form: bankForm,
  about: aboutPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadEditor(tx, params.pupilId);
    const target = held?.plan.targets.find((one) => one.targetId === params.targetId);
    return held === null || target === undefined ? null : { ...held, target };
  },
  view: ({ subject: { pupil, target, needs }, attempt }) => {
    const age = ageOfYear(pupil.yearGroup);
    const { area, words, success, strategies } = target;
    return (
      <div class="narrow">
        <PageHead
          title="Keep in our bank"
          lead="Everybody who writes plans here will see it. Take out what tells whose it was."
        />
        <PostForm
          attempt={attempt}
          submit="Keep it"
          cancel={{ href: partHref(pupil.pupilId, target.targetId) }}
        >
          <BankFields
            entry={{ area, words, success, strategies, needs, ages: age === null ? [] : [age] }}
            attempt={attempt}
          />
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil, target }, values }) => {
    const entry = bankTyped(values);
    const texts = [entry.words, entry.success, ...entry.strategies.map(strategyLine)];
    const { forename, surname } = pupil.name;
    if (holdsName(texts, forename) || holdsName(texts, surname))
      return refuse({ words: 'The bank is about nobody: take the name of the pupil out' });
    await keepBankEntry(tx, entry);
    return goTo(partHref(pupil.pupilId, target.targetId), 'Kept in our bank');
  },
});
