import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { findPupilProvision, type PupilProvision } from '#src/modules/provision/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PupilBand } from './pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from './pupil-head.ts';
import { LostAccount, NowRuns, PastRuns, YearStrip } from './pupil-provision.view.tsx';

type Subject = PupilHead & { readonly provision: PupilProvision };

/** What a pupil gets and got: runs, minutes planned, given and lost with the reasons, and cost for those who may see it. */
export default page({
  path: '/pupils/:pupilId/provision',
  params: z.object({ pupilId: PupilId }),
  may: 'provision.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Provision of ${fullName(pupil)}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const head = await findPupilHead(tx, params.pupilId);
    return head === null ? null : { ...head, provision: await findPupilProvision(tx, params.pupilId) };
  },
  view: ({ subject, actor }) => {
    const { pupil, provision } = subject;
    const manages = may(actor, 'provision.manage');
    const put = `/provision/map/put/${pupil.pupilId}`;
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="Provision" />
        {provision.runs.length === 0 ? (
          <EmptyState title="No provision is recorded">
            <p>
              {manages
                ? 'Put the pupil into a group that runs, or start one for this pupil alone.'
                : 'What the pupil is given beside ordinary lessons will stand here.'}
            </p>
          </EmptyState>
        ) : (
          <>
            <YearStrip provision={provision} />
            <NowRuns provision={provision} />
            <LostAccount provision={provision} />
            <PastRuns provision={provision} />
          </>
        )}
        {manages && <LinkButton href={put}>Put in a group, or move</LinkButton>}
      </>
    );
  },
});
