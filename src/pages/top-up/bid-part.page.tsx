import { z } from 'zod';
import {
  asWords,
  bidPartForm,
  bidPartKeys,
  bidParts,
  isWritable,
  stateOfBid,
  writeBidPart,
} from '#src/modules/funding/index.ts';
import { attemptOf, findDraft, type PlanDraft, throwAwayDraft } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { Details } from '#src/ui/details.tsx';
import { DraftForm, DraftOffer } from '#src/ui/draft-form.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type BidSubject, bidHref, leadOf, loadWholeBid, ofBidPupil } from './bid-of.ts';
import { draftNameOf, OfBidPart, partDraftHref, partHref } from './bid-part.ts';
import { Paragraph } from './paragraph.view.tsx';

type Subject = BidSubject & { readonly draft: PlanDraft | null };
const { fields } = bidPartForm;

/** One part of an application in the school's own words, beside what the records say. */
export default page({
  path: '/top-up/:bidId/parts/:bidPart',
  params: OfBidPart,
  search: z.object({ draft: z.literal('use').optional().catch(undefined) }),
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'Write a part of the application',
  form: bidPartForm,
  load: async ({ tx, actor, params: { bidId, bidPart } }): Promise<Subject | null> => {
    const whole = await loadWholeBid(tx, bidId, actor);
    if (whole === null || !isWritable(stateOfBid(whole.bid))) return null;
    return { ...whole, draft: await findDraft(tx, whole.bid.pupilId, draftNameOf(bidId, bidPart)) };
  },
  view: ({ subject, attempt, search, params: { bidPart: part } }) => {
    const { bid, filled, words, draft } = subject;
    const held = words.parts[part] ?? { words: null, version: 0 };
    const isTouched = Object.keys(attempt.values).length > 0;
    const shown = search.draft === 'use' && !isTouched ? attemptOf(bidPartForm, draft) : attempt;
    const isStale = 'version' in shown.values && Number(shown.values.version) !== held.version;
    const own = filled.parts[part];
    return (
      <>
        <PageHead title={bidParts[part]} lead={leadOf(subject)} />
        <ChipNav
          label="Parts of the application"
          links={bidPartKeys.map((key) => ({
            label: bidParts[key],
            href: partHref(bid.bidId, key),
            isCurrent: key === part,
          }))}
        />
        {draft !== null && shown === attempt && !isTouched && (
          <DraftOffer
            draftHref={partDraftHref(bid.bidId, part)}
            formHref={partHref(bid.bidId, part)}
            keptAt={timeWords(draft.savedAt)}
            isOld={draft.baseVersion !== held.version}
          />
        )}
        <DraftForm
          attempt={shown}
          draftHref={partDraftHref(bid.bidId, part)}
          next="Save and next"
          cancel={bidHref(bid.bidId)}
        >
          <HiddenField name="version" value={String(held.version)} />
          <Card>
            {isStale && (
              <Inset>
                <b>Saved since:</b> {held.words ?? 'again what the records say'}
              </Inset>
            )}
            <FormField of={fields.words} attempt={shown} value={held.words ?? asWords(own)} />
            <p class="small quiet">
              {held.words === null
                ? 'Taken from the records. As long as you save nothing it changes with them; left empty, it is theirs again.'
                : 'In your own words. Left empty, it is again what the records say.'}
            </p>
          </Card>
        </DraftForm>
        {own.length > 0 && (
          <Details summary={`What the records say: ${own.length}`} isOpen={held.words !== null}>
            {own.map((paragraph, at) => (
              <Paragraph key={at} of={paragraph} />
            ))}
          </Details>
        )}
      </>
    );
  },
  submit: async ({ tx, subject, params: { bidPart: part }, values }) => {
    const { bid, filled, words } = subject;
    const held = words.parts[part] ?? { words: null, version: 0 };
    const typed = values.words ?? null;
    // Left as the records have it, it stays theirs.
    const isTheirs = typed !== null && held.words === null && same(typed, asWords(filled.parts[part]));
    const done = await writeBidPart(tx, bid, {
      part,
      words: isTheirs ? null : typed,
      held: { ...held, version: values.version },
    });
    if (!done.ok) return refuse(done.words);
    await throwAwayDraft(tx, { pupilId: bid.pupilId, part: draftNameOf(bid.bidId, part) });
    const next = values.goOn === 'next' ? bidPartKeys[bidPartKeys.indexOf(part) + 1] : undefined;
    const href = next === undefined ? bidHref(bid.bidId) : partHref(bid.bidId, next);
    return goTo(href, done.value ? 'Saved' : 'Nothing was different');
  },
});

const same = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
