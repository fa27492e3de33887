import type { SchoolDate } from '#src/kernel/dates.ts';
import { payBid, payBidForm } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type BidInShort, bidHref, leadOf, loadBid, OfBid, ofBidPupil, staleWords } from './bid-of.ts';

type Subject = BidInShort & { readonly today: SchoolDate };
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
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadBid(tx, params.bidId);
    return held === null ? null : { ...held, today: tx.scope.today };
  },
  view: ({ subject, attempt }) => {
    const { bid, today } = subject;
    return (
      <div class="narrow">
        <PageHead title="Money came" lead={leadOf(subject)} />
        <PostForm attempt={attempt} submit="Record it" cancel={{ href: bidHref(bid.bidId) }}>
          <HiddenField name="version" value={String(bid.version)} />
          <Card>
            <FormField of={fields.happenedOn} attempt={attempt} value={today} />
            <FormField of={fields.pence} attempt={attempt} />
            <FormField of={fields.note} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
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
