import type { Tx } from '#src/platform/db/scope.ts';
import { ImpactFigures } from '../domain/impact/impact-figures.ts';

/** What a kind of provision brought in a school year, as it was told last night. */
export type KeptImpact = {
  readonly firstYear: number;
  readonly kindKey: string;
  readonly measureKey: string;
  readonly madeAt: Date;
  readonly figures: ImpactFigures;
};

/** The school's figures of impact, the newest year first: none for those who may not see figures. */
export async function listImpactFigures(tx: Tx): Promise<readonly KeptImpact[]> {
  const rows = await tx
    .selectFrom('impactFigures')
    .select(['firstYear', 'kindKey', 'measureKey', 'madeAt', 'figures'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .orderBy('firstYear', 'desc')
    .orderBy('kindKey')
    .orderBy('measureKey')
    .execute();
  return rows.map((row) => ({ ...row, figures: ImpactFigures.parse(row.figures) }));
}

export type TrustImpact = KeptImpact & { readonly schoolId: string; readonly schoolName: string };

/**
 * The figures that schools of the trust share, this one's among them. A school that shares no more is left out at once,
 * whatever was given before.
 */
export async function listTrustImpact(
  tx: Tx,
  of: { readonly kindKey: string } | null = null,
): Promise<readonly TrustImpact[]> {
  const rows = await tx
    .selectFrom('trustImpactFigures as t')
    .innerJoin('impactSharing as a', 'a.schoolId', 't.ofSchoolId')
    .innerJoin('schools as s', 's.schoolId', 't.ofSchoolId')
    .select([
      't.firstYear',
      't.kindKey',
      't.measureKey',
      't.madeAt',
      't.figures',
      's.schoolId',
      's.name as schoolName',
    ])
    .where('t.schoolId', '=', tx.scope.actor.schoolId)
    .where('a.sharesImpact', '=', true)
    .$if(of !== null, (some) => some.where('t.kindKey', '=', of?.kindKey ?? ''))
    .orderBy('t.kindKey')
    .orderBy('t.measureKey')
    .orderBy('t.firstYear', 'desc')
    .orderBy('s.name')
    .execute();
  return rows.map((row) => ({ ...row, figures: ImpactFigures.parse(row.figures) }));
}
