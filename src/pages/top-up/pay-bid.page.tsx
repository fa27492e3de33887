import { payBid, payBidForm } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { bidHref, OfBid, ofBidPupil, staleWords } from './bid-of.ts';
import { BidStep, loadBidToday } from './bid-step.view.tsx';

const { fields } = payBidForm;

/** Records money that came for an application that was granted. */
export default page({
  path: '/top-up/:bidId/pay',
  params: OfBid,
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'Money came',
  form: payBidForm,
  load: ({ tx, params }) => loadBidToday(tx, params.bidId),
  view: ({ subject, attempt }) => (
    <BidStep of={subject} attempt={attempt} title="Money came" submit="Record it">
      <FormField of={fields.happenedOn} attempt={attempt} value={subject.today} />
      <FormField of={fields.pence} attempt={attempt} />
      <FormField of={fields.note} attempt={attempt} />
    </BidStep>
  ),
  submit: async ({ tx, subject: { bid }, values }) => {
    if (values.version !== bid.version) return refuse(staleWords);
    const done = await payBid(tx, bid, {
      happenedOn: values.happenedOn,
      pence: values.pence,
      note: values.note ?? null,
    });
    return done.ok ? goTo(bidHref(bid.bidId), 'Recorded') : refuse({ [done.field]: done.words });
  },
});
