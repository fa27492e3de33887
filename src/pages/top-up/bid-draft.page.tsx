import { bidParts } from '#src/modules/funding/index.ts';
import { draftForm, findDraft, keepDraft, type PlanDraft, readTyped } from '#src/modules/plans/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { KeptDraft } from '#src/ui/draft-form.tsx';
import { type BidInShort, leadOf, loadBid, ofBidPupil } from './bid-of.ts';
import { draftNameOf, OfBidPart, partDraftHref, partHref } from './bid-part.ts';

type Subject = BidInShort & { readonly draft: PlanDraft | null };

/** What the writer left unsaved of a part of an application. Posted to while they type: kept for them alone. */
export default page({
  path: '/top-up/:bidId/parts/:bidPart/draft',
  params: OfBidPart,
  may: 'bid.write',
  about: ofBidPupil,
  section: 'Pupils',
  title: 'Your draft',
  form: draftForm,
  load: async ({ tx, params: { bidId, bidPart } }): Promise<Subject | null> => {
    const held = await loadBid(tx, bidId);
    if (held === null) return null;
    return { ...held, draft: await findDraft(tx, held.bid.pupilId, draftNameOf(bidId, bidPart)) };
  },
  view: ({ subject, params: { bidId, bidPart } }) => {
    const { draft } = subject;
    return (
      <KeptDraft
        formHref={partHref(bidId, bidPart)}
        lead={leadOf(subject)}
        keptAt={draft === null ? null : timeWords(draft.savedAt)}
      >
        <p>
          <b>{`${bidParts[bidPart]}:`}</b> <span class="words">{draft?.typed.words ?? ''}</span>
        </p>
      </KeptDraft>
    );
  },
  submit: async ({ tx, subject: { bid }, params: { bidId, bidPart }, values }) => {
    const typed = readTyped(values.typed);
    if (typed === null) return refuse('This is no draft of an application');
    const part = draftNameOf(bidId, bidPart);
    await keepDraft(tx, { pupilId: bid.pupilId, part, typed, baseVersion: values.base });
    return goTo(partDraftHref(bidId, bidPart));
  },
});
