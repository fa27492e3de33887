import { z } from 'zod';
import { middleDate, schoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setSchoolWeek } from '../commands/set-up-week.ts';
import { writeSchoolDay } from '../domain/school-day.ts';
import { schoolDayForm } from '../domain/set-up.form.ts';
import { readSchoolWeek } from '../queries/read-week.ts';
import { TeamTabs } from './team-tabs.view.tsx';
import { staleWords } from './team-words.ts';

const { fields } = schoolDayForm;

const example = `8.45 to 9.00 before
9.00 to 9.30 lesson
9.30 to 10.00 lesson
10.00 to 10.30 lesson
10.30 to 10.45 break
10.45 to 11.15 lesson
11.15 to 11.45 lesson
11.45 to 12.15 lesson
12.15 to 13.10 lunch
13.10 to 13.40 lesson
13.40 to 14.10 lesson
14.10 to 14.40 lesson
14.40 to 15.15 lesson`;

/** When lessons, breaks and lunch are, from a day on. */
export default page({
  path: '/team/day',
  params: z.object({}),
  may: 'week.manage',
  section: 'Team',
  title: 'School day',
  about: { none: 'It shows times of the school, no pupil' },
  form: schoolDayForm,
  load: async ({ tx }) => ({ held: await readSchoolWeek(tx, tx.scope.today), today: tx.scope.today }),
  view: ({ subject: { held, today }, attempt, actor }) => (
    <>
      <PageHead
        title="School day"
        lead={
          held === null
            ? 'None is set yet: what stands below is only a proposal.'
            : `As it holds since ${middleDate(schoolDate(held.fromOn))}. Times are those of the clock on the wall, in summer and winter.`
        }
      />
      <TeamTabs actor={actor} current="/team/day" />
      <div class="narrow">
        <PostForm attempt={attempt} submit="Save" cancel={{ href: '/team' }}>
          <HiddenField name="version" value={String(held?.version ?? 0)} />
          <Card>
            <FormField of={fields.fromOn} attempt={attempt} value={today} />
            <FormField
              of={fields.lines}
              attempt={attempt}
              value={held === null ? example : writeSchoolDay(held.slots)}
            />
            <FormField of={fields.travelMinutes} attempt={attempt} value={held?.travelMinutes ?? 0} />
          </Card>
          <p class="small">
            What is placed stays at its time. Where no stretch begins at that time any more, the week says so.
          </p>
        </PostForm>
      </div>
    </>
  ),
  submit: async ({ tx, subject: { held }, values: { fromOn, lines, travelMinutes, version } }) => {
    if (version !== (held?.version ?? 0)) return refuse(staleWords);
    const done = await setSchoolWeek(tx, held, { fromOn, slots: lines, travelMinutes });
    if (!done.ok) return refuse(staleWords);
    return goTo('/team', done.value ? `School day set from ${middleDate(fromOn)}` : 'Nothing changed');
  },
});
