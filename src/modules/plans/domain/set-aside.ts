import type { Finding } from './plan-quality.ts';

/** A finding that somebody set aside for one plan. */
export type SetAside = {
  readonly aboutId: string;
  readonly ruleId: string;
  readonly why: string;
  readonly lookedAt: string;
  readonly byName: string | null;
  readonly version: number;
};

export type Sorted = {
  readonly open: readonly Finding[];
  readonly aside: readonly { readonly finding: Finding; readonly held: SetAside }[];
};

/** What is still to be looked at, and what was set aside while what the rule looked at is as it was. */
export function sortFindings(findings: readonly Finding[], held: readonly SetAside[]): Sorted {
  const heldFor = ({ aboutId, rule, lookedAt }: Finding) =>
    held.find((one) => one.aboutId === aboutId && one.ruleId === rule.id && one.lookedAt === lookedAt);
  return {
    open: findings.filter((finding) => heldFor(finding) === undefined),
    aside: findings.flatMap((finding) => {
      const found = heldFor(finding);
      return found === undefined ? [] : [{ finding, held: found }];
    }),
  };
}
