import { may } from '#src/kernel/access.ts';
import { longDate, middleDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { isOfTrustOnly } from '#src/modules/identity/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { AudienceTag } from '#src/ui/audience-tag.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { type Column, DataTable, type Row, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { TrustLine } from '#src/ui/trust-line.tsx';
import { latestOf, mustTellParents, ownSource, statusWords } from '../domain/sen-status.ts';
import { mayUndo } from '../domain/status-change.ts';
import type { SenRecord, StatusEntry } from '../queries/find-sen-record.ts';
import { loadPupil, OfPupil, pupilWords } from './pupil-of-register.ts';

const columns: readonly Column<'status' | 'from' | 'until' | 'reason' | 'told' | 'source' | 'deed'>[] = [
  { key: 'status', label: 'Status', isRowHead: true },
  { key: 'from', label: 'From' },
  { key: 'until', label: 'Until' },
  { key: 'reason', label: 'Reason' },
  { key: 'told', label: 'Parents told' },
  { key: 'source', label: 'Source', isQuiet: true },
  { key: 'deed', label: '' },
];

const pathTo = (record: SenRecord, entry: StatusEntry, deed: string) =>
  `/pupils/${record.pupilId}/status/${entry.statusId}/${deed}`;

const sourceWords = ({ source, sourceOn, recordedOn }: StatusEntry): string =>
  source === ownSource ? `Sendero, ${middleDate(recordedOn)}` : `${source}, ${middleDate(sourceOn)}`;

function toldWords({ status, parentsToldOn }: StatusEntry): string {
  if (parentsToldOn !== null) return longDate(parentsToldOn);
  return mustTellParents(status) ? 'Not recorded' : '–';
}

function rowOf(
  record: SenRecord,
  entry: StatusEntry,
  mayChange: boolean,
): Row<(typeof columns)[number]['key']> {
  const isWithdrawn = entry.withdrawnAt !== null;
  const status = statusWords(entry);
  return {
    status: (
      <>
        {isWithdrawn ? <s>{status}</s> : status} <AudienceTag audience={entry.audience} />
      </>
    ),
    from: longDate(entry.fromOn),
    until: entry.untilOn === null ? 'now' : longDate(entry.untilOn),
    reason: isWithdrawn ? (
      <>
        Withdrawn: {entry.withdrawnWhy}
        {entry.reason !== null && <span class="why">{entry.reason}</span>}
      </>
    ) : (
      (entry.reason ?? '–')
    ),
    told: toldWords(entry),
    source: sourceWords(entry),
    deed:
      mayChange && !isWithdrawn ? (
        <a href={pathTo(record, entry, 'withdraw')}>
          Withdraw<span class="govuk-visually-hidden">{` ${status} from ${longDate(entry.fromOn)}`}</span>
        </a>
      ) : (
        ''
      ),
  };
}

/** Every status that a pupil had, with reason and source, withdrawn ones struck through. */
export default page({
  path: '/pupils/:pupilId/status/history',
  params: OfPupil,
  may: 'register.read',
  section: 'Pupils',
  title: 'SEN statuses',
  load: async ({ tx, params }) => {
    const pupil = await loadPupil(tx, params.pupilId);
    return pupil === null ? null : { ...pupil, today: tx.scope.today };
  },
  about: ({ line }) => [line.pupilId],
  view: ({ subject: { line, record, today }, actor }) => {
    const mayChange = may(actor, 'register.change');
    const all = [...record.statuses, ...record.withdrawn].sort((one, other) =>
      one.fromOn < other.fromOn ? 1 : -1,
    );
    const latest = latestOf(record.statuses);
    const undoable = mayChange && latest !== null && mayUndo(latest, today) ? latest : null;
    return (
      <>
        <BackLink href="/pupils">Back to the register</BackLink>
        <TrustLine isShown={isOfTrustOnly(actor.roles)} />
        <PageHead
          title="SEN statuses"
          lead={<a href={`/pupils/${line.pupilId}`}>{pupilWords(line)}</a>}
          actions={
            mayChange && (
              <>
                {line.status !== 'none' && (
                  <LinkButton href={`/pupils/${line.pupilId}/parents-told`} kind="second">
                    Parents told
                  </LinkButton>
                )}
                <LinkButton href={`/pupils/${line.pupilId}/status`}>Change status</LinkButton>
              </>
            )
          }
        />
        {undoable !== null && (
          <PostForm
            action={pathTo(record, undoable, 'undo')}
            attempt={noAttempt}
            submit="Undo today's change"
            kind="second"
          />
        )}
        {all.length === 0 ? (
          <EmptyState title="No SEN status is on record">
            <p>A pupil without one counts as having no SEN.</p>
          </EmptyState>
        ) : (
          <Sheet label="SEN statuses">
            <DataTable
              caption="SEN statuses, the latest first"
              columns={columns}
              rows={all.map((entry) => rowOf(record, entry, mayChange))}
            />
          </Sheet>
        )}
      </>
    );
  },
});
