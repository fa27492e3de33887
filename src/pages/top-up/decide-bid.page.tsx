import type { SchoolDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import {
  decideBid,
  decideBidForm,
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

type Subject = BidInShort & { readonly settings: TopUpSettings; readonly today: SchoolDate };
const { fields } = decideBidForm;

/** Records what the authority decided: all that was asked, a part, or nothing and why. */
export default page({
  path: '/top-up/:bidId/decide',
  params: OfBid,
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'What the authority decided',
  form: decideBidForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadBid(tx, params.bidId);
    if (held === null) return null;
    const settings = topUpSettingsOf(await listTopUpSettings(tx), held.bid.authorityId);
    return { ...held, settings, today: tx.scope.today };
  },
  view: ({ subject, attempt }) => {
    const { bid, settings, today } = subject;
    return (
      <div class="narrow">
        <PageHead title="What the authority decided" lead={leadOf(subject)} />
        <PostForm attempt={attempt} submit="Record it" cancel={{ href: bidHref(bid.bidId) }}>
          <HiddenField name="version" value={String(bid.version)} />
          <Card>
            {bid.askedPence !== null && <p>{`Asked: ${poundsInWords(bid.askedPence)} a year.`}</p>}
            <FormField of={fields.outcome} attempt={attempt} />
            <FormField of={fields.happenedOn} attempt={attempt} value={today} />
          </Card>
          <Card title="What it gives">
            {settings.bands.length > 0 && (
              <FormField
                of={fields.bandId}
                attempt={attempt}
                value={bid.bandId}
                options={settings.bands.map(({ bandId, name, pencePerYear }) => ({
                  value: bandId,
                  label: `${name}: ${poundsInWords(pencePerYear)} a year`,
                }))}
              />
            )}
            <FormField of={fields.pence} attempt={attempt} />
            <FormField of={fields.fromOn} attempt={attempt} value={bid.fromOn} />
            <FormField of={fields.untilOn} attempt={attempt} value={bid.untilOn} />
          </Card>
          <Card>
            <FormField of={fields.note} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { bid, settings }, values }) => {
    const {
      version,
      outcome,
      happenedOn,
      bandId,
      pence = null,
      fromOn = null,
      untilOn = null,
      note = null,
    } = values;
    if (version !== bid.version) return refuse(staleWords);
    const band = settings.bands.find((one) => one.bandId === bandId) ?? null;
    if (bandId !== undefined && band === null) return refuse({ bandId: 'Select a band of this authority' });
    const done = await decideBid(tx, bid, { outcome, happenedOn, band, pence, fromOn, untilOn, note });
    return done.ok ? goTo(bidHref(bid.bidId), 'Decision recorded') : refuse({ [done.field]: done.words });
  },
});
