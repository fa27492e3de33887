import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { packDays, plansCounted } from '../domain/plan-pack.ts';
import { listPlanPacks, type PlanPack } from '../queries/find-plan-pack.ts';
import { packsHref } from './pack-choice.ts';

const stateWords = { waiting: 'Being made', made: 'Ready', failed: 'Not made' } as const;

/** Many plans as one file: the packs that somebody asked for. */
export default page({
  path: '/school/packs',
  params: z.object({}),
  may: 'plan.read',
  about: { none: 'It shows how many plans are in a file, and no pupil' },
  section: 'School',
  title: 'Plans as one file',
  load: async ({ tx }): Promise<readonly PlanPack[]> => listPlanPacks(tx),
  view: ({ subject }) => (
    <>
      <PageHead
        title="Plans as one file"
        lead={`The issued plans of a class, a group, chosen pupils or the whole school as one PDF. Only you can open what you asked for; it goes after ${packDays} days.`}
        actions={
          <>
            <LinkButton href={`${packsHref}/new`}>Of a class or the school</LinkButton>
            <LinkButton href={`${packsHref}/chosen`} kind="second">
              Of chosen pupils
            </LinkButton>
          </>
        }
      />
      {subject.length === 0 ? (
        <EmptyState title="No file yet">Say whose plans you need, and in which shape.</EmptyState>
      ) : (
        <Sheet label="Files">
          <DataTable
            caption="Files of plans"
            columns={[
              { key: 'title', label: 'Whose', isRowHead: true },
              { key: 'plans', label: 'Plans', isNumber: true },
              { key: 'state', label: 'State' },
              { key: 'asked', label: 'Asked for', isQuiet: true },
            ]}
            rows={subject.map(({ planPackId, title, pupilIds, state, askedAt }) => ({
              title: <a href={`${packsHref}/${planPackId}`}>{title}</a>,
              plans: plansCounted(pupilIds.length),
              state: stateWords[state],
              asked: timeWords(askedAt),
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});
