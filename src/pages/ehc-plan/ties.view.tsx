import { middleDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { bindingLines, type EhcPlan, type PlanLedger } from '#src/modules/ehcp/index.ts';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ehcHref } from './ehc-of-pupil.ts';

type TiesProps = { readonly plan: EhcPlan; readonly ledger: PlanLedger; readonly writes: boolean };

/** Which runs count to which line, and how to change it. */
export function Ties({ plan, ledger, writes }: TiesProps) {
  const home = ehcHref(plan.pupilId);
  const lines = bindingLines(plan);
  const nameOf = new Map(ledger.runs.map(({ runId, name }) => [runId, name]));
  if (lines.length === 0) return null;
  return (
    <Card title="Which provision counts to which line">
      <p class="small quiet">On one day a group counts to one line only, so no session is counted twice.</p>
      <DataTable
        caption="Which provision counts to which line"
        isStacked
        columns={[
          { key: 'line', label: 'Line', isRowHead: true },
          { key: 'runs', label: 'Sessions of' },
          ...(writes ? [{ key: 'deed' as const, label: '' }] : []),
        ]}
        rows={lines.map(({ commitmentId, words }, at) => {
          const mine = ledger.ties.filter((tie) => tie.commitmentId === commitmentId);
          return {
            line: `${at + 1}. ${words.length > 90 ? `${words.slice(0, 88)}…` : words}`,
            runs:
              mine.length === 0 ? (
                <span class="quiet">nothing yet</span>
              ) : (
                mine.map((tie) => (
                  <div key={tie.tieId}>
                    {`${nameOf.get(tie.runId) ?? 'A run'}, from ${middleDate(tie.fromOn)}`}
                    {tie.untilOn !== null && ` until ${middleDate(tie.untilOn)}`}
                    {writes && (
                      <PostForm
                        attempt={noAttempt}
                        action={`${home}/ties/${tie.tieId}/undo`}
                        submit="Count no longer"
                        kind="second"
                      />
                    )}
                  </div>
                ))
              ),
            deed: writes ? <a href={`${home}/lines/${commitmentId}/runs/add`}>Count a group</a> : undefined,
          };
        })}
      />
    </Card>
  );
}
