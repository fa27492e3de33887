import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { GroupId, type PupilId } from '#src/kernel/ids.ts';
import { type Alert, listAlertsOf } from '#src/modules/pupils/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { needLabel } from '../domain/needs.ts';
import { statusLabel, statusTag } from '../domain/sen-status.ts';
import { type ClassPupil, listClassPupils } from '../queries/list-class-pupils.ts';
import { type ClassOfToday, listClasses } from '../queries/list-classes.ts';
import { Printed } from './printed.view.tsx';

type Subject = {
  readonly group: ClassOfToday;
  readonly pupils: readonly ClassPupil[];
  readonly alerts: ReadonlyMap<PupilId, readonly Alert[]>;
  readonly at: string;
};

/** What each pupil of a class needs, on one sheet: for whoever teaches it. */
export default page({
  path: '/classes/:groupId',
  params: z.object({ groupId: GroupId }),
  may: 'register.read',
  section: 'Pupils',
  title: ({ group }: Subject) => `Class ${group.name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const [group] = await listClasses(tx, params.groupId);
    if (group === undefined) return null;
    const pupils = await listClassPupils(tx, group.groupId);
    const alerts = await listAlertsOf(
      tx,
      pupils.map((pupil) => pupil.pupilId),
    );
    // A sheet is printed: the flag of safeguarding is never on it (rule access-5).
    const inForce = alerts.filter((alert) => alert.fromOn <= tx.scope.today && alert.kind !== 'safeguarding');
    const at = timeWords(tx.scope.clock.now());
    return { group, pupils, alerts: Map.groupBy(inForce, (alert) => alert.pupilId), at };
  },
  about: ({ pupils }) => pupils.map((pupil) => pupil.pupilId),
  view: ({ subject: { group, pupils, alerts, at }, actor }) => (
    <div class="landscape">
      <BackLink href="/classes">Back to the classes</BackLink>
      <PageHead
        title={group.name}
        lead={leadOf(group)}
        actions={
          <>
            {may(actor, 'plan.read') && (
              <LinkButton href={`/classes/${group.groupId}/card`}>Lesson card</LinkButton>
            )}
            {may(actor, 'concern.raise') && group.pupils > 0 && (
              <LinkButton href={`/concerns/new?class=${group.groupId}`} kind="second">
                Raise a concern
              </LinkButton>
            )}
          </>
        }
      />
      <Printed by={actor.knownAs} at={at} what={`needs of ${group.name}`} />
      {pupils.length === 0 ? (
        <EmptyState title="Nobody in this class is on the register or monitored">
          <p>If a pupil worries you, raise a concern: the SENCO sees it at once.</p>
        </EmptyState>
      ) : (
        <Sheet label="Pupils on the register or monitored">
          <DataTable
            caption="Pupils on the register or monitored"
            columns={[
              { key: 'pupil', label: 'Pupil', isRowHead: true },
              { key: 'status', label: 'Status' },
              { key: 'needs', label: 'Needs, in own words' },
              { key: 'strengths', label: 'Good at' },
              { key: 'alerts', label: 'Alerts' },
              { key: 'keyWorker', label: 'Key worker' },
            ]}
            rows={pupils.map((pupil) => ({
              pupil: <a href={`/pupils/${pupil.pupilId}`}>{`${pupil.surname}, ${pupil.forename}`}</a>,
              status: <Tag kind={statusTag[pupil.status]}>{statusLabel[pupil.status]}</Tag>,
              needs: <Needs needs={pupil.needs} />,
              strengths: pupil.strengths.join('; ') || '–',
              alerts: <Alerts alerts={alerts.get(pupil.pupilId) ?? []} />,
              keyWorker: pupil.keyWorker ?? '–',
            }))}
          />
        </Sheet>
      )}
    </div>
  ),
});

/** `Maths · Mrs Doyle · 4 of 28 pupils are on the register or monitored`. */
const leadOf = ({ subject, staff, withNeeds, pupils }: ClassOfToday): string =>
  [subject, staff.join(', '), `${withNeeds} of ${pupils} pupils on the register or monitored`]
    .filter(Boolean)
    .join(' · ');

function Needs({ needs }: { needs: ClassPupil['needs'] }) {
  if (needs.length === 0) return <>–</>;
  return (
    <>
      {needs.map(({ senType, ownWords }) => (
        <div key={senType}>
          <b>{needLabel(senType)}</b>
          {ownWords !== null && `: ${ownWords}`}
        </div>
      ))}
    </>
  );
}

function Alerts({ alerts }: { alerts: readonly Alert[] }) {
  if (alerts.length === 0) return <>–</>;
  return (
    <>
      {alerts.map((alert) => (
        <div key={alert.alertId}>{alert.words}</div>
      ))}
    </>
  );
}
