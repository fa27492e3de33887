import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endAdultWeek } from '../commands/set-up-week.ts';
import { endAdultWeekForm } from '../domain/set-up.form.ts';
import { adultHref, loadAdult, OfAdult } from './of-adult.ts';
import { staleWords } from './team-words.ts';

/** Takes an adult out of the week after a last day. */
export default page({
  path: '/team/adults/:staffId/end',
  params: OfAdult,
  may: 'week.manage',
  section: 'Team',
  title: 'Take an adult out of the week',
  about: { none: 'It shows the hours of an adult, no pupil' },
  form: endAdultWeekForm,
  load: async ({ tx, params }) => {
    const { held, ...rest } = await loadAdult(tx, params);
    return held === null ? null : { held, ...rest };
  },
  view: ({ subject: { name, held, today, staffId }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Take ${name} out of the week`}
        lead="What they give is to be placed with others from the day after."
      />
      <PostForm attempt={attempt} submit="Take out" cancel={{ href: adultHref(staffId) }}>
        <HiddenField name="version" value={String(held.version)} />
        <Card>
          <FormField of={endAdultWeekForm.fields.untilOn} attempt={attempt} value={today} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { held }, values: { untilOn, version } }) => {
    if (version !== held.version) return refuse(staleWords);
    const done = await endAdultWeek(tx, held, untilOn);
    if (done.ok) return goTo('/team/adults', 'Taken out of the week');
    return refuse(done.refusal === 'stale' ? staleWords : { untilOn: 'Their week begins after that day' });
  },
});
