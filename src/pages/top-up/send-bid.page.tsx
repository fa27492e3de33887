import { sendBid, sendBidForm } from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type BidSubject, bidHref, leadOf, loadWholeBid, OfBid, ofBidPupil, staleWords } from './bid-of.ts';

const { fields } = sendBidForm;

/** Records that an application was sent: it is kept as it stands, and never changes. */
export default page({
  path: '/top-up/:bidId/send',
  params: OfBid,
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'The application was sent',
  form: sendBidForm,
  load: ({ tx, actor, params }): Promise<BidSubject | null> => loadWholeBid(tx, params.bidId, actor),
  view: ({ subject, attempt }) => {
    const href = bidHref(subject.bid.bidId);
    const lacks = subject.asks.filter(({ state }) => state === 'not there');
    return (
      <div class="narrow">
        <PageHead title="The application was sent" lead={leadOf(subject)} />
        {lacks.length > 0 && (
          <Inset>
            <b>Not there yet:</b> {lacks.map(({ words }) => words).join('; ')}. It can be sent all the same.
          </Inset>
        )}
        <PostForm attempt={attempt} submit="It was sent" cancel={{ href }}>
          <HiddenField name="version" value={String(subject.bid.version)} />
          <Card>
            <p>
              Send the <a href={`${href}/application.pdf`}>PDF</a> or the{' '}
              <a href={`${href}/application.docx`}>Word file</a>, or type it into the authority’s own pages.
              Sendero keeps it as it stands now, as what was sent.
            </p>
            <FormField of={fields.happenedOn} attempt={attempt} value={subject.today} />
            <FormField of={fields.note} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { bid, content, settings }, values }) => {
    const { version, happenedOn, note = null } = values;
    if (version !== bid.version) return refuse(staleWords);
    const done = await sendBid(tx, bid, { happenedOn, note, settings, content });
    return done.ok
      ? goTo(bidHref(bid.bidId), 'Sent, and kept as it is')
      : refuse({ [done.field]: done.words });
  },
});
