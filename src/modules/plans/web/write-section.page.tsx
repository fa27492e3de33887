import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { writeSection } from '../commands/write-section.ts';
import { sectionForm } from '../domain/plan.form.ts';
import { type Section, sectionKinds, sectionWords } from '../domain/plan.ts';
import {
  loadPlan,
  nameOf,
  OfPupil,
  ofPupil,
  type PlanOfPupil,
  planHref,
  refusalWords,
} from './plan-of-pupil.ts';

type Subject = PlanOfPupil & { readonly section: Section };

/** One part of a plan in words. */
export default page({
  path: '/pupils/:pupilId/plan/parts/:kind',
  params: OfPupil.extend({ kind: z.enum(sectionKinds) }),
  may: 'plan.write',
  section: 'Pupils',
  title: ({ section }: Subject) => sectionWords[section.kind].label,
  form: sectionForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadPlan(tx, params.pupilId);
    const section = held?.plan.sections.find((one) => one.kind === params.kind);
    return held === null || section === undefined ? null : { ...held, section };
  },
  view: ({ subject: { pupil, section }, attempt }) => {
    const { label, hint } = sectionWords[section.kind];
    const isStale = 'version' in attempt.values && Number(attempt.values.version) !== section.version;
    return (
      <div class="narrow">
        <PageHead title={label} lead={nameOf(pupil)} />
        {isStale && (
          <Inset>
            <b>On record now:</b> {section.words ?? 'nothing'}
          </Inset>
        )}
        <PostForm attempt={attempt} submit="Save" cancel={{ href: planHref(pupil.pupilId) }}>
          <HiddenField name="version" value={String(section.version)} />
          <Card>
            <FormField
              of={{ ...sectionForm.fields.words, label, hint }}
              attempt={attempt}
              value={section.words}
            />
            <FormField of={sectionForm.fields.mark} attempt={attempt} value={section.mark} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil, plan, section }, values }) => {
    if (values.version !== section.version) return refuse(refusalWords.stale);
    const set = { words: values.words ?? null, mark: values.mark ?? null };
    if (set.words === null && set.mark === 'complete')
      return refuse({ words: 'Enter the words, or mark the part as not needed' });
    const done = await writeSection(tx, { plan, section, set });
    if (!done.ok) return refuse(refusalWords[done.refusal]);
    return goTo(planHref(pupil.pupilId), done.value ? 'Saved' : 'Nothing was different');
  },
});
