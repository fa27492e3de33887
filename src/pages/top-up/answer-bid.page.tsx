import { answerBid, answerBidForm } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';

import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type BidSubject, bidHref, leadOf, loadWholeBid, OfBid, ofBidPupil, staleWords } from './bid-of.ts';

const { fields } = answerBidForm;

/** Records the answer to what the authority asked, with the application as it stands then. */
export default page({
  path: '/top-up/:bidId/answer',
  params: OfBid,
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'The question was answered',
  form: answerBidForm,
  load: ({ tx, actor, params }): Promise<BidSubject | null> => loadWholeBid(tx, params.bidId, actor),
  view: ({ subject, attempt }) => {
    const href = bidHref(subject.bid.bidId);

    return (
      <div class="narrow">
        <PageHead title="The question was answered" lead={leadOf(subject)} />

        <PostForm attempt={attempt} submit="It was answered" cancel={{ href }}>
          <HiddenField name="version" value={String(subject.bid.version)} />
          <Card>
            <p>The application is kept as it stands now, as what the authority has with the answer.</p>
            <FormField of={fields.happenedOn} attempt={attempt} value={subject.today} />
            <FormField of={fields.note} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { bid, content }, values }) => {
    const { version, happenedOn, note } = values;
    if (version !== bid.version) return refuse(staleWords);
    const done = await answerBid(tx, bid, { happenedOn, note, content });
    return done.ok
      ? goTo(bidHref(bid.bidId), 'Answered, and kept as it is')
      : refuse({ [done.field]: done.words });
  },
});
