import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { askPlanPack } from '../commands/ask-plan-pack.ts';
import { chosenPackForm } from '../domain/plan-pack.form.ts';
import { plansCounted } from '../domain/plan-pack.ts';
import type { SchoolTemplate } from '../domain/plan-template.ts';
import { listPupilsWithPlan, type WithPlan } from '../queries/list-issued-plans.ts';
import {
  jobOf,
  loadTemplates,
  noPlansWords,
  noTemplateWords,
  packsHref,
  templateOptions,
} from './pack-choice.ts';

const { fields } = chosenPackForm;

type Subject = { readonly pupils: readonly WithPlan[]; readonly templates: readonly SchoolTemplate[] };

/** Asks for the issued plans of pupils who are ticked as one file. */
export default page({
  path: '/school/packs/chosen',
  params: z.object({}),
  may: 'plan.read',
  about: ({ pupils }: Subject) => pupils.map(({ pupilId }) => pupilId),
  section: 'School',
  title: 'Plans of chosen pupils as one file',
  load: async ({ tx }): Promise<Subject> => ({
    pupils: await listPupilsWithPlan(tx, null),
    templates: await loadTemplates(tx),
  }),
  form: chosenPackForm,
  view: ({ subject: { pupils, templates }, attempt }) => (
    <>
      <BackLink href={packsHref}>Plans as one file</BackLink>
      <PageHead title="Plans of chosen pupils" lead="Each plan as it was last issued." />
      {pupils.length === 0 ? (
        <EmptyState title="No plan was issued yet">
          A plan is issued on its own page, after it was shared with the parents.
        </EmptyState>
      ) : (
        <PostForm attempt={attempt} submit="Make the file">
          <Card>
            <FormField of={fields.templateKey} attempt={attempt} options={templateOptions(templates)} />
            <FormField of={fields.print} attempt={attempt} value="usual" />
          </Card>
          <Card>
            <FormField
              of={fields.pupilIds}
              attempt={attempt}
              options={pupils.map(({ pupilId, surname, forename, className }) => ({
                value: pupilId,
                label: `${surname}, ${forename}${className === null ? '' : ` (${className})`}`,
              }))}
            />
          </Card>
        </PostForm>
      )}
    </>
  ),
  submit: async ({ tx, actor, program, subject, values: { pupilIds: ticked, templateKey, print } }) => {
    if (!subject.templates.some((one) => one.templateKey === templateKey)) {
      return refuse({ templateKey: noTemplateWords });
    }
    const pupilIds = subject.pupils.map(({ pupilId }) => pupilId).filter((id) => ticked.includes(id));
    if (pupilIds.length === 0) return refuse(noPlansWords);
    const { personId } = actor;
    const title = `Chosen pupils: ${plansCounted(pupilIds.length)}`;
    const planPackId = await askPlanPack(tx, {
      personId,
      title,
      templateKey,
      isLargePrint: print === 'large',
      pupilIds,
    });
    await program.jobs.send(tx, 'make-plan-pack', jobOf(actor, planPackId));
    return goTo(`${packsHref}/${planPackId}`);
  },
});
