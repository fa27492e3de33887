import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { findProgress, type Progress } from '#src/platform/jobs/progress.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { packProgress } from '../commands/make-plan-pack.ts';
import { packDays, plansCounted } from '../domain/plan-pack.ts';
import { findPlanPack, type PlanPack } from '../queries/find-plan-pack.ts';
import { packsHref } from './pack-choice.ts';

type Subject = { readonly pack: PlanPack; readonly progress: Progress | null };

const megabytes = (bytes: number | null): string =>
  bytes === null ? '' : `, ${Math.max(0.1, bytes / 1_000_000).toFixed(1)} MB`;

/** One pack: how far it has come, then the file. */
export default page({
  path: '/school/packs/:planPackId',
  params: z.object({ planPackId: z.uuid() }),
  may: 'plan.read',
  about: { none: 'It shows how many plans are in a file, and no pupil' },
  section: 'School',
  title: ({ pack }: Subject) => `Plans as one file: ${pack.title}`,
  refreshSeconds: ({ pack }) => (pack.state === 'waiting' ? 2 : undefined),
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pack = await findPlanPack(tx, params.planPackId);
    if (pack === null) return null;
    return { pack, progress: await findProgress(tx, packProgress(pack.planPackId)) };
  },
  view: ({ subject: { pack, progress } }) => {
    const count = plansCounted(pack.pupilIds.length);
    return (
      <>
        <BackLink href={packsHref}>Plans as one file</BackLink>
        <PageHead title={pack.title} lead={pack.title.includes(count) ? undefined : count} />
        {pack.state === 'waiting' && (
          <>
            <ProgressBar
              done={progress?.done ?? 0}
              total={progress?.total ?? 0}
              label="Reading the plans and laying them out"
            />
            <p>You may leave this page: it goes on by itself. The page looks again every two seconds.</p>
          </>
        )}
        {pack.state === 'failed' && (
          <Card title="The file was not made">
            <p>You may no longer read one of these plans, or its template is gone. Ask for it again.</p>
            <LinkButton href={`${packsHref}/new`}>Ask again</LinkButton>
          </Card>
        )}
        {pack.state === 'made' && (
          <Card title="The file is ready" tone="next">
            <p>
              {`${count} as one tagged PDF${megabytes(pack.bytes)}, with a page of contents and a bookmark for each. Asked for on ${timeWords(pack.askedAt)}, kept for ${packDays} days. It holds personal data: keep it as you would the plans.`}
            </p>
            <LinkButton href={`${packsHref}/${pack.planPackId}/pack.pdf`}>Download the PDF</LinkButton>
          </Card>
        )}
      </>
    );
  },
});
