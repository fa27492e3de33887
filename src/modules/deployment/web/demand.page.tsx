import { schoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addDemand, changeDemand, type DemandSaid } from '../commands/keep-demand.ts';
import type { NamedDemand } from '../domain/demand-facts.ts';
import type { DemandFact, FullWeek } from '../domain/full-week.ts';
import { derivedDemandForm } from '../domain/set-up.form.ts';
import { getWeek } from '../queries/get-week.ts';
import { AskedFields } from './demand-fields.view.tsx';
import { adultOptions, askedSaid, demandsHref, findDemand, OfDemand, orderFault } from './of-demand.ts';
import { dose, forWhom, staleWords } from './team-words.ts';

const { fields } = derivedDemandForm;

type Subject = {
  readonly demandId: string;
  readonly demand: NamedDemand | null;
  readonly held: DemandFact | null;
  readonly week: FullWeek;
};

/** What the week needs for a run of provision or a line of Section F, and what may be said of it here. */
export default page({
  path: '/team/demands/:demandId',
  params: OfDemand,
  may: 'week.manage',
  section: 'Team',
  title: ({ demand, held }: Subject) => demand?.title ?? held?.name ?? 'What is needed',
  about: ({ demand }: Subject) => demand?.pupilIds ?? [],
  form: derivedDemandForm,
  // What was added by hand has a page of its own.
  goOn: ({ held }) =>
    held === null || held.kind === 'run' || held.kind === 'line' || held.isWithdrawn
      ? null
      : `/team/demands/${held.demandId}/change`,
  load: async ({ tx, params: { demandId } }): Promise<Subject | null> => {
    const week = await getWeek(tx, tx.scope.today);
    const demand = week.demands.find((one) => one.demandId === demandId) ?? null;
    const held = await findDemand(tx, demandId);
    return (demand === null && held === null) || week.fixedIds.has(demandId)
      ? null
      : { demandId, demand, held, week };
  },
  view: ({ subject: { demandId, demand, held, week }, attempt }) => (
    <div class="narrow">
      <BackLink href={demandsHref}>What is needed</BackLink>
      <PageHead
        title={demand?.title ?? held?.name ?? 'What is needed'}
        lead={
          demand === null
            ? 'It was taken out of the week.'
            : [forWhom(week, demand), dose(demand)].filter(Boolean).join(' · ')
        }
        actions={
          demand !== null && (
            <LinkButton href={`/team/demands/${demandId}/withdraw`} kind="second">
              Take out of the week
            </LinkButton>
          )
        }
      />
      {demand === null && (
        <form method="post" action={`/team/demands/${demandId}/bring-back`}>
          <SubmitButton>Bring it back</SubmitButton>
        </form>
      )}
      {demand !== null && (
        <PostForm attempt={attempt} submit="Save" cancel={{ href: demandsHref }}>
          <HiddenField name="version" value={String(held?.version ?? 0)} />
          <Card title="How much">
            <FormField of={fields.times} attempt={attempt} value={held?.times} />
            <FormField of={fields.length} attempt={attempt} value={held?.length} />
          </Card>
          <AskedFields attempt={attempt} held={held} adults={adultOptions(week)} />
        </PostForm>
      )}
    </div>
  ),
  submit: async ({ tx, subject: { demandId, demand, held, week }, values }) => {
    if (demand === null || values.version !== (held?.version ?? 0)) return refuse(staleWords);
    const order = orderFault(values);
    if (order !== null) return refuse(order);
    const said: DemandSaid = {
      ...{ kind: demand.kind, name: null, force: null, oncePerDay: null, groupId: null, need: null },
      ...{ times: values.times ?? null, length: values.length ?? null },
      ...{ fromOn: week.on, untilOn: null },
      ...(await askedSaid(tx, values, adultOptions(week))),
    };
    const done =
      held === null
        ? await addDemand(tx, said, { demandId })
        : await changeDemand(tx, held, { ...said, fromOn: schoolDate(held.fromOn) }, []);
    return done.ok ? goTo(demandsHref, 'Saved') : refuse(staleWords);
  },
});
