import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addDemand } from '../commands/keep-demand.ts';
import { demandForm } from '../domain/set-up.form.ts';
import { DemandFields } from './demand-fields.view.tsx';
import { demandChoices, demandSaid, demandsHref, endsBeforeStart } from './of-demand.ts';

/** Adds what is needed in the week and follows from no other record. */
export default page({
  path: '/team/demands/new',
  params: z.object({}),
  may: 'week.manage',
  section: 'Team',
  title: 'Add what is needed',
  about: { none: 'It asks for pupils and shows none' },
  form: demandForm,
  load: ({ tx }) => demandChoices(tx),
  view: ({ subject: { today, adults, classes }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Add what is needed"
        lead="Help that follows from provision or Section F needs no entry here."
      />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: demandsHref }}>
        <HiddenField name="version" value="0" />
        <DemandFields attempt={attempt} held={null} adults={adults} classes={classes} today={today} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const read = await demandSaid(tx, values, subject);
    if ('errors' in read) return refuse(read.errors);
    const done = await addDemand(tx, read.said, { pupilIds: read.pupilIds });
    return done.ok ? goTo(demandsHref, 'Added') : refuse(endsBeforeStart);
  },
});
