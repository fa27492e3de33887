import { throwAwayDraft } from '#src/modules/plans/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { OfDraft } from './draft-part.ts';
import { loadEditor, partHref } from './plan-editor.ts';

/** Throws the writer's own draft of a part away. */
export default deed({
  path: '/pupils/:pupilId/plan/drafts/:kind/throw-away',
  params: OfDraft,
  may: 'plan.write',
  from: ({ pupilId, kind }) => partHref(pupilId, kind),
  load: ({ tx, params }) => loadEditor(tx, params.pupilId),
  submit: async ({ tx, params: { pupilId, kind } }) => {
    await throwAwayDraft(tx, { pupilId, part: kind });
    return goTo(partHref(pupilId, kind), 'Draft thrown away');
  },
});
