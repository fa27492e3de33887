import { throwAwayDraft } from '#src/modules/plans/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { partHref } from './request-list.view.tsx';
import { OfPart } from './request-of.ts';
import { draftPartOf, loadPart } from './request-part-of.ts';

/** Throws the writer's own draft of a part of a request away. */
export default deed({
  path: '/pupils/:pupilId/request/parts/:requestPart/draft/throw-away',
  params: OfPart,
  may: 'case.write',
  from: ({ pupilId, requestPart }) => partHref(pupilId, requestPart),
  load: ({ tx, actor, params }) => loadPart(tx, params, actor),
  submit: async ({ tx, subject, params: { pupilId, requestPart } }) => {
    await throwAwayDraft(tx, { pupilId, part: draftPartOf(subject, requestPart) });
    return goTo(partHref(pupilId, requestPart), 'Draft thrown away');
  },
});
