import { z } from 'zod';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { draftNames, draftTitles } from '../domain/drafts.ts';
import { type AccessRequest, listOpenAccessRequests } from '../queries/list-access-requests.ts';
import { type Correction, listOpenCorrections } from '../queries/list-corrections.ts';
import { draftAddress } from './draft-address.ts';
import { requestAddress } from './rights-of-pupil.ts';

type Names = Awaited<ReturnType<typeof listNamesOf>>;
type Subject = {
  readonly requests: readonly AccessRequest[];
  readonly corrections: readonly Correction[];
  readonly names: Names;
  readonly today: SchoolDate;
};

const dueTag = (on: SchoolDate | null, today: SchoolDate) =>
  on === null ? (
    <Tag kind="warn">Day not known</Tag>
  ) : (
    <Tag kind={on < today ? 'late' : 'warn'}>{`${on < today ? 'Was due' : 'Due'} ${middleDate(on)}`}</Tag>
  );

const open = ({ requests, corrections, names, today }: Subject) => [
  ...requests.map((one) => ({
    label: `See the record of ${names.get(one.pupilId) ?? 'a pupil'}`,
    href: requestAddress(one),
    why: one.due.why,
    end: dueTag(one.due.on, today),
  })),
  ...corrections.map((one) => ({
    label: `Put right the record of ${names.get(one.pupilId) ?? 'a pupil'}`,
    href: `/pupils/${one.pupilId}/rights`,
    why: 'One month from receipt: UK GDPR art. 12(3)',
    end: dueTag(one.dueOn, today),
  })),
];

/** Everything about privacy in one place: what waits for an answer, what is kept, and the documents of the school. */
export default page({
  path: '/school/privacy',
  params: z.object({}),
  may: 'rights.read',
  about: ({ requests, corrections }: Subject) => [
    ...new Set([...requests, ...corrections].map(({ pupilId }) => pupilId)),
  ],
  section: 'School',
  title: 'Privacy',
  load: async ({ tx }): Promise<Subject> => {
    const requests = await listOpenAccessRequests(tx);
    const corrections = await listOpenCorrections(tx);
    const names = await listNamesOf(
      tx,
      [...requests, ...corrections].map(({ pupilId }) => pupilId),
    );
    return { requests, corrections, names, today: tx.scope.today };
  },
  view: ({ subject }) => {
    const waiting = open(subject);
    return (
      <>
        <PageHead title="Privacy" lead={<a href="/school">School</a>} />
        <Columns
          side={
            <Card title="Documents to complete">
              <ActionList
                items={draftNames.map((name) => ({
                  label: draftTitles[name],
                  href: draftAddress(name),
                  why: 'Drafted from what the program does',
                }))}
              />
            </Card>
          }
        >
          <Card title="Waiting for an answer">
            {waiting.length === 0 ? (
              <p>
                Nobody waits. Log a request to see or to put right a record from the pupil’s page, under
                Privacy.
              </p>
            ) : (
              <ActionList items={waiting} />
            )}
          </Card>
          <Card title="Records">
            <ActionList
              items={[
                {
                  label: 'What is kept, and how long',
                  href: '/school/kept',
                  why: 'Every kind of record, what it is for and when it goes',
                },
                {
                  label: 'Records whose time has ended',
                  href: '/school/retention',
                  why: 'Pupils who left long ago, to review and remove',
                },
              ]}
            />
          </Card>
        </Columns>
      </>
    );
  },
});
