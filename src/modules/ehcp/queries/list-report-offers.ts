import { findPlanAtWork, type Plan, type Section } from '#src/modules/plans/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Review, type ReviewCapacity, reviewCapacityWords } from '../domain/review/review.ts';

/** Words of the record that a part of a report can begin with, and whose they are. */
export type ReportOffer = { readonly from: string; readonly words: string };
export type ReportOffers = Readonly<Record<string, readonly ReportOffer[]>>;

/** Which part of the report the words of somebody invited belong to; what nobody can place goes to what is working. */
const partOfCapacity: Readonly<Partial<Record<ReviewCapacity, string>>> = {
  pupil: 'childViews',
  young_person: 'childViews',
  parent: 'parentViews',
  health: 'health',
  social_care: 'care',
  care_team: 'care',
};

/**
 * What is on record already about the parts of a report: the words of those invited, and the views and targets of the plan at
 * work. Nothing is typed twice; nothing stands in the report before somebody saved it.
 */
export async function listReportOffers(tx: Tx, review: Review): Promise<ReportOffers> {
  const plan = await findPlanAtWork(tx, review.pupilId);
  const said = review.people.flatMap(({ capacity, name, advice }) => {
    const words = advice?.words ?? null;
    return words === null
      ? []
      : [
          {
            part: partOfCapacity[capacity] ?? 'working',
            from: `${name}, ${reviewCapacityWords[capacity].toLowerCase()}`,
            words,
          },
        ];
  });
  const all = [...said, ...(plan === null ? [] : ofPlan(plan))];
  const parts = Map.groupBy(all, ({ part }) => part);
  return Object.fromEntries(
    [...parts].map(([part, offers]) => [part, offers.map(({ from, words }) => ({ from, words }))]),
  );
}

const partOfSection: Readonly<Partial<Record<Section['kind'], string>>> = {
  pupil_views: 'childViews',
  parent_views: 'parentViews',
};

function ofPlan({ sections, targets, cycle }: Plan) {
  const from = `Plan, cycle ${cycle}`;
  const views = sections.flatMap(({ kind, words }) => {
    const part = partOfSection[kind];
    return part === undefined || words === null ? [] : [{ part, from, words }];
  });
  const aims = targets.map(({ words, baseline, success }) =>
    [
      words,
      baseline === null ? null : `from: ${baseline}`,
      success === null ? null : `reached when: ${success}`,
    ]
      .filter((part) => part !== null)
      .join('; '),
  );
  return aims.length === 0 ? views : [...views, { part: 'targets', from, words: aims.join('\n') }];
}
