import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { StaffId } from '#src/kernel/ids.ts';
import { findByNames } from '#src/modules/provision/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { keepApart } from '../commands/keep-skill.ts';
import { keepApartForm } from '../domain/set-up.form.ts';
import { type Apart, listApart } from '../queries/list-apart.ts';
import { namesFault } from './names-fault.ts';
import { adultHref, loadAdult, OfAdult } from './of-adult.ts';

const { fields } = keepApartForm;

type Subject = {
  readonly staffId: StaffId;
  readonly name: string;
  readonly today: SchoolDate;
  readonly apart: readonly Apart[];
};

/** Keeps an adult and a pupil apart in the timetable. Leaders alone see that they are. */
export default page({
  path: '/team/adults/:staffId/apart',
  params: OfAdult,
  may: 'week.manage',
  section: 'Team',
  title: 'Keep apart from a pupil',
  about: ({ apart }: Subject) => apart.map(({ pupilId }) => pupilId),
  form: keepApartForm,
  load: async ({ tx, params }): Promise<Subject> => {
    const { staffId, name, today } = await loadAdult(tx, params);
    const apart = (await listApart(tx)).filter((one) => one.staffId === staffId);
    return { staffId, name, today, apart };
  },
  view: ({ subject: { name, staffId, today, apart }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Keep ${name} apart from a pupil`}
        lead="The timetable then never brings the two together. Leaders alone see it."
      />
      {apart.map(({ adultAvoidId, pupil, fromOn }) => (
        <Card key={adultAvoidId}>
          <p>{`${pupil}, since ${middleDate(fromOn)}`}</p>
          <form method="post" action={`/team/apart/${adultAvoidId}/end`}>
            <SubmitButton kind="second">
              End<span class="govuk-visually-hidden">{`: ${pupil}`}</span>
            </SubmitButton>
          </form>
        </Card>
      ))}
      <PostForm attempt={attempt} submit="Keep apart" cancel={{ href: adultHref(staffId) }}>
        <Card>
          <FormField of={fields.names} attempt={attempt} />
          <FormField of={fields.fromOn} attempt={attempt} value={today} />
          <FormField of={fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { staffId }, values: { names, fromOn, why } }) => {
    const { pupilIds, faults } = await findByNames(tx, names);
    const [pupilId] = pupilIds;
    if (faults.length > 0 || pupilId === undefined) return refuse({ names: namesFault(faults) });
    return (await keepApart(tx, { staffId, pupilId, fromOn, why }))
      ? goTo(adultHref(staffId), 'Kept apart')
      : refuse({ names: 'They are kept apart already' });
  },
});
