import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import { findSenRecord } from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { checkPlan, type QualityRule, qualityRules } from '../domain/plan-quality.ts';
import { type Sorted, sortFindings } from '../domain/set-aside.ts';
import { listSetAside } from '../queries/list-set-aside.ts';
import { loadPlan, OfPupil, type PlanOfPupil } from './plan-of-pupil.ts';

export const OfFinding = OfPupil.extend({ aboutId: z.uuid(), ruleId: z.string().max(40) });

/** A plan, a rule, and what stands of it about one target or the whole plan. */
export type FindingOfPlan = PlanOfPupil & {
  readonly rule: QualityRule;
  readonly open: Sorted['open'][number] | null;
  readonly aside: Sorted['aside'][number] | null;
};

/** Null where there is no such rule, or the id is neither this plan's nor that of one of its targets. */
export async function loadFinding(
  tx: Tx,
  asked: { readonly pupilId: PupilId; readonly aboutId: string; readonly ruleId: string },
): Promise<FindingOfPlan | null> {
  const rule = qualityRules.find(({ id }) => id === asked.ruleId);
  const of = rule === undefined ? null : await loadPlan(tx, asked.pupilId);
  if (of === null || rule === undefined) return null;
  const { plan } = of;
  const isHere =
    plan.planId === asked.aboutId || plan.targets.some(({ targetId }) => targetId === asked.aboutId);
  if (!isHere) return null;
  const sen = await findSenRecord(tx, asked.pupilId);
  const needs = sen === null ? null : sen.needs.map(({ senType }) => senType);
  const sorted = sortFindings(checkPlan(plan, { needs }), await listSetAside(tx, plan.planId));
  return {
    ...of,
    rule,
    open: sorted.open.find((one) => one.aboutId === asked.aboutId && one.rule.id === rule.id) ?? null,
    aside: sorted.aside.find(({ held }) => held.aboutId === asked.aboutId && held.ruleId === rule.id) ?? null,
  };
}
