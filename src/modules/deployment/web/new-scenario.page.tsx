import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { askScenario } from '../commands/keep-scenario.ts';
import { scenarioForm } from '../domain/scenario.form.ts';
import { getWeek } from '../queries/get-week.ts';
import { adultOptions } from './of-demand.ts';
import { scenarioHref, scenarioSaid, scenariosHref } from './of-scenario.ts';

const { fields } = scenarioForm;

/** Says what would be otherwise, and has the best week for it looked for. */
export default page({
  path: '/team/scenarios/new',
  params: z.object({}),
  may: 'week.manage',
  section: 'Team',
  title: 'Try a scenario',
  about: { none: 'It lists adults, no pupil' },
  form: scenarioForm,
  load: ({ tx }) => getWeek(tx, tx.scope.today),
  view: ({ subject: week, attempt }) => (
    <div class="narrow">
      <BackLink href={scenariosHref}>Scenarios</BackLink>
      <PageHead
        title="Try a scenario"
        lead="What is left blank is as it is. With nothing but a name, the same adults are placed anew."
      />
      <PostForm attempt={attempt} submit="Look for its best week" cancel={{ href: scenariosHref }}>
        <Card>
          <FormField of={fields.name} attempt={attempt} />
        </Card>
        <Card title="Hours of an adult">
          <FormField of={fields.staffId} attempt={attempt} options={adultOptions(week)} />
          <FormField of={fields.hours} attempt={attempt} />
        </Card>
        <Card title="Somebody new">
          <FormField of={fields.newHours} attempt={attempt} />
          <FormField of={fields.newRate} attempt={attempt} />
          <FormField of={fields.newSkills} attempt={attempt} />
        </Card>
        <Card title="A new pupil">
          <FormField of={fields.title} attempt={attempt} />
          <FormField of={fields.force} attempt={attempt} value="law" />
          <FormField of={fields.times} attempt={attempt} />
          <FormField of={fields.length} attempt={attempt} />
          <FormField of={fields.demandSkills} attempt={attempt} />
        </Card>
        <Card title="Less money">
          <FormField of={fields.cutHours} attempt={attempt} />
          <FormField of={fields.cutPounds} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, actor, program, subject: week, values }) => {
    const read = scenarioSaid(values, week);
    if ('errors' in read) return refuse(read.errors);
    const { personId, schoolId } = actor;
    const weekSuggestionId = await askScenario(tx, { week, personId, said: read.said });
    await program.jobs.send(tx, 'make-week-suggestion', { schoolId, personId, weekSuggestionId });
    return goTo(scenarioHref(weekSuggestionId));
  },
});
