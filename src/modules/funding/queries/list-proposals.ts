import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { Effect } from '../domain/what-if.ts';

export type Proposal = {
  readonly budgetProposalId: string;
  readonly pupilId: PupilId | null;
  readonly title: string;
  readonly words: string | null;
  readonly firstYear: number;
  readonly effect: Effect;
  /** The day of which the effect is. */
  readonly stoodOn: SchoolDate;
  readonly madeBy: PersonId;
  readonly madeByName: string;
  readonly isSent: boolean;
  readonly taskId: string | null;
  readonly decision: 'accepted' | 'refused' | null;
  readonly decidedWhy: string | null;
  readonly decidedByName: string | null;
  readonly decidedOn: SchoolDate | null;
  readonly version: number;
};

/** The proposals that stand, the newest first; or the one of an id. */
export async function listProposals(
  tx: Tx,
  budgetProposalId: string | null = null,
): Promise<readonly Proposal[]> {
  const rows = await tx
    .selectFrom('budgetProposals as p')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'p.schoolId').onRef('m.personId', '=', 'p.madeBy'),
    )
    .leftJoin('members as d', (join) =>
      join.onRef('d.schoolId', '=', 'p.schoolId').onRef('d.personId', '=', 'p.decidedBy'),
    )
    .selectAll('p')
    .select(['m.knownAs as madeByName', 'd.knownAs as decidedByName'])
    .where('p.schoolId', '=', tx.scope.actor.schoolId)
    .where('p.withdrawnAt', 'is', null)
    .$if(budgetProposalId !== null, (query) => query.where('p.budgetProposalId', '=', budgetProposalId))
    .orderBy('p.recordedAt', 'desc')
    .orderBy('p.budgetProposalId', 'desc')
    .execute();
  return rows.map((row) => ({
    budgetProposalId: row.budgetProposalId,
    pupilId: row.pupilId === null ? null : PupilId.parse(row.pupilId),
    title: row.title,
    words: row.words,
    firstYear: row.firstYear,
    effect: Effect.parse(row.effect),
    stoodOn: schoolDate(row.stoodOn),
    madeBy: PersonId.parse(row.madeBy),
    madeByName: row.madeByName ?? 'Somebody who left',
    isSent: row.sentAt !== null,
    taskId: row.taskId,
    decision: row.decision === 'accepted' || row.decision === 'refused' ? row.decision : null,
    decidedWhy: row.decidedWhy,
    decidedByName: row.decidedByName,
    decidedOn: row.decidedOn === null ? null : schoolDate(row.decidedOn),
    version: row.version,
  }));
}

/** One proposal, or null. */
export const findProposal = async (tx: Tx, budgetProposalId: string): Promise<Proposal | null> =>
  (await listProposals(tx, budgetProposalId))[0] ?? null;
