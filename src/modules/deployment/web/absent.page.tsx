import { z } from 'zod';
import { addDays, checkedDay, dayWords } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { listStaff, type StaffMember, staffName } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { CheckboxesField } from '#src/ui/checkboxes-field.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { markAbsent } from '../commands/mark-absent.ts';
import { absentForm } from '../domain/day/absence.form.ts';
import { type Absence, timesWords } from '../domain/day/absence.ts';
import { wholeDay } from '../domain/day/day-plan.ts';
import { listAbsences } from '../queries/list-absences.ts';
import { listPlacedStaff } from '../queries/list-placed-staff.ts';
import { absenceWords, markedWords } from './cover-words.ts';
import { TeamTabs } from './team-tabs.view.tsx';

const { fields } = absentForm;
const address = '/team/absent';
/** As far ahead as absences are listed, in days. */
const ahead = 28;

/** Who is away, marked in ten seconds on a phone: tick and press. */
export default page({
  path: address,
  params: z.object({}),
  may: 'cover.mark',
  about: { none: 'It shows who of the staff is away, no pupil' },
  section: 'Team',
  title: 'Who is away',
  form: absentForm,
  load: async ({ tx }) => {
    const { today } = tx.scope;
    return {
      today,
      ...(await tx.scope.together({
        staff: (part) => listStaff(part, today),
        placed: (part) => listPlacedStaff(part, today),
        absences: (part) => listAbsences(part, { from: today, until: addDays(today, ahead) }),
      })),
    };
  },
  view: ({ subject, attempt, actor }) => (
    <>
      <PageHead title="Who is away?" lead={`${dayWords(subject.today)}. Only that they are away: not why`} />
      <TeamTabs actor={actor} current={address} />
      <Columns side={<Away {...subject} />}>
        <Marking {...subject} attempt={attempt} />
      </Columns>
    </>
  ),
  submit: async ({ tx, subject, actor, values }) => {
    const { staffIds, fromOn = subject.today, fromTime, untilTime } = values;
    const known = new Set(subject.staff.map(({ staffId }) => staffId));
    if (!staffIds.every((staffId) => known.has(staffId)))
      return refuse({ staffIds: 'Tick somebody who works at the school today' });
    const done = await markAbsent(tx, {
      staffIds,
      fromOn,
      untilOn: values.untilOn ?? fromOn,
      fromMinute: fromTime ?? wholeDay.from,
      untilMinute: untilTime ?? wholeDay.until,
    });
    if (!done.ok) return refuse(absenceWords[done.refusal]);
    const isToday = fromOn <= subject.today && actor.permissions.has('team.read');
    const words = markedWords(done.value, namesOf(subject.staff));
    if (done.value.marked.length === 0) return refuse({ staffIds: words });
    return goTo(isToday ? '/team/today' : address, words);
  },
});

const namesOf = (staff: readonly StaffMember[]) =>
  new Map(staff.map((one) => [one.staffId, staffName(one)] as const));

type Shown = {
  readonly staff: readonly StaffMember[];
  readonly placed: ReadonlySet<string>;
  readonly absences: readonly Absence[];
  readonly today: Absence['fromOn'];
};

function Marking({ staff, placed, absences, today, attempt }: Shown & { readonly attempt: Attempt }) {
  const away = new Set(absences.filter(({ fromOn }) => fromOn <= today).map(({ staffId }) => staffId));
  const first = staff.filter(({ staffId }) => placed.has(staffId));
  const options = [...first, ...staff.filter(({ staffId }) => !placed.has(staffId))].map((one) => ({
    value: one.staffId,
    label: staffName(one),
    hint: away.has(one.staffId) ? 'Marked as away' : one.post,
  }));
  const ticked = attempt.values.staffIds;
  const isOpen = Object.keys(attempt.errors).some((name) => name !== 'staffIds' && name !== 'form');
  return (
    <PostForm attempt={attempt} submit="Mark as away">
      <p>
        <SubmitButton>Mark as away</SubmitButton>
      </p>
      <Card>
        <CheckboxesField
          name="staffIds"
          label={fields.staffIds.label}
          error={attempt.errors.staffIds}
          options={options}
          values={Array.isArray(ticked) ? ticked.map(String) : ticked === undefined ? [] : [String(ticked)]}
        />
      </Card>
      <Details summary="Another day, or a part of the day" isOpen={isOpen}>
        <FormField of={fields.fromOn} attempt={attempt} />
        <FormField of={fields.untilOn} attempt={attempt} />
        <FormField of={fields.fromTime} attempt={attempt} />
        <FormField of={fields.untilTime} attempt={attempt} />
      </Details>
    </PostForm>
  );
}

const Away = ({ absences }: Shown) => (
  <Card title="Away now and in the next four weeks">
    {absences.length === 0 ? (
      <p>Nobody is marked as away.</p>
    ) : (
      <ActionList
        items={absences.map((one) => ({
          label: one.name,
          why: `${daysWords(one)}, ${timesWords(one)}`,
          end: (
            <form method="post" action={`/team/absences/${one.absenceId}/take-back`}>
              <SubmitButton kind="second">
                Take back<span class="govuk-visually-hidden"> that {one.name} is away</span>
              </SubmitButton>
            </form>
          ),
        }))}
      />
    )}
  </Card>
);

const daysWords = ({ fromOn, untilOn }: Absence): string =>
  fromOn === untilOn ? checkedDay(fromOn) : `${checkedDay(fromOn)} to ${checkedDay(untilOn)}`;
