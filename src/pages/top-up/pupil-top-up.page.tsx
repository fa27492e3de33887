import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { type Authority, listAuthorities } from '#src/modules/ehcp/index.ts';
import { type Bid, beginBidForm, decisionOf, listBids, sentOnOf } from '#src/modules/funding/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { authorityOfPupil } from '../cases/request/request-of.ts';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { bidHref, topUpHref } from './bid-of.ts';
import { BidStateTag } from './bid-state.view.tsx';

type Subject = PupilHead & { readonly bids: readonly Bid[]; readonly authorities: readonly Authority[] };

/** The applications for top-up of a pupil, and the button that begins one. */
export default page({
  path: '/pupils/:pupilId/top-up',
  params: z.object({ pupilId: PupilId }),
  may: 'bid.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Top-up of ${fullName(pupil)}`,
  load: async ({ tx, params: { pupilId } }): Promise<Subject | null> => {
    const { head, bids, authorities } = await tx.scope.together({
      head: (one: Tx) => findPupilHead(one, pupilId),
      bids: (one: Tx) => listBids(one, { pupilId }),
      authorities: (one: Tx) => listAuthorities(one),
    });
    return head === null ? null : { ...head, bids, authorities };
  },
  view: ({ subject, actor }) => {
    const { pupil, bids, authorities } = subject;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Top-up" />
        {bids.length > 0 && <BidTable bids={bids} />}
        {may(actor, 'bid.write') &&
          (authorities.length === 0 ? (
            <EmptyState title="No authority is kept yet">
              <p>
                Money beyond the school’s own part is asked of an authority:{' '}
                <a href="/school/authorities">add it</a> first.
              </p>
            </EmptyState>
          ) : (
            <Card title={bids.length === 0 ? 'Apply for top-up' : 'Begin another'} tone="next">
              <p>
                The application fills itself from needs, plans, costed provision, results and views. You
                change what you like, and see what is missing.
              </p>
              <PostForm action={`${topUpHref(pupil.pupilId)}/new`} attempt={noAttempt} submit="Begin">
                <FormField
                  of={beginBidForm.fields.authorityId}
                  attempt={noAttempt}
                  value={authorityOfPupil(subject, authorities, null)?.authorityId}
                  options={authorities.map(({ authorityId, name }) => ({ value: authorityId, label: name }))}
                />
              </PostForm>
            </Card>
          ))}
        {bids.length === 0 && !may(actor, 'bid.write') && (
          <EmptyState title="No application for top-up">
            <p>What the SENCO asks of the authority for this pupil will stand here.</p>
          </EmptyState>
        )}
      </>
    );
  },
});

const pounds = (pence: number | null | undefined): string => (pence == null ? '–' : poundsInWords(pence));

function BidTable({ bids }: { bids: readonly Bid[] }) {
  return (
    <Sheet label="Applications for top-up">
      <DataTable
        caption="Applications for top-up, the newest first"
        columns={[
          { key: 'what', label: 'Application', isRowHead: true },
          { key: 'state', label: 'Stands' },
          { key: 'sent', label: 'Sent' },
          { key: 'asked', label: 'Asked a year', isNumber: true },
          { key: 'given', label: 'Given a year', isNumber: true },
          { key: 'until', label: 'Until' },
        ]}
        rows={bids.map((bid) => {
          const [decision, sentOn] = [decisionOf(bid), sentOnOf(bid)];
          return {
            what: <a href={bidHref(bid.bidId)}>{`${bid.authority}, begun ${middleDate(bid.begunOn)}`}</a>,
            state: <BidStateTag bid={bid} />,
            sent: sentOn === null ? '–' : middleDate(sentOn),
            asked: pounds(bid.askedPence),
            given: pounds(decision?.pence),
            until: decision?.untilOn == null ? '–' : middleDate(decision.untilOn),
          };
        })}
      />
    </Sheet>
  );
}
