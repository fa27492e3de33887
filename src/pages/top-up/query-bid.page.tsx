import { queryBid, queryBidForm } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { bidHref, OfBid, ofBidPupil, staleWords } from './bid-of.ts';
import { BidStep, loadBidToday } from './bid-step.view.tsx';

const { fields } = queryBidForm;

/** Records what the authority asked, and by when it wants an answer. */
export default page({
  path: '/top-up/:bidId/query',
  params: OfBid,
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'What the authority asks',
  form: queryBidForm,
  load: ({ tx, params }) => loadBidToday(tx, params.bidId),
  view: ({ subject, attempt }) => (
    <BidStep of={subject} attempt={attempt} title="What the authority asks" submit="Record it">
      <p>While it waits for an answer the application can be written again.</p>
      <FormField of={fields.happenedOn} attempt={attempt} value={subject.today} />
      <FormField of={fields.note} attempt={attempt} />
      <FormField of={fields.answerBy} attempt={attempt} />
    </BidStep>
  ),
  submit: async ({ tx, subject: { bid }, values }) => {
    if (values.version !== bid.version) return refuse(staleWords);
    const done = await queryBid(tx, bid, {
      happenedOn: values.happenedOn,
      note: values.note,
      answerBy: values.answerBy ?? null,
    });
    return done.ok ? goTo(bidHref(bid.bidId), 'Recorded') : refuse({ [done.field]: done.words });
  },
});
