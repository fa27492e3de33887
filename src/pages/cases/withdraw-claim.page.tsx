import { z } from 'zod';
import { type ClaimedException, withdrawClaim, withdrawClaimForm } from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { type CaseSubject, loadCase, OfCase, ofCase } from './case-of.ts';
import { caseHref } from './case-words.ts';

type Subject = CaseSubject & { readonly claim: ClaimedException };

/** Takes back a claim of an exception, with the reason. */
export default page({
  path: '/cases/:caseId/exceptions/:claimedExceptionId/withdraw',
  params: OfCase.extend({ claimedExceptionId: z.uuid() }),
  may: 'case.write',
  about: ofCase,
  section: 'Pupils',
  title: 'Take the claim back',
  form: withdrawClaimForm,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const subject = await loadCase(tx, params);
    const claim = subject?.of.exceptions.find(
      ({ claimedExceptionId }) => claimedExceptionId === params.claimedExceptionId,
    );
    return subject === null || claim === undefined ? null : { ...subject, claim };
  },
  view: ({ subject: { of, claim }, attempt }) => (
    <div class="narrow">
      <PageHead title="Take the claim back" lead={`Claimed by ${claim.claimedBy}. It stays on record.`} />
      <PostForm attempt={attempt} submit="Take it back" cancel={{ href: caseHref(of.caseId) }}>
        <Card>
          <FormField of={withdrawClaimForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { of, claim }, values }) => {
    const { caseId } = of;
    const { claimedExceptionId } = claim;
    await withdrawClaim(tx, { caseId, claimedExceptionId, why: values.why });
    return goTo(caseHref(caseId), 'Claim taken back');
  },
});
