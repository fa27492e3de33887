import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { findByNames } from '#src/modules/provision/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addFixedPoints } from '../commands/keep-point.ts';
import { minuteOf, spanWords } from '../domain/clock-times.ts';
import { fixedPointForm } from '../domain/set-up.form.ts';
import { listPoints, type NamedPoint } from '../queries/list-points.ts';
import { namesFault } from './names-fault.ts';
import { dayNames } from './team-words.ts';

const { fields } = fixedPointForm;
const columns = [
  { key: 'pupil', label: 'Pupil', isRowHead: true },
  { key: 'words', label: 'What' },
  { key: 'when', label: 'When' },
  { key: 'undo', label: '' },
] as const;

type Subject = { readonly points: readonly NamedPoint[]; readonly today: SchoolDate };

const rowOf = ({ fixedPointId, pupil, words, weekday, fromMinute, untilMinute }: NamedPoint) => ({
  pupil,
  words,
  when: `${dayNames[weekday] ?? ''} ${spanWords({ from: fromMinute, until: untilMinute })}`,
  undo: (
    <form method="post" action={`/team/points/${fixedPointId}/withdraw`}>
      <SubmitButton kind="second">
        Take back<span class="govuk-visually-hidden">{`: ${words}, ${pupil}`}</span>
      </SubmitButton>
    </form>
  ),
});

/** The lessons and visits that pupils must not miss: nothing is placed for them then. */
export default page({
  path: '/team/points',
  params: z.object({}),
  may: 'week.manage',
  section: 'Team',
  title: 'What pupils must not miss',
  about: ({ points }: Subject): readonly PupilId[] => [...new Set(points.map(({ pupilId }) => pupilId))],
  form: fixedPointForm,
  load: async ({ tx }): Promise<Subject> => ({
    points: await listPoints(tx, tx.scope.today),
    today: tx.scope.today,
  }),
  view: ({ subject: { points, today }, attempt }) => (
    <>
      <BackLink href="/team/demands">What is needed</BackLink>
      <PageHead
        title="What pupils must not miss"
        lead="Lessons, and visits of other professionals. Nothing is placed for the pupil then."
      />
      {points.length > 0 && (
        <Sheet label="What pupils must not miss">
          <DataTable
            caption="What pupils must not miss, by pupil"
            columns={columns}
            rows={points.map(rowOf)}
          />
        </Sheet>
      )}
      <div class="narrow">
        <PostForm attempt={attempt} submit="Add">
          <Card title="Add">
            <FormField of={fields.names} attempt={attempt} />
            <FormField of={fields.words} attempt={attempt} />
            <FormField of={fields.weekdays} attempt={attempt} />
            <FormField of={fields.from} attempt={attempt} />
            <FormField of={fields.until} attempt={attempt} />
            <FormField of={fields.fromOn} attempt={attempt} value={today} />
            <FormField of={fields.untilOn} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    </>
  ),
  submit: async ({ tx, values: { names, words, weekdays, from, until, fromOn, untilOn = null } }) => {
    const [fromMinute, untilMinute] = [minuteOf(from), minuteOf(until)];
    if (weekdays.length === 0) return refuse({ weekdays: 'Select at least one day' });
    if (fromMinute === null) return refuse({ from: 'From must be a time of day, like 9.30' });
    if (untilMinute === null || untilMinute <= fromMinute)
      return refuse({ until: 'Until must be a later time of day, like 10.15' });
    if (untilOn !== null && untilOn < fromOn)
      return refuse({ untilOn: 'The last day must be on or after the first day' });
    const { pupilIds, faults } = await findByNames(tx, names);
    if (faults.length > 0 || pupilIds.length === 0) return refuse({ names: namesFault(faults) });
    const point = { words, weekdays: weekdays.map(Number), fromMinute, untilMinute, fromOn, untilOn };
    await addFixedPoints(tx, { ...point, pupilIds: [...new Set(pupilIds)] });
    return goTo('/team/points', 'Added');
  },
});
