import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate, middleDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { ActionList } from '#src/ui/action-list.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { type AccessRequest, listAccessRequests } from '../queries/list-access-requests.ts';
import { type Correction, listCorrections } from '../queries/list-corrections.ts';
import { type Hold, listHolds } from '../queries/list-holds.ts';
import { correctionAddress, correctionWords } from './correction-words.ts';
import { findNamedPupil, type NamedPupil, requestAddress } from './rights-of-pupil.ts';

type Subject = {
  readonly pupil: NamedPupil;
  readonly requests: readonly AccessRequest[];
  readonly corrections: readonly Correction[];
  readonly holds: readonly Hold[];
  readonly today: string;
};

const requestItem = (request: AccessRequest, today: string) => {
  const { due, closedOn } = request;
  const isLate = closedOn === null && due.on !== null && due.on < today;
  return {
    label: `Asked by ${request.askedBy}, received ${middleDate(request.receivedOn)}`,
    href: requestAddress(request),
    why: closedOn === null ? due.why : `Ended on ${longDate(closedOn)}`,
    end:
      closedOn !== null ? (
        <Tag kind="good">Answered</Tag>
      ) : (
        <Tag kind={isLate ? 'late' : 'warn'}>
          {due.on === null ? 'Day not known' : `${isLate ? 'Was due' : 'Due'} ${middleDate(due.on)}`}
        </Tag>
      ),
  };
};

const correctionItem = (one: Correction, mayDecide: boolean) => ({
  label: one.whatIsWrong,
  ...(mayDecide ? { href: correctionAddress(one) } : {}),
  why: correctionWords(one),
  end:
    one.decision === null ? (
      <Tag kind="warn">Due {middleDate(one.dueOn)}</Tag>
    ) : (
      <Tag kind={one.decision === 'corrected' ? 'good' : 'watch'}>
        {one.decision === 'corrected' ? 'Corrected' : 'Not agreed'}
      </Tag>
    ),
});

/** What was asked about one pupil's record: to see it, to put it right, to hold it. */
export default page({
  path: '/pupils/:pupilId/rights',
  params: z.object({ pupilId: PupilId }),
  may: 'rights.read',
  about: ({ pupil }: Subject) => [pupil.pupilId],
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Rights of ${pupil.name} over the record`,
  load: async ({ tx, params: { pupilId } }): Promise<Subject | null> => {
    const pupil = await findNamedPupil(tx, pupilId);
    if (pupil === null) return null;
    return {
      pupil,
      requests: await listAccessRequests(tx, pupilId),
      corrections: await listCorrections(tx, pupilId),
      holds: await listHolds(tx, pupilId),
      today: tx.scope.today,
    };
  },
  view: ({ subject: { pupil, requests, corrections, holds, today }, actor }) => {
    const mayManage = may(actor, 'rights.manage');
    const address = `/pupils/${pupil.pupilId}`;
    const held = holds.filter(({ endedOn }) => endedOn === null);
    return (
      <>
        <PageHead
          title={`Rights of ${pupil.name} over the record`}
          lead={<a href={`${address}/seen`}>Privacy</a>}
        />
        <Card title="Requests to see the record">
          {requests.length === 0 && <p>Nobody has asked.</p>}
          <ActionList items={requests.map((request) => requestItem(request, today))} />
          {mayManage && <LinkButton href={`${address}/access-request`}>Log a request</LinkButton>}
        </Card>
        <Card title="Requests to put the record right">
          {corrections.length === 0 && <p>Nobody has said that something is wrong.</p>}
          <ActionList items={corrections.map((one) => correctionItem(one, mayManage))} />
          {mayManage && (
            <LinkButton href={`${address}/correction`} kind="second">
              Log a correction
            </LinkButton>
          )}
        </Card>
        <Card title="Holds">
          <p>
            {held.length === 0
              ? 'Nothing is held: the records go when their time has ended and the SENCO has reviewed them.'
              : `Held since ${held.map(({ fromOn }) => longDate(fromOn)).join(', ')}: nothing is removed.`}
          </p>
          {mayManage && <a href={`${address}/hold`}>Hold the records, or end a hold</a>}
        </Card>
      </>
    );
  },
});
