import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import { FaceParts, isOffered, layouts, type SchoolTemplate, templatesOf } from '../domain/plan-template.ts';
import { shippedTemplates } from '../domain/shipped-templates.ts';

const Kept = z.object({
  templateKey: z.string(),
  state: z.enum(['own', 'shipped', 'withdrawn']),
  name: z.string(),
  lead: z.string().nullable(),
  layout: z.enum(layouts),
  parts: FaceParts,
  withdrawnWhy: z.string().nullable(),
  version: z.number(),
});

/** Every template of the school, shipped ones first, withdrawn ones among them. */
export async function listPlanTemplates(tx: Tx): Promise<readonly SchoolTemplate[]> {
  const rows = await tx
    .selectFrom('planTemplates')
    .select(['templateKey', 'state', 'name', 'lead', 'layout', 'parts', 'withdrawnWhy', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .execute();
  return templatesOf(shippedTemplates, z.array(Kept).parse(rows));
}

/** Those through which a plan may be looked at. */
export const listOfferedTemplates = async (tx: Tx): Promise<readonly SchoolTemplate[]> =>
  (await listPlanTemplates(tx)).filter(isOffered);

/** One template, withdrawn or not; null when the school has none of this key. */
export const findPlanTemplate = async (tx: Tx, templateKey: string): Promise<SchoolTemplate | null> =>
  (await listPlanTemplates(tx)).find((one) => one.templateKey === templateKey) ?? null;
