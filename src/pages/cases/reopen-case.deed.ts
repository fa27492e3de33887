import { findCase, reopenCase } from '#src/modules/ehcp/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { OfCase } from './case-of.ts';
import { caseHref } from './case-words.ts';

/** Opens a case again that was ended by hand. */
export default deed({
  path: '/cases/:caseId/reopen',
  params: OfCase,
  may: 'case.write',
  from: ({ caseId }) => caseHref(caseId),
  load: ({ tx, params }) => findCase(tx, params.caseId),
  submit: async ({ tx, subject: { caseId, version } }) => {
    const done = await reopenCase(tx, { caseId, version });
    return done.ok ? goTo(caseHref(caseId), 'The case is open again') : refuse(done.words);
  },
});
