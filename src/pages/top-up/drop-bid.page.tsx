import { dropBid, dropBidForm } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { bidHref, OfBid, ofBidPupil, staleWords } from './bid-of.ts';
import { BidStep, loadBidToday } from './bid-step.view.tsx';

const { fields } = dropBidForm;

/** Withdraws an application that nobody has decided, with the reason. */
export default page({
  path: '/top-up/:bidId/drop',
  params: OfBid,
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'Withdraw the application',
  form: dropBidForm,
  load: ({ tx, params }) => loadBidToday(tx, params.bidId),
  view: ({ subject, attempt }) => (
    <BidStep of={subject} attempt={attempt} title="Withdraw the application" submit="Withdraw it">
      <p>If the authority has it already, tell it. Sendero tells nobody.</p>
      <FormField of={fields.happenedOn} attempt={attempt} value={subject.today} />
      <FormField of={fields.why} attempt={attempt} />
    </BidStep>
  ),
  submit: async ({ tx, subject: { bid }, values }) => {
    if (values.version !== bid.version) return refuse(staleWords);
    const done = await dropBid(tx, bid, { happenedOn: values.happenedOn, why: values.why });
    return done.ok ? goTo(bidHref(bid.bidId), 'Application withdrawn') : refuse({ [done.field]: done.words });
  },
});
