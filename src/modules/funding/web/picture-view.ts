import type { PupilId } from '#src/kernel/ids.ts';
import type { YearCosts } from '#src/modules/provision/index.ts';
import { getSchool, listYears } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Budget, budgetOf } from '../domain/budget.ts';
import type { BudgetYear } from '../domain/budget-year.ts';
import { type Picture, type PupilProof, pictureOf, proofOf, topUpOf } from '../domain/picture.ts';
import { getWholeCosts } from '../queries/get-whole-costs.ts';
import { listBudgetLines } from '../queries/list-budget-lines.ts';
import { yearAsked } from './budget-view.ts';

export type PictureView = {
  readonly year: BudgetYear;
  readonly budget: Budget;
  /** Null while the school has entered no such academic year. */
  readonly costs: YearCosts | null;
  readonly picture: Picture;
  /** Null where the whole school is funded by place. */
  readonly proof: {
    readonly pupils: readonly PupilProof[];
    readonly byPlace: number;
    readonly elsewhere: number;
  } | null;
};

const byPlaceAlone: readonly string[] = ['special', 'alternative'];

/** Income of an academic year beside what its provision costs; null where the address names no academic year. */
export async function loadPicture(tx: Tx, key: string): Promise<PictureView | null> {
  const year = yearAsked(tx, key, 'academic');
  if (year === null || year.kind !== 'academic') return null;
  const { school, years, lines } = await tx.scope.together({
    school: getSchool,
    years: listYears,
    lines: (part) => listBudgetLines(part, year),
  });
  const { costs, byPlace } = await getWholeCosts(tx, years, year);
  const budget = budgetOf(lines, year, tx.scope.today);
  const shares = costs?.shares ?? [];
  const isByPlace = byPlaceAlone.includes(school.phase);
  return {
    year,
    budget,
    costs,
    picture: pictureOf(budget.groups, shares),
    proof: isByPlace ? null : proofWith(byPlace, shares, costs, budget),
  };
}

function proofWith(
  byPlace: ReadonlySet<PupilId>,
  shares: YearCosts['shares'],
  costs: YearCosts | null,
  budget: Budget,
): PictureView['proof'] {
  const given = { thresholdPence: costs?.thresholdPence ?? 0, topUps: topUpOf(budget.groups), byPlace };
  return { ...proofOf(shares, given), byPlace: byPlace.size };
}

export const pictureHref = ({ key }: Pick<BudgetYear, 'key'>): string => `/budget/picture?year=${key}`;
export const proofHref = (pupilId: PupilId, { key }: Pick<BudgetYear, 'key'>): string =>
  `/budget/picture/pupils/${pupilId}?year=${key}`;

/** What a pupil is called on a page of money. */
export const nameIn = (costs: YearCosts | null, pupilId: PupilId): string => {
  const pupil = costs?.pupils.get(pupilId);
  return pupil === undefined ? 'A pupil without provision' : `${pupil.surname}, ${pupil.forename}`;
};
