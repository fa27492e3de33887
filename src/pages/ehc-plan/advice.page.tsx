import { may } from '#src/kernel/access.ts';
import {
  type Advice,
  currentVersion,
  type EhcLine,
  findEhcPlan,
  listAdvice,
} from '#src/modules/ehcp/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ExportMenu } from '#src/ui/export-menu.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PupilBand } from '../pupil/pupil-band.view.tsx';
import { aboutPupil, findPupilHead, fullName, type PupilHead } from '../pupil/pupil-head.ts';
import { Figures, Given } from './advice.view.tsx';
import { ehcHref, OfPupil } from './ehc-of-pupil.ts';

type Subject = PupilHead & { readonly advice: readonly Advice[]; readonly lines: readonly EhcLine[] };

/** Each recommendation of professionals beside the plan: in it, weakened or missing; proposed by words, decided by a person. */
export default page({
  path: '/pupils/:pupilId/ehc-plan/advice',
  params: OfPupil,
  may: 'ehcp.read',
  about: aboutPupil,
  section: 'Pupils',
  title: ({ pupil }: Subject) => `Advice beside the EHC plan of ${fullName(pupil)}`,
  load: async ({ tx, params: { pupilId } }): Promise<Subject | null> => {
    const { head, plan, advice } = await tx.scope.together({
      head: (of) => findPupilHead(of, pupilId),
      plan: (of) => findEhcPlan(of, pupilId),
      advice: (of) => listAdvice(of, pupilId),
    });
    if (head === null) return null;
    // A draft is what is answered: the newest document counts here, whether it binds or not.
    const lines = plan?.versions.at(-1)?.lines ?? (plan === null ? [] : (currentVersion(plan)?.lines ?? []));
    return { ...head, advice, lines };
  },
  view: ({ subject, actor }) => {
    const { pupil, advice, lines } = subject;
    const home = ehcHref(pupil.pupilId);
    const writes = may(actor, 'ehcp.write');
    return (
      <>
        <PupilBand head={subject} actor={actor} tab="EHC plan" />
        <PageHead
          title="Advice beside the plan"
          lead="Whether what professionals advised is in the newest document of the plan. The proposal goes by words and quantities; you decide."
          actions={
            <>
              {writes && <LinkButton href={`${home}/advice/new`}>Add advice</LinkButton>}
              {advice.length > 0 && (
                <ExportMenu ways={[{ label: 'List for the authority, Word', href: `${home}/advice.docx` }]} />
              )}
            </>
          }
        />
        {advice.length === 0 ? (
          <EmptyState title="No advice is entered yet">
            <p>
              Paste the recommendations of an educational psychologist, a therapist or another professional,
              and each is held against Section F.
            </p>
          </EmptyState>
        ) : (
          <>
            <Figures advice={advice} lines={lines} />
            {advice.map((one) => (
              <Given key={one.adviceId} advice={one} lines={lines} home={home} actor={actor} />
            ))}
          </>
        )}
        <p>
          <a href={home}>Back to the EHC plan</a>
        </p>
      </>
    );
  },
});
