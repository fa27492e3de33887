import type { SchoolDate } from '#src/kernel/dates.ts';
import { queryBid, queryBidForm } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type BidInShort, bidHref, leadOf, loadBid, OfBid, ofBidPupil, staleWords } from './bid-of.ts';

type Subject = BidInShort & { readonly today: SchoolDate };
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
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadBid(tx, params.bidId);
    return held === null ? null : { ...held, today: tx.scope.today };
  },
  view: ({ subject, attempt }) => {
    const { bid, today } = subject;
    return (
      <div class="narrow">
        <PageHead title="What the authority asks" lead={leadOf(subject)} />
        <PostForm attempt={attempt} submit="Record it" cancel={{ href: bidHref(bid.bidId) }}>
          <HiddenField name="version" value={String(bid.version)} />
          <Card>
            <p>While it waits for an answer the application can be written again.</p>
            <FormField of={fields.happenedOn} attempt={attempt} value={today} />
            <FormField of={fields.note} attempt={attempt} />
            <FormField of={fields.answerBy} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
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
