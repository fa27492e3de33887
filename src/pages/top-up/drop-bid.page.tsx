import type { SchoolDate } from '#src/kernel/dates.ts';
import { dropBid, dropBidForm } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type BidInShort, bidHref, leadOf, loadBid, OfBid, ofBidPupil, staleWords } from './bid-of.ts';

type Subject = BidInShort & { readonly today: SchoolDate };
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
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadBid(tx, params.bidId);
    return held === null ? null : { ...held, today: tx.scope.today };
  },
  view: ({ subject, attempt }) => {
    const { bid, today } = subject;
    return (
      <div class="narrow">
        <PageHead title="Withdraw the application" lead={leadOf(subject)} />
        <PostForm attempt={attempt} submit="Withdraw it" cancel={{ href: bidHref(bid.bidId) }}>
          <HiddenField name="version" value={String(bid.version)} />
          <Card>
            <p>If the authority has it already, tell it. Sendero tells nobody.</p>
            <FormField of={fields.happenedOn} attempt={attempt} value={today} />
            <FormField of={fields.why} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { bid }, values }) => {
    if (values.version !== bid.version) return refuse(staleWords);
    const done = await dropBid(tx, bid, { happenedOn: values.happenedOn, why: values.why });
    return done.ok ? goTo(bidHref(bid.bidId), 'Application withdrawn') : refuse({ [done.field]: done.words });
  },
});
