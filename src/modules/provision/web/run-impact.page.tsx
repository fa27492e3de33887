import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Bar } from '#src/ui/bar.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { deliveryOf, kindOfRun, type MeasuredRun } from '../domain/impact/measured-run.ts';
import { type Delivery, impactsOfRun, loadImpactWorld } from '../queries/find-impacts.ts';
import { listTrustImpact } from '../queries/list-impact-figures.ts';
import { findMeasuredRun } from './measured-run-of.ts';
import { EarlierRuns, GroupImpact, PupilsImpact } from './run-impact.view.tsx';

const daysOf = ({ run }: MeasuredRun): string =>
  run.untilOn === null
    ? `Since ${longDate(run.fromOn)}`
    : `${longDate(run.fromOn)} to ${longDate(run.untilOn)}`;

function Delivered({ delivery: { planned, held } }: { delivery: Delivery }) {
  if (planned === 0) return <p>No session was planned until today.</p>;
  const percent = Math.round((100 * held) / planned);
  const words = `${held} of ${planned} sessions held`;
  return (
    <>
      <p>{`${words} until today.`}</p>
      <Bar delivered={percent} label={words} figure={`${percent} %`} />
    </>
  );
}

/** What a run brought: the group for those who see all pupils, each pupil for whoever sees that pupil. */
export default page({
  path: '/provision/runs/:runId/impact',
  params: z.object({ runId: z.uuid() }),
  may: 'result.read',
  section: 'Provision',
  title: 'Impact of a run',
  load: async ({ tx, params }) => {
    const world = await loadImpactWorld(tx, { sameKindAs: params.runId });
    const measured = findMeasuredRun(world, params.runId, tx.scope.actor);
    if (measured === null) return null;
    const seesGroup = tx.scope.actor.reach === 'school' && may(tx.scope.actor, 'impact.read');
    const trust = seesGroup ? await listTrustImpact(tx, { kindKey: kindOfRun(measured.run) }) : [];
    return {
      world,
      measured,
      seesGroup,
      impacts: impactsOfRun(world, measured),
      elsewhere: trust.filter(({ schoolId }) => schoolId !== tx.scope.actor.schoolId),
      delivery: deliveryOf(measured, world),
    };
  },
  about: ({ measured }) => measured.pupils.map(({ pupilId }) => pupilId),
  view: ({ subject: { world, measured, seesGroup, impacts, delivery, elsewhere }, actor }) => {
    const address = `/provision/runs/${measured.run.runId}`;
    return (
      <>
        <BackLink href={seesGroup ? '/provision/impact' : '/today'}>Back</BackLink>
        <PageHead
          title={`Impact: ${measured.run.name}`}
          lead={daysOf(measured)}
          actions={
            <>
              {may(actor, 'result.write') && impacts.length > 0 && (
                <LinkButton href={`${address}/scores`}>Type scores</LinkButton>
              )}
              {may(actor, 'provision.manage') && (
                <LinkButton href={`${address}/measures`} kind="second">
                  Measures
                </LinkButton>
              )}
            </>
          }
        />
        <Card title="Delivered">
          <Delivered delivery={delivery} />
        </Card>
        {impacts.length === 0 && (
          <EmptyState title="Nothing is measured yet">
            <p>Choose what this run is measured by. Then type a score for each pupil at entry and at exit.</p>
          </EmptyState>
        )}
        {impacts.map((of) => (
          <section key={of.measure.key} aria-label={of.measure.name}>
            <h2>{of.measure.name}</h2>
            {seesGroup && <GroupImpact of={of} elsewhere={elsewhere} />}
            <PupilsImpact of={of} mayWrite={may(actor, 'result.write')} />
            {seesGroup && <EarlierRuns of={of} world={world} />}
          </section>
        ))}
      </>
    );
  },
});
