import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { longDate, middleDate } from '#src/kernel/dates.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { keptUntilWords, lastDayKept, type RetentionYears, ruleOf } from '../domain/retention.ts';
import { listRemoved, type Removal } from '../queries/list-removals.ts';
import { getRetentionYears, type Leaver, listEnded } from '../queries/list-retention.ts';

const stateOf = ({ isHeld, isAsked }: Leaver) => {
  if (isHeld) return <Tag kind="warn">Held</Tag>;
  return isAsked ? <Tag kind="support">To be confirmed</Tag> : <Tag kind="watch">To review</Tag>;
};

const rowOf = (leaver: Leaver, years: RetentionYears, mayReview: boolean) => ({
  name: mayReview ? <a href={`/school/retention/${leaver.pupilId}`}>{leaver.name}</a> : leaver.name,
  left: leaver.leftOn === null ? 'Never on roll' : middleDate(leaver.leftOn),
  ended: (
    <>
      {longDate(lastDayKept(leaver.bornOn, years[ruleOf(leaver)]))}
      <span class="why">{keptUntilWords(leaver, years)}</span>
    </>
  ),
  state: stateOf(leaver),
});

const removedRow = ({ removedAt, counts, why, pupilId }: Removal) => ({
  at: removedAt === null ? '' : timeWords(removedAt),
  id: pupilId,
  records: Object.values(counts).reduce((sum, count) => sum + count, 0),
  why,
});

/** Pupils whose period has ended, to be reviewed; below, what was removed before. */
export default page({
  path: '/school/retention',
  params: z.object({}),
  may: 'rights.read',
  about: ({ ended }: { readonly ended: readonly Leaver[] }) => ended.map(({ pupilId }) => pupilId),
  section: 'School',
  title: 'Records whose time has ended',
  load: async ({ tx }) => {
    const years = await getRetentionYears(tx);
    return { years, ended: await listEnded(tx, years), removed: await listRemoved(tx) };
  },
  view: ({ subject: { years, ended, removed }, actor }) => (
    <>
      <PageHead
        title="Records whose time has ended"
        lead={<a href="/school/kept">What is kept, and how long</a>}
      />
      {ended.length === 0 ? (
        <EmptyState title="Nobody’s period has ended">
          <p>
            Pupils who left are listed here once {years.sen_pupil} years have passed since their birth if they
            ever had SEN, {years.pupil} if not. Nothing is ever removed by itself.
          </p>
        </EmptyState>
      ) : (
        <Sheet label="To review">
          <DataTable
            caption="Pupils whose period has ended, the longest first"
            columns={[
              { key: 'name', label: 'Pupil', isRowHead: true },
              { key: 'left', label: 'Left' },
              { key: 'ended', label: 'Kept until' },
              { key: 'state', label: 'State' },
            ]}
            rows={ended.map((leaver) => rowOf(leaver, years, may(actor, 'rights.manage')))}
          />
        </Sheet>
      )}
      {removed.length > 0 && (
        <>
          <h2>Removed</h2>
          <Sheet label="Removed">
            <DataTable
              caption="Records that were removed, the newest first: all that is left of them"
              columns={[
                { key: 'at', label: 'Removed', isRowHead: true },
                { key: 'id', label: 'Number of the pupil', isQuiet: true },
                { key: 'records', label: 'Entries', isNumber: true },
                { key: 'why', label: 'Why' },
              ]}
              rows={removed.map(removedRow)}
            />
          </Sheet>
        </>
      )}
    </>
  ),
});
