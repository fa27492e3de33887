import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { askPlanPack } from '../commands/ask-plan-pack.ts';
import { newPackForm } from '../domain/plan-pack.form.ts';
import { listPupilsWithPlan } from '../queries/list-issued-plans.ts';
import {
  groupOptions,
  jobOf,
  loadPackChoice,
  noPlansWords,
  noTemplateWords,
  type PackChoice,
  packsHref,
  templateOptions,
  whose,
} from './pack-choice.ts';

const { fields } = newPackForm;

/** Asks for the issued plans of a class, a group or the whole school as one file. */
export default page({
  path: '/school/packs/new',
  params: z.object({}),
  search: z.object({ group: z.uuid().optional().catch(undefined) }),
  may: 'plan.read',
  about: { none: 'It shows groups, no pupil' },
  section: 'School',
  title: 'Plans of a class or the school as one file',
  load: ({ tx }): Promise<PackChoice> => loadPackChoice(tx),
  form: newPackForm,
  view: ({ subject, attempt, actor, search }) => (
    <>
      <BackLink href={packsHref}>Plans as one file</BackLink>
      <PageHead
        title="Plans of a class or the school"
        lead="Each plan as it was last issued. Pupils without an issued plan are not in it."
      />
      <PostForm attempt={attempt} submit="Make the file">
        <Card>
          <FormField
            of={fields.groupId}
            attempt={attempt}
            value={search.group}
            options={groupOptions(subject.groups, actor)}
          />
          <FormField of={fields.templateKey} attempt={attempt} options={templateOptions(subject.templates)} />
          <FormField of={fields.print} attempt={attempt} value="usual" />
        </Card>
      </PostForm>
    </>
  ),
  submit: async ({ tx, actor, program, subject, values: { groupId, templateKey, print } }) => {
    const chosen = whose(subject.groups, groupId, actor);
    if (chosen === null) return refuse({ groupId: 'Select one of the groups of today' });
    if (!subject.templates.some((one) => one.templateKey === templateKey)) {
      return refuse({ templateKey: noTemplateWords });
    }
    const pupilIds = (await listPupilsWithPlan(tx, chosen.groupId)).map(({ pupilId }) => pupilId);
    if (pupilIds.length === 0) return refuse(noPlansWords);
    const { personId } = actor;
    const asked = { personId, title: chosen.title, templateKey, isLargePrint: print === 'large', pupilIds };
    const planPackId = await askPlanPack(tx, asked);
    await program.jobs.send(tx, 'make-plan-pack', jobOf(actor, planPackId));
    return goTo(`${packsHref}/${planPackId}`);
  },
});
