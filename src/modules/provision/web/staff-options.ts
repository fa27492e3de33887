import type { Option } from '#src/kernel/form.ts';
import { listStaff } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** Those who work at the school today, as a list to choose from. */
export async function staffOptions(tx: Tx): Promise<readonly Option[]> {
  const staff = await listStaff(tx, tx.scope.today);
  return staff.map(({ staffId, surname, forename, post }) => ({
    value: staffId,
    label: `${surname}, ${forename} · ${post}`,
  }));
}
