import { stopCardLink } from '#src/modules/plans/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { findLentLink, lendHref, OfLink } from './lent-class.ts';

/** Stops a supply teacher's link at once. */
export default deed({
  path: '/classes/:groupId/card/lend/:cardLinkId/stop',
  params: OfLink,
  may: 'card.lend',
  from: ({ groupId }) => lendHref(groupId),
  load: ({ tx, params }) => findLentLink(tx, params),
  submit: async ({ tx, subject: { group, link } }) =>
    goTo(lendHref(group.groupId), (await stopCardLink(tx, link)) ? 'Link stopped' : 'It was stopped already'),
});
