import { z } from 'zod';
import { StaffId } from '#src/kernel/ids.ts';
import { getStaffMember, staffName } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { readAdults } from '../queries/read-week.ts';

export const OfAdult = z.object({ staffId: StaffId });
export const adultHref = (staffId: string): string => `/team/adults/${staffId}`;

/** An adult of the school with their week of today, where it is set. */
export async function loadAdult(tx: Tx, { staffId }: { readonly staffId: StaffId }) {
  const member = await getStaffMember(tx, staffId);
  const held = (await readAdults(tx, tx.scope.today)).find((one) => one.staffId === staffId) ?? null;
  return { staffId, name: staffName(member), held, today: tx.scope.today };
}
