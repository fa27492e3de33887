import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordAdultSkill } from '../commands/keep-skill.ts';
import { adultSkillForm } from '../domain/set-up.form.ts';
import { listSkills } from '../queries/list-skills.ts';
import { adultHref, loadAdult, OfAdult } from './of-adult.ts';

const { fields } = adultSkillForm;

/** Records what an adult can do, with the day on which training runs out. */
export default page({
  path: '/team/adults/:staffId/skills/new',
  params: OfAdult,
  may: 'week.manage',
  section: 'Team',
  title: 'Add a skill',
  about: { none: 'It shows the skills of an adult, no pupil' },
  form: adultSkillForm,
  load: async ({ tx, params }) => ({ ...(await loadAdult(tx, params)), skills: await listSkills(tx) }),
  view: ({ subject: { name, staffId, skills, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Add a skill of ${name}`}
        lead={
          skills.length === 0 ? undefined : `Known so far: ${skills.map((skill) => skill.name).join(', ')}`
        }
      />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: adultHref(staffId) }}>
        <Card>
          <FormField of={fields.name} attempt={attempt} />
          <FormField of={fields.fromOn} attempt={attempt} value={today} />
          <FormField of={fields.untilOn} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { staffId }, values: { name, fromOn, untilOn = null } }) => {
    const done = await recordAdultSkill(tx, { staffId, name, fromOn, untilOn });
    if (done.ok) return goTo(adultHref(staffId), 'Skill added');
    return refuse(
      done.refusal === 'already_there'
        ? { name: 'They have this skill on some of these days already' }
        : { untilOn: 'The last day must be on or after the first day' },
    );
  },
});
