import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import {
  type BidEvent,
  bidEventWords,
  standingEvents,
  withdrawBidStep,
  withdrawStepForm,
} from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type BidInShort, bidHref, leadOf, loadBid, OfBid, ofBidPupil, staleWords } from './bid-of.ts';

type Subject = BidInShort & { readonly event: BidEvent };

/** Takes back the last step of an application, which was wrong. */
export default page({
  path: '/top-up/:bidId/steps/:bidEventId/withdraw',
  params: OfBid.extend({ bidEventId: z.uuid() }),
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'Take back a step',
  form: withdrawStepForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadBid(tx, params.bidId);
    const event = standingEvents(held?.bid.events ?? []).find(
      ({ bidEventId }) => bidEventId === params.bidEventId,
    );
    return held === null || event === undefined ? null : { ...held, event };
  },
  view: ({ subject, attempt }) => {
    const { bid, event } = subject;
    return (
      <div class="narrow">
        <PageHead title="Take back a step" lead={leadOf(subject)} />
        <PostForm attempt={attempt} submit="Take it back" cancel={{ href: bidHref(bid.bidId) }}>
          <HiddenField name="version" value={String(bid.version)} />
          <Card>
            <p>{`“${bidEventWords[event.name]}” on ${longDate(event.happenedOn)} stays on record, marked as wrong.`}</p>
            <FormField of={withdrawStepForm.fields.why} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { bid, event }, values }) => {
    if (values.version !== bid.version) return refuse(staleWords);
    const done = await withdrawBidStep(tx, bid, { bidEventId: event.bidEventId, why: values.why });
    return done.ok ? goTo(bidHref(bid.bidId), 'Taken back') : refuse(done.words);
  },
});
