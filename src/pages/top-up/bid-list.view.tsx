import { middleDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { type Bid, decisionOf, paidPence, sentOnOf } from '#src/modules/funding/index.ts';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { bidHref } from './bid-of.ts';
import { BidStateTag } from './bid-state.view.tsx';

const pounds = (pence: number | null | undefined): string => (pence == null ? '–' : poundsInWords(pence));

/** Applications with whom they are for, what was asked, given and paid. */
export function BidList({ bids, names }: { bids: readonly Bid[]; names: ReadonlyMap<PupilId, string> }) {
  return (
    <Sheet label="Applications for top-up">
      <DataTable
        caption="Applications for top-up, the newest first"
        columns={[
          { key: 'pupil', label: 'Pupil', isRowHead: true },
          { key: 'authority', label: 'Authority' },
          { key: 'state', label: 'Stands' },
          { key: 'sent', label: 'Sent' },
          { key: 'asked', label: 'Asked a year', isNumber: true },
          { key: 'given', label: 'Given a year', isNumber: true },
          { key: 'paid', label: 'Paid', isNumber: true },
          { key: 'until', label: 'Until' },
        ]}
        rows={bids.map((bid) => {
          const [decision, sentOn, paid] = [decisionOf(bid), sentOnOf(bid), paidPence(bid)];
          return {
            pupil: <a href={bidHref(bid.bidId)}>{names.get(bid.pupilId) ?? 'A pupil who left'}</a>,
            authority: bid.authority,
            state: <BidStateTag bid={bid} />,
            sent: sentOn === null ? '–' : middleDate(sentOn),
            asked: pounds(bid.askedPence),
            given: pounds(decision?.pence),
            paid: paid === 0 ? '–' : poundsInWords(paid),
            until: decision?.untilOn == null ? '–' : middleDate(decision.untilOn),
          };
        })}
      />
    </Sheet>
  );
}
