import { z } from 'zod';
import { type DraftName, draftNames } from '../domain/drafts.ts';

/** Which document is meant; the impact assessment where none is named, null where there is no such document. */
export const DraftSearch = z.object({
  document: z.enum(draftNames).nullable().default('impact_assessment').catch(null),
});

export const draftAddress = (name: DraftName): string => `/school/privacy/draft?document=${name}`;
export const completeAddress = (name: DraftName): string => `/school/privacy/draft/complete?document=${name}`;
