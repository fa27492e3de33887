import type { Tx } from '#src/platform/db/scope.ts';
import { directionOf, domainOf, kindOf } from '../domain/known.ts';
import type { SchoolMeasure } from '../domain/measure.ts';
import { shippedMeasures } from '../domain/shipped-measures.ts';

const asShipped: readonly SchoolMeasure[] = shippedMeasures.map((measure) => ({
  ...measure,
  origin: 'shipped',
  isWithdrawn: false,
  version: 0,
}));

/** Every measure of the school: those that are shipped, changed where the school changed them, and its own. */
export async function listMeasures(tx: Tx): Promise<readonly SchoolMeasure[]> {
  const rows = await tx
    .selectFrom('measures')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .orderBy('name')
    .execute();
  const held = rows.map(
    ({ schoolId: _, recordedAt: __, withdrawnWhy: ___, withdrawnAt, ...row }): SchoolMeasure => ({
      ...row,
      domain: domainOf(row.domain),
      kind: kindOf(row.kind),
      direction: directionOf(row.direction),
      origin: asShipped.some(({ key }) => key === row.key) ? 'changed' : 'own',
      isWithdrawn: withdrawnAt !== null,
    }),
  );
  const byKey = new Map(held.map((measure) => [measure.key, measure]));
  return [
    ...asShipped.map((measure) => byKey.get(measure.key) ?? measure),
    ...held.filter(({ origin }) => origin === 'own'),
  ];
}

/** One measure; null when nothing has this key. */
export async function findMeasure(tx: Tx, key: string): Promise<SchoolMeasure | null> {
  return (await listMeasures(tx)).find((measure) => measure.key === key) ?? null;
}
