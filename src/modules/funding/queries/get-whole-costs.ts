import { PupilId } from '#src/kernel/ids.ts';
import { getYearCosts, type YearCosts } from '#src/modules/provision/index.ts';
import type { AcademicYear } from '#src/modules/school/index.ts';
import { seeingAll, type Tx } from '#src/platform/db/scope.ts';
import type { BudgetYear } from '../domain/budget-year.ts';

export type WholeCosts = {
  /** Null while the school has entered no such academic year. */
  readonly costs: YearCosts | null;
  /** Who holds a place in a unit or resourced provision today. */
  readonly byPlace: ReadonlySet<PupilId>;
};

/**
 * What each pupil's provision costs in a year, and who is funded by place. Who is in which group, and whose place it is, are
 * behind other walls than money; what they cost is money. So it is reckoned from all of it, and whoever sees costs is told
 * the same figures: SENCO, head and finance. No session and no need is shown by it.
 */
export const getWholeCosts = (
  tx: Tx,
  years: readonly AcademicYear[],
  year: BudgetYear,
): Promise<WholeCosts> =>
  seeingAll(tx, async () => {
    const { actor, today } = tx.scope;
    const rows = await tx
      .selectFrom('specialPlaces')
      .select('pupilId')
      .where('schoolId', '=', actor.schoolId)
      .where('fromOn', '<=', today)
      .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
      .execute();
    return {
      costs: await getYearCosts(tx, years, year),
      byPlace: new Set(rows.map(({ pupilId }) => PupilId.parse(pupilId))),
    };
  });
