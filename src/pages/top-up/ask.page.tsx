import { addDays, fromPlain, middleDate, plain } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import {
  askForm,
  changeAsk,
  listTopUpSettings,
  type TopUpSettings,
  topUpSettingsOf,
} from '#src/modules/funding/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type BidInShort, bidHref, leadOf, loadBid, OfBid, ofBidPupil, staleWords } from './bid-of.ts';

type Subject = BidInShort & { readonly settings: TopUpSettings; readonly today: ReturnType<typeof addDays> };
const { fields } = askForm;

/** What an application asks for: a band or an amount, and from when until when. */
export default page({
  path: '/top-up/:bidId/ask',
  params: OfBid,
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'What is asked for',
  form: askForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadBid(tx, params.bidId);
    if (held === null) return null;
    const settings = topUpSettingsOf(await listTopUpSettings(tx), held.bid.authorityId);
    return { ...held, settings, today: tx.scope.today };
  },
  view: ({ subject, attempt }) => {
    const { bid, settings, today } = subject;
    const first = bid.fromOn ?? today;
    const last = bid.untilOn ?? addDays(fromPlain(plain(first).add({ years: 1 })), -1);
    return (
      <div class="narrow">
        <PageHead title="What is asked for" lead={leadOf(subject)} />
        <PostForm attempt={attempt} submit="Save" cancel={{ href: bidHref(bid.bidId) }}>
          <HiddenField name="version" value={String(bid.version)} />
          <Card>
            {settings.bands.length === 0 ? (
              <p>
                No band of this authority is kept:{' '}
                <a href={`/school/authorities/${bid.authorityId}/top-up`}>add its bands</a>, or ask for an
                amount.
              </p>
            ) : (
              <FormField
                of={fields.bandId}
                attempt={attempt}
                value={bid.bandId}
                options={[
                  ...settings.bands.map(({ bandId, name, pencePerYear, fromOn, untilOn }) => ({
                    value: bandId,
                    label: `${name}: ${poundsInWords(pencePerYear)} a year`,
                    hint: `From ${middleDate(fromOn)}${untilOn === null ? '' : ` until ${middleDate(untilOn)}`}`,
                  })),
                  { value: '', label: 'No band: an amount of its own' },
                ]}
              />
            )}
            <FormField
              of={fields.pence}
              attempt={attempt}
              value={bid.askedPence === null ? undefined : (bid.askedPence / 100).toFixed(2)}
            />
            <FormField of={fields.fromOn} attempt={attempt} value={first} />
            <FormField of={fields.untilOn} attempt={attempt} value={last} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { bid, settings }, values }) => {
    const { version, bandId, pence = null, fromOn, untilOn } = values;
    if (version !== bid.version) return refuse(staleWords);
    const band = settings.bands.find((one) => one.bandId === bandId) ?? null;
    if (bandId !== undefined && band === null) return refuse({ bandId: 'Select a band of this authority' });
    const done = await changeAsk(tx, bid, { band, pence, fromOn, untilOn });
    if (!done.ok) return refuse({ [done.field]: done.words });
    return goTo(bidHref(bid.bidId), done.value ? 'Saved' : 'Nothing was different');
  },
});
