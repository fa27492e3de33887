import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addDemand, withdrawDemand } from '../commands/keep-demand.ts';
import type { NamedDemand } from '../domain/demand-facts.ts';
import type { DemandFact } from '../domain/full-week.ts';
import { withdrawDemandForm } from '../domain/set-up.form.ts';
import { getWeek } from '../queries/get-week.ts';
import { demandsHref, findDemand, OfDemand } from './of-demand.ts';
import { staleWords } from './team-words.ts';

type Subject = { readonly demand: NamedDemand; readonly held: DemandFact | null };

/** Nothing but the kind: said of a run or a line that is taken out of the week before anything else was said of it. */
const nothingSaid = {
  ...{ name: null, force: null, times: null, length: null, oncePerDay: null, weekdays: null },
  ...{ fromMinute: null, untilMinute: null, slotKinds: null, room: null, groupId: null, need: null },
  ...{ skillIds: [], staffIds: [], untilOn: null },
};

/** Takes out of the week what is needed no longer; the run or the line itself stays as it is. */
export default page({
  path: '/team/demands/:demandId/withdraw',
  params: OfDemand,
  may: 'week.manage',
  section: 'Team',
  title: 'Take out of the week',
  about: ({ demand }: Subject) => demand.pupilIds,
  form: withdrawDemandForm,
  load: async ({ tx, params: { demandId } }): Promise<Subject | null> => {
    const demand = (await getWeek(tx, tx.scope.today)).demands.find((one) => one.demandId === demandId);
    return demand === undefined ? null : { demand, held: await findDemand(tx, demandId) };
  },
  view: ({ subject: { demand, held }, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Take out of the week: ${demand.title}`}
        lead="Nothing more is placed for it. What was placed ends."
      />
      <PostForm attempt={attempt} submit="Take out" cancel={{ href: demandsHref }}>
        <HiddenField name="version" value={String(held?.version ?? 0)} />
        <Card>
          <FormField of={withdrawDemandForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { demand, held }, values: { why, version } }) => {
    if (version !== (held?.version ?? 0)) return refuse(staleWords);
    const { demandId, kind } = demand;
    if (held === null) await addDemand(tx, { ...nothingSaid, kind, fromOn: tx.scope.today }, { demandId });
    const done = await withdrawDemand(tx, held ?? { demandId, version: 1 }, why);
    return done.ok ? goTo(demandsHref, 'Taken out of the week') : refuse(staleWords);
  },
});
