import { schoolDate } from '#src/kernel/dates.ts';
import { listSites } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setAdultWeek } from '../commands/set-up-week.ts';
import { spanWords } from '../domain/clock-times.ts';
import { weekdays } from '../domain/demand-facts.ts';
import type { AdultFact, SchoolWeekFact } from '../domain/full-week.ts';
import { adultWeekForm } from '../domain/set-up.form.ts';
import { readSchoolWeek } from '../queries/read-week.ts';
import { adultHref, loadAdult, OfAdult } from './of-adult.ts';
import { staleWords } from './team-words.ts';

const { fields } = adultWeekForm;
const dayFields = [fields.day1, fields.day2, fields.day3, fields.day4, fields.day5];

/** What is held of a day; of somebody new the whole school day, to be cut down. */
function timesOf(held: AdultFact | null, schoolWeek: SchoolWeekFact | null, day: number): string {
  if (held !== null)
    return held.times
      .filter(({ weekday }) => weekday === day)
      .map(({ fromMinute, untilMinute }) => spanWords({ from: fromMinute, until: untilMinute }))
      .join(', ');
  const slots = (schoolWeek?.slots ?? []).filter(({ weekday }) => weekday === day);
  const [first, last] = [slots[0], slots.at(-1)];
  return first === undefined || last === undefined
    ? ''
    : spanWords({ from: first.fromMinute, until: last.untilMinute });
}

/** When an adult is there, and the limits that are kept, from a day on. */
export default page({
  path: '/team/adults/:staffId/week',
  params: OfAdult,
  may: 'week.manage',
  section: 'Team',
  title: 'When an adult is there',
  about: { none: 'It shows the hours of an adult, no pupil' },
  form: adultWeekForm,
  load: async ({ tx, params }) => ({
    ...(await loadAdult(tx, params)),
    sites: await listSites(tx),
    schoolWeek: await readSchoolWeek(tx, tx.scope.today),
  }),
  view: ({ subject: { name, held, today, sites, schoolWeek, staffId }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`When ${name} is there`}
        lead="Leave a day blank where they are not. Write a lunch of their own as a gap."
      />
      <PostForm
        attempt={attempt}
        submit="Save"
        cancel={{ href: held === null ? '/team/adults' : adultHref(staffId) }}
      >
        <HiddenField name="version" value={String(held?.version ?? 0)} />
        <Card>
          <FormField of={fields.fromOn} attempt={attempt} value={today} />
          {weekdays.map((day) => {
            const field = dayFields[day - 1];
            return field === undefined ? null : (
              <FormField key={day} of={field} attempt={attempt} value={timesOf(held, schoolWeek, day)} />
            );
          })}
        </Card>
        <Card title="Limits">
          <FormField of={fields.inARow} attempt={attempt} value={held?.mostInRow} />
          {sites.length > 1 && (
            <FormField
              of={fields.siteId}
              attempt={attempt}
              value={held?.siteId}
              options={sites.map((site) => ({ value: site.siteId, label: site.name }))}
            />
          )}
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({
    tx,
    subject: { held, staffId, sites },
    values: { version, fromOn, inARow, siteId, ...days },
  }) => {
    if (version !== (held?.version ?? 0)) return refuse(staleWords);
    const spans = [days.day1, days.day2, days.day3, days.day4, days.day5];
    if (spans.every((some) => some.length === 0))
      return refuse({ day1: 'Enter times on one day at least, or take the adult out of the week' });
    const done = await setAdultWeek(tx, held, {
      staffId,
      fromOn,
      days: spans.map((some, at) => ({ weekday: at + 1, spans: some })),
      inARow: inARow ?? null,
      siteId: sites.find((site) => site.siteId === siteId)?.siteId ?? null,
    });
    if (done.ok) return goTo(adultHref(staffId), 'Week saved');
    return refuse(
      done.refusal === 'stale'
        ? staleWords
        : {
            fromOn: `Their week of ${held === null ? 'now' : schoolDate(held.fromOn)} began later: choose that day or a later one`,
          },
    );
  },
});
