import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { LinkButton } from '#src/ui/buttons.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeDemand } from '../commands/keep-demand.ts';
import type { DemandFact } from '../domain/full-week.ts';
import { demandForm } from '../domain/set-up.form.ts';
import { DemandFields } from './demand-fields.view.tsx';
import {
  type DemandChoices,
  demandChoices,
  demandSaid,
  demandsHref,
  endsBeforeStart,
  findDemand,
  OfDemand,
} from './of-demand.ts';
import { staleWords } from './team-words.ts';

type Subject = DemandChoices & { readonly held: DemandFact };

/** Changes what was added by hand. */
export default page({
  path: '/team/demands/:demandId/change',
  params: OfDemand,
  may: 'week.manage',
  section: 'Team',
  title: 'Change what is needed',
  about: ({ held }: Subject) => held.pupils.map(({ pupilId }) => pupilId),
  form: demandForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await findDemand(tx, params.demandId);
    return held === null || held.kind === 'run' || held.kind === 'line' || held.isWithdrawn
      ? null
      : { held, ...(await demandChoices(tx)) };
  },
  view: ({ subject: { held, today, adults, classes }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Change: ${held.name ?? ''}`}
        actions={
          <LinkButton href={`/team/demands/${held.demandId}/withdraw`} kind="second">
            No longer needed
          </LinkButton>
        }
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: demandsHref }}>
        <HiddenField name="version" value={String(held.version)} />
        <DemandFields attempt={attempt} held={held} adults={adults} classes={classes} today={today} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { held, ...choices }, values }) => {
    if (values.version !== held.version) return refuse(staleWords);
    const read = await demandSaid(tx, values, choices);
    if ('errors' in read) return refuse(read.errors);
    const done = await changeDemand(tx, held, read.said, read.pupilIds);
    if (done.ok) return goTo(demandsHref, done.value ? 'Saved' : 'Nothing changed');
    return refuse(done.refusal === 'stale' ? staleWords : endsBeforeStart);
  },
});
