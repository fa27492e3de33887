import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import {
  type Bid,
  bidStates,
  bidStateWords,
  decisionOf,
  figuresBy,
  figuresOf,
  listBids,
  listTopUpSettings,
  stateOfBid,
  type TopUpSettings,
} from '#src/modules/funding/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { BidList } from './bid-list.view.tsx';
import { SuccessTable } from './success-table.view.tsx';

type Subject = {
  readonly bids: readonly Bid[];
  readonly settings: ReadonlyMap<string, TopUpSettings>;
  /** Empty for those who see figures only. */
  readonly names: ReadonlyMap<PupilId, string>;
  readonly shown: readonly Bid[];
};

const Search = z.object({ state: z.enum(bidStates).optional().catch(undefined) });

/** Every application for top-up: what stands where, and what came of those that were sent. Finance see the figures alone. */
export default page({
  path: '/top-up',
  params: z.object({}),
  search: Search,
  may: 'bid.figures',
  section: 'Reviews',
  title: 'Top-up',
  wide: true,
  about: ({ shown }: Subject) => [...new Set(shown.map(({ pupilId }) => pupilId))],
  load: async ({ tx, actor, search }): Promise<Subject> => {
    const { bids, settings } = await tx.scope.together({
      bids: (one: Tx) => listBids(one),
      settings: listTopUpSettings,
    });
    const seen = may(actor, 'bid.read') ? bids : [];
    const shown = seen.filter((bid) => search.state === undefined || stateOfBid(bid) === search.state);
    const names = await listNamesOf(
      tx,
      shown.map(({ pupilId }) => pupilId),
    );
    return { bids, settings, names, shown };
  },
  view: ({ subject: { bids, settings, names, shown }, actor, search }) => {
    const all = figuresOf(bids);
    const isList = may(actor, 'bid.read');
    const bandOf = (bid: Bid) => {
      const bandId = bid.bandId ?? decisionOf(bid)?.bandId;
      const band = settings.get(bid.authorityId)?.bands.find((one) => one.bandId === bandId);
      return {
        key: `${bid.authorityId} ${band?.name}`,
        label: `${bid.authority} · ${band?.name ?? 'No band'}`,
      };
    };
    const states = bidStates.filter((state) => bids.some((bid) => stateOfBid(bid) === state));
    return (
      <>
        <PageHead
          title="Top-up"
          lead="What is asked of the authorities beyond the school’s own part, and what came of it."
        />
        {isList && <ReviewTabs actor={actor} current="/top-up" />}
        {bids.length === 0 ? (
          <EmptyState title="No application yet">
            <p>An application begins on the page of a pupil, under Top-up.</p>
          </EmptyState>
        ) : (
          <Strip
            figures={[
              { figure: all.sent, label: 'sent' },
              { figure: all.decided, label: 'decided' },
              { figure: poundsInWords(all.askedPence), label: 'a year asked, of those decided' },
              { figure: poundsInWords(all.givenPence), label: 'a year given' },
              { figure: poundsInWords(all.paidPence), label: 'paid until today' },
            ]}
          />
        )}
        {isList && bids.length > 0 && (
          <>
            <ChipNav
              label="Stands"
              links={[
                { label: `All · ${bids.length}`, href: '/top-up', isCurrent: search.state === undefined },
                ...states.map((state) => ({
                  label: `${bidStateWords[state]} · ${bids.filter((bid) => stateOfBid(bid) === state).length}`,
                  href: `/top-up?state=${state}`,
                  isCurrent: search.state === state,
                })),
              ]}
            />
            <BidList bids={shown} names={names} />
          </>
        )}
        {all.sent > 0 && (
          <>
            <SuccessTable
              title="By authority"
              lines={figuresBy(bids, ({ authorityId, authority }) => ({
                key: authorityId,
                label: authority,
              }))}
              whole={all}
            />
            <SuccessTable title="By band" lines={figuresBy(bids, bandOf)} whole={all} />
          </>
        )}
      </>
    );
  },
});
