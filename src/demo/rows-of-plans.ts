import { newId, type PupilId } from '#src/kernel/ids.ts';
import { contentOf, type Plan } from '#src/modules/plans/index.ts';
import type { DemoCycle } from './demo-support-plans.ts';
import type { Rows } from './rows.ts';

/** A pupil's cycles as they are kept: the first first, with the ids of the plan and its targets. */
type Kept = {
  readonly plan: Plan;
  readonly cycle: DemoCycle;
  readonly carriedFrom: readonly (string | null)[];
};

function keep(pupilId: PupilId, cycles: readonly DemoCycle[]): readonly Kept[] {
  let before: Plan['targets'] = [];
  return cycles.map((cycle) => {
    const targets = cycle.targets.map((target) => ({ ...target, targetId: newId(), version: 1 }));
    const carriedFrom = targets.map(({ isCarried, words }) =>
      isCarried ? (before.find((one) => one.words === words)?.targetId ?? null) : null,
    );
    before = targets;
    const sections = cycle.sections.map((one) => ({ ...one, version: 1 }));
    return {
      plan: { ...cycle, planId: newId(), pupilId, version: 1, sections, targets },
      cycle,
      carriedFrom,
    };
  });
}

export type PupilCycles = { readonly pupilId: PupilId; readonly cycles: readonly DemoCycle[] };

/** Made-up plans as rows of many tables, in the order of their foreign keys, with the event of each step. */
export function planRows(all: readonly PupilCycles[], issuedBy: string | null): Rows {
  const byPupil = all.map(({ pupilId, cycles }) => keep(pupilId, cycles));
  const kept = byPupil.flat();
  return {
    plans: byPupil.flatMap((cycles) =>
      cycles.map(({ plan, cycle }, at) => ({
        planId: plan.planId,
        pupilId: plan.pupilId,
        cycle: plan.cycle,
        followsPlanId: cycles[at - 1]?.plan.planId ?? null,
        state: plan.state,
        begunOn: plan.begunOn,
        reviewOn: plan.reviewOn,
        sharedOn: plan.sharedOn,
        sharedWith: plan.sharedWith,
        issuedOn: plan.issuedOn,
        reviewedOn: cycle.reviewedOn,
      })),
    ),
    planSections: kept.flatMap(({ plan: { planId, pupilId, sections } }) =>
      sections.map(({ kind, words, mark }) => ({ planId, pupilId, kind, words, mark })),
    ),
    planTargets: kept.flatMap(({ plan: { planId, pupilId, targets }, carriedFrom }) =>
      targets.map(({ targetId, area, words, baseline, success, byOn, position }, at) => ({
        ...{ targetId, planId, pupilId, area, words, baseline, success, byOn, position },
        carriedFromId: carriedFrom[at] ?? null,
      })),
    ),
    planStrategies: kept.flatMap(({ plan: { pupilId, targets } }) =>
      targets.flatMap(({ targetId, strategies }) =>
        strategies.map((one, at) => ({ targetId, pupilId, position: at + 1, ...one })),
      ),
    ),
    targetReviews: kept.flatMap(({ plan: { planId, pupilId, targets }, cycle }) =>
      targets.flatMap(({ targetId, review }) =>
        review === null ? [] : [{ targetId, planId, pupilId, ...review, reviewedOn: cycle.reviewedOn ?? '' }],
      ),
    ),
    planVersions: kept.flatMap(({ plan }) =>
      plan.issuedOn === null
        ? []
        : [
            {
              ...{ pupilId: plan.pupilId, planId: plan.planId, number: plan.cycle, issuedBy },
              issuedOn: plan.issuedOn,
              content: JSON.stringify(contentOf(plan)),
            },
          ],
    ),
    events: kept.flatMap(eventsOf),
  };
}

function eventsOf({ plan, cycle }: Kept): NonNullable<Rows['events']>[number][] {
  const { cycle: turn } = plan;
  const step = (type: string, on: string | null, changes: Readonly<Record<string, unknown>>) =>
    on === null
      ? []
      : [
          {
            ...{ eventId: newId(), at: `${on}T15:10:00Z`, type, role: 'program', pupilId: plan.pupilId },
            ...{ subjectId: plan.planId, changes: JSON.stringify(changes), audience: 'plans' },
          },
        ];
  return [
    ...step('PlanBegun', plan.begunOn, { cycle: { before: turn === 1 ? null : turn - 1, after: turn } }),
    ...step('PlanShared', plan.sharedOn, {
      sharedOn: { before: null, after: plan.sharedOn },
      sharedWith: { before: null, after: plan.sharedWith },
      reviewOn: { before: null, after: plan.reviewOn },
    }),
    ...step('PlanIssued', plan.issuedOn, { number: { before: turn === 1 ? null : turn - 1, after: turn } }),
    ...step(
      'PlanReviewed',
      cycle.reviewedOn,
      Object.fromEntries(
        plan.targets.map(({ targetId, review }) => [
          targetId,
          { before: null, after: review === null ? null : `${review.rating} · ${review.decision}` },
        ]),
      ),
    ),
  ];
}
