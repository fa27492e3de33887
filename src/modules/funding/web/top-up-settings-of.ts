import { z } from 'zod';
import { type Authority, listAuthorities } from '#src/modules/ehcp/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { TopUpSettings } from '../domain/bid-settings.ts';
import { listTopUpSettings, topUpSettingsOf } from '../queries/list-top-up-settings.ts';

export const OfAuthority = z.object({ authorityId: z.uuid() });
export const settingsHref = (authorityId: string): string => `/school/authorities/${authorityId}/top-up`;
export const aboutNobody = { none: 'It shows what an authority does, no pupil' } as const;

export type SettingsSubject = { readonly authority: Authority; readonly settings: TopUpSettings };

/** What is kept of an authority's top-up; null where the school does not work with it. */
export async function loadSettings(
  tx: Tx,
  { authorityId }: { authorityId: string },
): Promise<SettingsSubject | null> {
  const { authorities, settings } = await tx.scope.together({
    authorities: (one: Tx) => listAuthorities(one),
    settings: listTopUpSettings,
  });
  const authority = authorities.find((one) => one.authorityId === authorityId);
  return authority === undefined ? null : { authority, settings: topUpSettingsOf(settings, authorityId) };
}

export const staleSetting = 'Somebody changed this while you had it open. Look at it as it stands now.';
