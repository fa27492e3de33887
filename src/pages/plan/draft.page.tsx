import {
  draftForm,
  findDraft,
  keepDraft,
  type PlanDraft,
  readTyped,
  sectionWords,
} from '#src/modules/plans/index.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { KeptDraft } from '#src/ui/draft-form.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { aboutPupil, fullName } from '../pupil/pupil-head.ts';
import { draftHref, OfDraft } from './draft-part.ts';
import { loadEditor, partHref } from './plan-editor.ts';

type Subject = { readonly pupil: Pupil; readonly draft: PlanDraft | null };
const unseen = ['version', 'goOn', 'from'];

/** What the writer left unsaved of one part of a plan. Posted to while they type: kept for them alone. */
export default page({
  path: '/pupils/:pupilId/plan/drafts/:kind',
  params: OfDraft,
  may: 'plan.write',
  about: aboutPupil,
  section: 'Pupils',
  title: 'Your draft',
  form: draftForm,
  load: async ({ tx, params: { pupilId, kind } }): Promise<Subject | null> => {
    const held = await loadEditor(tx, pupilId);
    const isHere =
      held !== null &&
      (kind === 'new' ||
        Object.hasOwn(sectionWords, kind) ||
        held.plan.targets.some(({ targetId }) => targetId === kind));
    return isHere ? { pupil: held.pupil, draft: await findDraft(tx, pupilId, kind) } : null;
  },
  view: ({ subject: { pupil, draft }, params: { kind } }) => {
    const rows = Object.entries(draft?.typed ?? {}).filter(
      ([name, words]) => words !== '' && !unseen.includes(name),
    );
    return (
      <KeptDraft
        formHref={partHref(pupil.pupilId, kind)}
        lead={fullName(pupil)}
        keptAt={draft === null ? null : timeWords(draft.savedAt)}
      >
        <SummaryList
          rows={rows.map(([key, value]) => ({ key, value: <span class="words">{value}</span> }))}
        />
      </KeptDraft>
    );
  },
  submit: async ({ tx, subject: { pupil }, params: { kind }, values }) => {
    const typed = readTyped(values.typed);
    if (typed === null) return refuse('This is no draft of a plan');
    await keepDraft(tx, { pupilId: pupil.pupilId, part: kind, typed, baseVersion: values.base });
    return goTo(draftHref(pupil.pupilId, kind));
  },
});
