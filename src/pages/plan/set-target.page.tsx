import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import {
  ageOfYear,
  type BankEntry,
  countBankUse,
  dayOfTarget,
  findDraft,
  listBank,
  type PlanDraft,
  planRefusalWords,
  setTarget,
  targetDayWords,
  targetForm,
  targetTyped,
  throwAwayDraft,
} from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { BankAsked } from '../bank/bank-search.ts';
import { aboutPupil, fullName } from '../pupil/pupil-head.ts';
import { BankMargin } from './bank-margin.view.tsx';
import { DraftSearch, shownAttempt } from './draft-part.ts';
import { EditorForm, LeftOfPart } from './editor-form.view.tsx';
import { Contents } from './plan-contents.view.tsx';
import { type Editor, loadEditor, partHref, planHref } from './plan-editor.ts';
import { TargetFields } from './target-fields.view.tsx';

type Subject = Editor & { readonly bank: readonly BankEntry[]; readonly draft: PlanDraft | null };

const Search = BankAsked.extend({
  ...DraftSearch.shape,
  from: z.string().max(40).optional().catch(undefined),
});

/** A new target at the end of a plan, in own words or from the bank beside it. */
export default page({
  path: '/pupils/:pupilId/plan/targets/new',
  params: z.object({ pupilId: PupilId }),
  search: Search,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Set a target',
  form: targetForm,
  about: aboutPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadEditor(tx, params.pupilId);
    if (held === null) return null;
    return { ...held, bank: await listBank(tx), draft: await findDraft(tx, params.pupilId, 'new') };
  },
  view: ({ subject, attempt, search }) => {
    const { pupil, plan, bank, draft, needs } = subject;
    const { pupilId } = pupil;
    const isAsked = search.draft === 'use';
    const shown = shownAttempt({ form: targetForm, attempt, draft, isAsked });
    const entry = bank.find((one) => one.key === search.from) ?? null;
    const isNew = shown === attempt && !('words' in attempt.values);
    return (
      <>
        <PageHead
          title="Set a target"
          lead={fullName(pupil)}
          actions={<a href="#bank">Choose from the bank</a>}
        />
        <Workbench
          list={<Contents plan={plan} found={subject.found} canWrite at="new" />}
          side={
            <BankMargin
              pupilId={pupilId}
              bank={bank}
              asked={search}
              fitting={{ needs, age: ageOfYear(pupil.yearGroup) }}
            />
          }
        >
          {draft !== null && isNew && <LeftOfPart pupilId={pupilId} part="new" draft={draft} version={0} />}
          <EditorForm pupilId={pupilId} part="new" attempt={shown} next="Set it and write another">
            <TargetFields target={null} entry={entry} attempt={shown} />
          </EditorForm>
        </Workbench>
      </>
    );
  },
  submit: async ({ tx, subject: { pupil, plan, bank }, values }) => {
    const { pupilId } = pupil;
    const words = targetTyped(values);
    const wrong = dayOfTarget(words.byOn, { bornOn: pupil.bornOn, begunOn: plan.begunOn });
    if (wrong !== null) return refuse({ byOn: targetDayWords[wrong] });
    const done = await setTarget(tx, { plan, words });
    if (!done.ok) return refuse(planRefusalWords[done.refusal]);
    await throwAwayDraft(tx, { pupilId, part: 'new' });
    if (bank.some(({ key }) => key === values.from)) await countBankUse(tx, values.from ?? '');
    return goTo(values.goOn === 'next' ? partHref(pupilId, 'new') : planHref(pupilId), 'Target set');
  },
});
