import { type Actor, may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { runStatusWords } from '../domain/provision-words.ts';
import { runStatus } from '../domain/run.ts';
import { accountOfRuns, type RunAccount } from '../queries/account-of-runs.ts';
import { findSkippedDays } from '../queries/find-skipped-days.ts';
import { findEntry } from '../queries/get-catalogue.ts';
import { getTierWords } from '../queries/get-provision-settings.ts';
import { loadRun, OfRun, pupilsOf, runHref } from './of-run.ts';
import { DetailsCard, EntryCard, StaffCard, WeekCard } from './run-facts.view.tsx';
import { ComingCard, LedgerCard, PastCard } from './run-ledger.view.tsx';
import { PupilsCard } from './run-pupils.view.tsx';
import type { RunSubject } from './run-subject.ts';

function Actions({ account, actor }: { account: RunAccount; actor: Actor }) {
  const address = runHref(account.full.run.runId);
  if (!may(actor, 'provision.manage')) return null;
  return (
    <>
      <LinkButton href={`${address}/pupils/new`}>Put pupils in</LinkButton>
      <LinkButton href={`${address}/impact`} kind="second">
        Impact
      </LinkButton>
      <LinkButton href={`${address}/change`} kind="second">
        Change
      </LinkButton>
      <LinkButton href={`${address}/end`} kind="second">
        End
      </LinkButton>
      {may(actor, 'cost.read') && (
        <LinkButton href={`${address}/money`} kind="second">
          Cost
        </LinkButton>
      )}
    </>
  );
}

/** One group or single provision: pupils, adults, its week, what comes next and what became of it. */
export default page({
  path: '/provision/runs/:runId',
  params: OfRun,
  may: 'provision.read',
  section: 'Provision',
  title: ({ account }: RunSubject) => account.full.run.name,
  about: ({ account }: RunSubject): readonly PupilId[] => pupilsOf(account.full),
  load: async ({ tx, params }): Promise<RunSubject | null> => {
    const held = await loadRun(tx, params);
    if (held === null) return null;
    const { full, today } = held;
    const [account] = await accountOfRuns(tx, [full]);
    if (account === undefined) return null;
    const key = full.run.entryKey ?? full.run.entryId;
    const beside = await tx.scope.together({
      skipped: (part) => findSkippedDays(part, full),
      entry: async (part) => (key === null ? null : findEntry(part, key)),
      tierWords: (part) => getTierWords(part),
    });
    return { account, today, ...beside };
  },
  view: ({ subject, actor }) => {
    const { account, today, tierWords } = subject;
    const { run } = account.full;
    const status = runStatus(run, today);
    const until = run.untilOn === null ? 'no last day set' : `until ${middleDate(run.untilOn)}`;
    return (
      <>
        <PageHead
          title={run.name}
          lead={
            <>
              {tierWords[run.tier]} · {middleDate(run.fromOn)}, {until}{' '}
              <Tag kind={status === 'running' ? 'good' : 'watch'}>{runStatusWords[status]}</Tag>
            </>
          }
          actions={<Actions account={account} actor={actor} />}
        />
        <Columns
          side={
            <>
              <WeekCard subject={subject} actor={actor} />
              <StaffCard subject={subject} actor={actor} />
              <DetailsCard subject={subject} actor={actor} />
              <EntryCard entry={subject.entry} />
            </>
          }
        >
          <LedgerCard subject={subject} />
          <PupilsCard subject={subject} actor={actor} />
          <ComingCard subject={subject} actor={actor} />
          <PastCard subject={subject} actor={actor} />
        </Columns>
      </>
    );
  },
});
