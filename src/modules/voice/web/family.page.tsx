import { may } from '#src/kernel/access.ts';
import { contentWords, findSharedCopy, listPlanVersions, readingAgeShown } from '#src/modules/plans/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { ReadingAgeCard } from '#src/ui/reading-age-card.tsx';
import { lastAnswers } from '../domain/voice-answers.ts';
import { listSignedBeside } from '../queries/list-signed-words.ts';
import { listVoiceAnswers } from '../queries/list-voice-answers.ts';
import { listVoiceLinks } from '../queries/list-voice-links.ts';
import { Links, Said, Signatures } from './family.view.tsx';
import { familyHref, loadFamily, nameOf, OfFamily, ofPupil } from './family-of-plan.ts';

/** What the family was shown of a plan, what they said of it, and who signed. */
export default page({
  path: '/pupils/:pupilId/plan/family',
  params: OfFamily,
  may: 'plan.read',
  section: 'Pupils',
  title: 'With the family',
  about: ofPupil,
  load: async ({ tx, params }) => {
    const held = await loadFamily(tx, params.pupilId);
    if (held === null) return null;
    const { planId } = held.plan;
    const versions = await listPlanVersions(tx, params.pupilId);
    const version = held.plan.state === 'issued' ? versions[0] : undefined;
    const signatures = await listSignedBeside(tx, planId, version);
    return {
      ...held,
      copy: await findSharedCopy(tx, planId),
      signatures,
      links: await listVoiceLinks(tx, planId),
      answers: lastAnswers(await listVoiceAnswers(tx, planId)),
      now: tx.scope.clock.now(),
    };
  },
  view: ({ subject, actor }) => {
    const { pupil, plan, copy, signatures, links, answers, now } = subject;
    const href = familyHref(pupil.pupilId);
    const mayWrite = may(actor, 'plan.write');
    return (
      <div class="narrow">
        <PageHead
          title="With the family"
          lead={<a href={`/pupils/${pupil.pupilId}/plan`}>{`Plan of ${nameOf(pupil)}`}</a>}
        />
        {plan.state === 'draft' && copy === null ? (
          <EmptyState title="Not shared yet">
            <p>The family reads the plan as it is on the day on which you share it.</p>
            {mayWrite && (
              <LinkButton href={`/pupils/${pupil.pupilId}/plan/share`}>Shared with parents</LinkButton>
            )}
          </EmptyState>
        ) : (
          <>
            {copy !== null && (
              <>
                <ReadingAgeCard {...readingAgeShown(contentWords(copy.content))} />
                <p>
                  <a href={`${href}/preview`}>Read it as the family does</a>
                </p>
              </>
            )}
            <Links links={links} now={now} href={href} mayWrite={mayWrite && plan.state !== 'draft'} />
            <Said answers={answers} href={href} mayWrite={mayWrite} />
            <Signatures signed={signatures} />
            {may(actor, 'letter.send') && (
              <p>
                <a href={`/pupils/${pupil.pupilId}/letters`}>Letters to the family</a>
              </p>
            )}
            {mayWrite && copy !== null && (
              <Card title="On paper">
                <p>
                  <a href={`${href}/paper.pdf`}>Print the plan with room to sign</a>
                </p>
                <LinkButton href={`${href}/paper`} kind="second">
                  Record a signature on paper
                </LinkButton>
              </Card>
            )}
          </>
        )}
      </div>
    );
  },
});
