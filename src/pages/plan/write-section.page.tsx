import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import {
  type Finding,
  findDraft,
  type PlanDraft,
  planRefusalWords,
  type Section,
  sectionForm,
  sectionKinds,
  sectionWords,
  throwAwayDraft,
  writeSection,
} from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Workbench } from '#src/ui/workbench.tsx';
import { aboutPupil, fullName } from '../pupil/pupil-head.ts';
import { DraftSearch, shownAttempt } from './draft-part.ts';
import { EditorForm, LeftOfPart } from './editor-form.view.tsx';
import { Contents } from './plan-contents.view.tsx';
import { type Editor, loadEditor, nextAfter, planHref } from './plan-editor.ts';
import { QualityHere } from './plan-quality.view.tsx';

type Subject = Editor & { readonly section: Section; readonly draft: PlanDraft | null };

const ruleOf: Readonly<Partial<Record<Section['kind'], string>>> = {
  strengths: 'quality-1',
  pupil_views: 'quality-2',
  parent_views: 'quality-3',
};

/** One part of a plan in words, beside the list of all parts and what the written rules ask for. */
export default page({
  path: '/pupils/:pupilId/plan/parts/:kind',
  params: z.object({ pupilId: PupilId, kind: z.enum(sectionKinds) }),
  search: DraftSearch,
  may: 'plan.write',
  section: 'Pupils',
  title: ({ section }: Subject) => sectionWords[section.kind].label,
  form: sectionForm,
  about: aboutPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadEditor(tx, params.pupilId);
    const section = held?.plan.sections.find((one) => one.kind === params.kind);
    if (held === null || section === undefined) return null;
    return { ...held, section, draft: await findDraft(tx, params.pupilId, params.kind) };
  },
  view: ({ subject, attempt, actor, search }) => {
    const { pupil, plan, section, draft } = subject;
    const { kind } = section;
    const { label, hint } = sectionWords[kind];
    const isAsked = search.draft === 'use';
    const shown = shownAttempt({ form: sectionForm, attempt, draft, isAsked });
    const isStale = 'version' in shown.values && Number(shown.values.version) !== section.version;
    const isHere = ({ rule }: Finding) => rule.id === ruleOf[kind];
    return (
      <>
        <PageHead title={label} lead={fullName(pupil)} />
        <Workbench
          list={<Contents plan={plan} found={subject.found} canWrite at={kind} />}
          side={<QualityHere {...subject} actor={actor} of={isHere} />}
        >
          {draft !== null && shown === attempt && !('words' in attempt.values) && (
            <LeftOfPart pupilId={pupil.pupilId} part={kind} draft={draft} version={section.version} />
          )}
          {isStale && (
            <Inset>
              <b>On record now:</b> {section.words ?? 'nothing'}
            </Inset>
          )}
          <EditorForm pupilId={pupil.pupilId} part={kind} attempt={shown} next="Save and next">
            <HiddenField name="version" value={String(section.version)} />
            <Card>
              <FormField
                of={{ ...sectionForm.fields.words, label, hint, isOptional: false }}
                attempt={shown}
                value={section.words}
              />
              <FormField of={sectionForm.fields.mark} attempt={shown} value={section.mark} />
            </Card>
          </EditorForm>
        </Workbench>
      </>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { pupil, plan, section } = subject;
    if (values.version !== section.version) return refuse(planRefusalWords.stale);
    const set = { words: values.words ?? null, mark: values.mark ?? null };
    if (set.words === null && set.mark === 'complete')
      return refuse({ words: 'Enter the words, or mark the part as not needed' });
    const done = await writeSection(tx, { plan, section, set });
    if (!done.ok) return refuse(planRefusalWords[done.refusal]);
    await throwAwayDraft(tx, { pupilId: pupil.pupilId, part: section.kind });
    const next = values.goOn === 'next' ? nextAfter(subject, section.kind) : planHref(pupil.pupilId);
    return goTo(next, done.value ? 'Saved' : 'Nothing was different');
  },
});
