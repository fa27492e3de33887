import { z } from 'zod';
import type { Member } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  bindingLines,
  doseInWords,
  type EhcPlan,
  findLedger,
  type LineAccount,
  lossesInWords,
  type PlanLedger,
  sumAccounts,
} from '#src/modules/ehcp/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { fullName } from '../pupil/pupil-head.ts';
import { type EhcOfPupil, loadEhc, madeBy } from './ehc-of-pupil.ts';

/** `?period=half:2026-09-02`; what is not known is the half-term of today. */
export const LedgerSearch = z.object({ period: z.string().max(40).optional().catch(undefined) });

export type LedgerPaper = EhcOfPupil & {
  readonly ledger: PlanLedger;
  readonly title: string;
  readonly name: string;
  readonly shows: string;
  readonly footer: string;
  readonly rows: readonly LedgerRow[];
  readonly whole: LineAccount;
};

type LedgerRow = {
  readonly words: string;
  readonly promised: string;
  readonly account: LineAccount;
  readonly reasons: string;
};

/** The lines of F that bind now, or that bound in the period, each with its account. */
export function rowsOf(plan: EhcPlan, ledger: PlanLedger): readonly LedgerRow[] {
  const now = bindingLines(plan);
  const known = new Set(now.map(({ commitmentId }) => commitmentId));
  const past = plan.versions
    .toReversed()
    .filter(({ kind }) => kind !== 'draft')
    .flatMap(({ lines }) => lines)
    .filter(({ commitmentId }) => {
      const account = ledger.byLine.get(commitmentId);
      const counts = account !== undefined && ((account.owed ?? 0) > 0 || account.sessions > 0);
      if (known.has(commitmentId) || !counts) return false;
      known.add(commitmentId);
      return true;
    });
  return [...now, ...past].flatMap((line) => {
    const account = ledger.byLine.get(line.commitmentId);
    if (account === undefined) return [];
    const reasons = lossesInWords(account).join('; ');
    return [{ words: line.words, promised: doseInWords(line), account, reasons }];
  });
}

/** What a file of the ledger is made of. */
export async function loadLedgerPaper(
  tx: Tx,
  actor: Member,
  { pupilId, period = '' }: { readonly pupilId: PupilId; readonly period: string | undefined },
): Promise<LedgerPaper | null> {
  const found = await loadEhc(tx, pupilId);
  if (found === null) return null;
  const ledger = await findLedger(tx, found.plan, period);
  const rows = rowsOf(found.plan, ledger);
  return {
    ...found,
    ledger,
    rows,
    whole: sumAccounts(rows.map(({ account }) => account)),
    title: 'What Section F owes and what was given',
    name: fullName(found.pupil),
    shows:
      ledger.period === null
        ? 'No terms are entered'
        : `${ledger.period.label}, until ${longDate(tx.scope.today)} at the latest`,
    footer: madeBy(tx, actor),
  };
}
