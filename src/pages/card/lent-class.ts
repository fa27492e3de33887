import { z } from 'zod';
import { GroupId } from '#src/kernel/ids.ts';
import { type CardLink, listCardLinks } from '#src/modules/plans/index.ts';
import { type ClassOfToday, listClasses } from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export const OfClass = z.object({ groupId: GroupId });
export const OfLink = OfClass.extend({ cardLinkId: z.uuid() });

/** A class that the actor may lend the card of, and its links of today and later. */
export type LentClass = { readonly group: ClassOfToday; readonly links: readonly CardLink[] };

/** Null where the class is not the actor's to open. */
export async function findLentClass(tx: Tx, groupId: GroupId): Promise<LentClass | null> {
  const [group] = await listClasses(tx, groupId);
  return group === undefined ? null : { group, links: await listCardLinks(tx, group.groupId) };
}

export async function findLentLink(
  tx: Tx,
  { groupId, cardLinkId }: z.output<typeof OfLink>,
): Promise<(LentClass & { readonly link: CardLink }) | null> {
  const lent = await findLentClass(tx, groupId);
  const link = lent?.links.find((one) => one.cardLinkId === cardLinkId);
  return lent === null || link === undefined ? null : { ...lent, link };
}

export const lendHref = (groupId: GroupId): string => `/classes/${groupId}/card/lend`;
