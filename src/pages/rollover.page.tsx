import { z } from 'zod';
import { ncYearGroup } from '#src/kernel/codes/nc-year-group.codes.ts';
import { longDate } from '#src/kernel/dates.ts';
import { form, tick } from '#src/kernel/form.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { getRollover, type RolloverPlan, rollOver } from '#src/modules/pupils/index.ts';
import { isYearGroup } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterBar, FilterChip } from '#src/ui/filter-chip.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Warning } from '#src/ui/warning.tsx';
import { RolloverPreview } from './rollover.view.tsx';

const rolloverForm = form({ isChecked: tick({ label: 'I have looked through what will happen' }) });

const wording = {
  already_done: 'The school has moved on to this year already',
  group_in_use_later:
    'A class or group of this year has pupils, staff or lessons that begin only after 31 August. End those first',
  class_name_taken:
    'A class of the next year has a name that another group bears then. Change one of the two',
};

const lastYears = ncYearGroup.codes
  .filter(({ code }) => !['M', 'X'].includes(code))
  .map(({ code, label }) => ({ value: code, label }));

const pupilsOf = (plan: RolloverPlan): PupilId[] =>
  [...plan.moves, ...plan.leavers, ...plan.staying, ...plan.planned].map((pupil) => pupil.pupilId);

const words = (plan: RolloverPlan) => `Move on to ${plan.year}`;

/** The turn of the academic year: what would happen to year groups, classes, leavers and reach; then the deed. */
export default page({
  path: '/school/rollover',
  params: z.object({}),
  search: z.object({
    last: z.string().refine(isYearGroup).optional().catch(undefined),
  }),
  may: 'school.manage',
  about: pupilsOf,
  section: 'School',
  title: words,
  load: ({ tx, search }) => getRollover(tx, search.last),
  form: rolloverForm,
  view: ({ subject, attempt }) => (
    <>
      <PageHead
        title={words(subject)}
        lead={`What ends, ends on ${longDate(subject.lastOn)}; what begins, begins on ${longDate(subject.startsOn)}.`}
      />
      {subject.isDone ? (
        <EmptyState title={`The school has moved on to ${subject.year} already`}>
          <p>
            What is still to change can be changed pupil by pupil, and in{' '}
            <a href="/school/groups">classes and groups</a>.
          </p>
        </EmptyState>
      ) : (
        <>
          <FilterBar label="Leavers">
            <FilterChip
              label="Pupils leave after"
              name="last"
              options={lastYears}
              chosen={[subject.lastYearGroup]}
              isSingle
              keep={[]}
              action="/school/rollover"
            />
          </FilterBar>
          <RolloverPreview plan={subject} />
          <PostForm attempt={attempt} submit={words(subject)} cancel={{ href: '/school' }}>
            <Warning>All of this is done at once. It is not undone by one click.</Warning>
            <FormField of={rolloverForm.fields.isChecked} attempt={attempt} />
          </PostForm>
        </>
      )}
    </>
  ),
  submit: async ({ tx, subject, values }) => {
    if (!values.isChecked) return refuse({ isChecked: 'Tick that you have looked through what will happen' });
    const turned = await rollOver(tx, subject);
    if (!turned.ok) return refuse(wording[turned.refusal]);
    const { moved, left, classes } = turned.value;
    return goTo('/school', `${subject.year}: ${moved} pupils move up, ${left} leave, ${classes} classes`);
  },
});
