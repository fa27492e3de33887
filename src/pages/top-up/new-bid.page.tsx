import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { type Authority, listAuthorities } from '#src/modules/ehcp/index.ts';
import { beginBid, beginBidForm } from '#src/modules/funding/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { authorityOfPupil } from '../cases/request/request-of.ts';
import { aboutPupil, fullName } from '../pupil/pupil-head.ts';
import { bidHref, topUpHref } from './bid-of.ts';

type Subject = { readonly pupil: Pupil; readonly authorities: readonly Authority[] };

/** Begins an application for top-up. */
export default page({
  path: '/pupils/:pupilId/top-up/new',
  params: z.object({ pupilId: PupilId }),
  may: 'bid.write',
  about: aboutPupil,
  section: 'Pupils',
  title: 'Apply for top-up',
  form: beginBidForm,
  load: async ({ tx, params: { pupilId } }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, pupilId);
    return pupil === null ? null : { pupil, authorities: await listAuthorities(tx) };
  },
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Apply for top-up" lead={fullName(subject.pupil)} />
      <PostForm attempt={attempt} submit="Begin" cancel={{ href: topUpHref(subject.pupil.pupilId) }}>
        <FormField
          of={beginBidForm.fields.authorityId}
          attempt={attempt}
          value={authorityOfPupil(subject, subject.authorities, null)?.authorityId}
          options={subject.authorities.map(({ authorityId, name }) => ({ value: authorityId, label: name }))}
        />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil }, values: { authorityId } }) => {
    const done = await beginBid(tx, { pupilId: pupil.pupilId, authorityId });
    return done.ok
      ? goTo(bidHref(done.value), 'Application begun, and filled from the records')
      : refuse({ [done.field]: done.words });
  },
});
