import { addDays } from '#src/kernel/dates.ts';
import { newId, type PersonId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { listColleagues } from '#src/modules/identity/index.ts';
import { addTask, findTaskToChange, finishTask } from '#src/modules/tasks/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { budgetEvents } from '../domain/budget.events.ts';
import type { Effect } from '../domain/what-if.ts';
import type { Proposal } from '../queries/list-proposals.ts';

const record = recorder(budgetEvents);
const daysToDecide = 14;

const ofProposal = ({ budgetProposalId, pupilId }: Pick<Proposal, 'budgetProposalId' | 'pupilId'>) => ({
  audience: 'finance' as const,
  subjectId: budgetProposalId,
  ...(pupilId === null ? {} : { pupilId }),
});

export type NewProposal = {
  readonly title: string;
  readonly words: string | null;
  readonly firstYear: number;
  readonly effect: Effect;
  readonly pupilId: PupilId | null;
};

/** Keeps what would be, with its effect as it stands today. Something must be otherwise. */
export async function makeProposal(tx: Tx, given: NewProposal): Promise<Result<string, 'nothing'>> {
  const { actor, clock, today } = tx.scope;
  const { effect, ...rest } = given;
  if (effect.lines.length === 0 || actor.personId === null) return refused('nothing');
  const budgetProposalId = newId(clock.now().getTime());
  await tx
    .insertInto('budgetProposals')
    .values({
      schoolId: actor.schoolId,
      budgetProposalId,
      ...rest,
      effect: JSON.stringify(effect),
      stoodOn: today,
      madeBy: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'BudgetProposalMade',
    ...ofProposal({ budgetProposalId, pupilId: given.pupilId }),
    changes: { title: { before: null, after: given.title } },
  });
  return done(budgetProposalId);
}

type Set = Readonly<Record<string, string | Date | null>>;

/** Changes a proposal that stands as it was read; false where somebody was quicker. */
async function amend(tx: Tx, { budgetProposalId }: Proposal, version: number, set: Set): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('budgetProposals')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('budgetProposalId', '=', budgetProposalId)
    .where('version', '=', version)
    .where('decision', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const taskOf = (ownerPersonId: PersonId, title: string, details: string) => ({
  pupilId: null,
  ownerPersonId,
  title,
  details,
  origin: 'by_hand' as const,
  audience: 'leaders' as const,
});

const addressOf = ({ budgetProposalId }: Proposal): string => `/budget/proposals/${budgetProposalId}`;

/** Sends a proposal to the head, as a task for two weeks. */
export async function sendProposal(
  tx: Tx,
  proposal: Proposal,
): Promise<Result<null, 'sent_already' | 'nobody' | 'stale' | 'not_yours'>> {
  if (proposal.isSent) return refused('sent_already');
  const { actor, clock, today } = tx.scope;
  if (!actor.permissions.has('task.own')) return refused('not_yours');
  const [head] = await listColleagues(tx, { permission: 'budget.decide', pupilId: null });
  if (head === undefined) return refused('nobody');
  const words = `${proposal.title}. It waits under Insight, Proposals: ${addressOf(proposal)}`;
  const task = taskOf(head.personId, 'Decide on a proposal for the budget', words);
  const taskId = await addTask(tx, { ...task, dueOn: addDays(today, daysToDecide) });
  if (!(await amend(tx, proposal, proposal.version, { sentAt: clock.now(), taskId })))
    return refused('stale');
  await record(tx, { type: 'BudgetProposalSent', ...ofProposal(proposal) });
  return done(null);
}

/** The head accepts or refuses, with the reason; whoever sent the proposal is told by a task. */
export async function decideProposal(
  tx: Tx,
  proposal: Proposal,
  given: { readonly decision: 'accepted' | 'refused'; readonly why: string; readonly version: number },
): Promise<Result<null, 'not_sent' | 'stale'>> {
  if (!proposal.isSent) return refused('not_sent');
  const { actor, today } = tx.scope;
  const { decision, why: decidedWhy, version } = given;
  const set = { decision, decidedWhy, decidedBy: actor.personId, decidedOn: today };
  if (!(await amend(tx, proposal, version, set))) return refused('stale');
  const words = `${proposal.title}: ${decision}. ${decidedWhy} ${addressOf(proposal)}`;
  const sentBy = (await closeTask(tx, proposal, decision)) ?? proposal.madeBy;
  await addTask(tx, taskOf(sentBy, `A proposal for the budget was ${decision}`, words));
  await record(tx, {
    type: 'BudgetProposalDecided',
    ...ofProposal(proposal),
    why: decidedWhy,
    changes: { decision: { before: null, after: decision } },
  });
  return done(null);
}

/** The head's own task is done with the decision, if it is still there to do. Returns who gave it. */
async function closeTask(tx: Tx, { taskId }: Proposal, outcome: string): Promise<PersonId | null> {
  const task = taskId === null ? null : await findTaskToChange(tx, taskId);
  if (task !== null && task.doneOn === null) await finishTask(tx, { task, outcome });
  return task?.givenByPersonId ?? null;
}

/** Takes a proposal back that is not decided, with the reason. */
export async function withdrawProposal(
  tx: Tx,
  proposal: Proposal,
  given: { readonly why: string; readonly version: number },
): Promise<Result<null, 'stale'>> {
  const set = { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: given.why };
  if (!(await amend(tx, proposal, given.version, set))) return refused('stale');
  await closeTask(tx, proposal, 'The proposal was taken back');
  await record(tx, { type: 'BudgetProposalWithdrawn', ...ofProposal(proposal), why: given.why });
  return done(null);
}
