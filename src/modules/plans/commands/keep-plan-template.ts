import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { FaceTemplate, KeptTemplate, SchoolTemplate } from '../domain/plan-template.ts';
import { plansEvents } from '../domain/plans.events.ts';

const record = recorder(plansEvents);

export type TemplateSet = Pick<FaceTemplate, 'name' | 'lead' | 'layout' | 'parts'>;
type Kept = TemplateSet & Pick<KeptTemplate, 'state' | 'withdrawnWhy'>;

/** What of a template is compared and recorded. Headings of the parts, in order, tell the parts. */
const told = ({ name, lead, layout, parts }: TemplateSet) => ({
  name,
  lead,
  layout,
  parts: parts.map(({ part, heading }) => `${part}: ${heading}`).join('\n'),
});

/** Adds a template of the school's own. Returns its key. */
export async function addPlanTemplate(tx: Tx, set: TemplateSet): Promise<string> {
  const templateKey = newId(tx.scope.clock.now().getTime());
  await insert(tx, { templateKey, set: { ...set, state: 'own', withdrawnWhy: null } });
  await record(tx, {
    type: 'PlanTemplateChanged',
    audience: 'leaders',
    changes: changesBetween({}, { template: templateKey, ...told(set) }),
  });
  return templateKey;
}

/** Changes a template as it was read. The same again changes nothing. */
export async function changePlanTemplate(
  tx: Tx,
  template: SchoolTemplate,
  set: TemplateSet,
): Promise<Result<null, 'stale'>> {
  const changes = changesBetween(told(template), told(set));
  if (nothingChanged(changes)) return done(null);
  const { withdrawnWhy } = template;
  const state = withdrawnWhy === null ? 'own' : 'withdrawn';
  if (!(await keep(tx, template, { ...set, state, withdrawnWhy }))) return refused('stale');
  const { templateKey } = template;
  await record(tx, {
    type: 'PlanTemplateChanged',
    audience: 'leaders',
    changes: { template: { before: templateKey, after: templateKey }, ...changes },
  });
  return done(null);
}

/** Takes a template away from what is offered, with a reason. Plans stay as they are. */
export async function withdrawPlanTemplate(
  tx: Tx,
  template: SchoolTemplate,
  why: string,
): Promise<Result<null, 'stale'>> {
  if (!(await keep(tx, template, { ...template, state: 'withdrawn', withdrawnWhy: why }))) {
    return refused('stale');
  }
  await record(tx, {
    type: 'PlanTemplateWithdrawn',
    audience: 'leaders',
    why,
    changes: { template: { before: template.templateKey, after: null } },
  });
  return done(null);
}

/** Offers a withdrawn template again, or takes a changed one back to the shipped one. */
export async function restorePlanTemplate(tx: Tx, template: SchoolTemplate): Promise<Result<null, 'stale'>> {
  const isWithdrawn = template.withdrawnWhy !== null;
  const goesBack = template.origin !== 'own' && !isWithdrawn;
  const state = goesBack ? 'shipped' : 'own';
  if (!(await keep(tx, template, { ...template, state, withdrawnWhy: null }))) return refused('stale');
  await record(tx, {
    type: 'PlanTemplateRestored',
    audience: 'leaders',
    changes: {
      template: { before: isWithdrawn ? null : template.templateKey, after: template.templateKey },
      name: { before: template.name, after: goesBack ? null : template.name },
    },
  });
  return done(null);
}

const rowOf = ({ state, name, lead, layout, parts, withdrawnWhy }: Kept) => ({
  state,
  name,
  lead,
  layout,
  parts: JSON.stringify(parts),
  withdrawnWhy,
});

async function insert(tx: Tx, { templateKey, set }: { templateKey: string; set: Kept }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('planTemplates')
    .values({ schoolId: tx.scope.actor.schoolId, templateKey, ...rowOf(set) })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** False when somebody else saved this template since it was read. */
async function keep(tx: Tx, { templateKey, version }: SchoolTemplate, set: Kept): Promise<boolean> {
  if (version === 0) return insert(tx, { templateKey, set });
  const { numUpdatedRows } = await tx
    .updateTable('planTemplates')
    .set({ ...rowOf(set), version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('templateKey', '=', templateKey)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
