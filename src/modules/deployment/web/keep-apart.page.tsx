import { findByNames } from '#src/modules/provision/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { keepApart } from '../commands/keep-skill.ts';
import { keepApartForm } from '../domain/set-up.form.ts';
import { namesFault } from './names-fault.ts';
import { adultHref, loadAdult, OfAdult } from './of-adult.ts';

const { fields } = keepApartForm;

/** Keeps an adult and a pupil apart in the timetable. Leaders alone see that they are. */
export default page({
  path: '/team/adults/:staffId/apart',
  params: OfAdult,
  may: 'week.manage',
  section: 'Team',
  title: 'Keep apart from a pupil',
  about: { none: 'It asks for a pupil and shows none' },
  form: keepApartForm,
  load: ({ tx, params }) => loadAdult(tx, params),
  view: ({ subject: { name, staffId, today }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Keep ${name} apart from a pupil`}
        lead="The timetable then never brings the two together. Leaders alone see it."
      />
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
