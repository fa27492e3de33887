import { describe, expect, it } from 'vitest';
import { loadCases } from '#src/demo/load-cases.ts';
import { type LoadedSchool, loadPeople, loadSchool, loadTrust } from '#src/demo/load-demo.ts';
import { loadEhcPlans } from '#src/demo/load-ehc-plans.ts';
import { loadProvision } from '#src/demo/load-provision.ts';
import { loadWeek } from '#src/demo/load-week.ts';
import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import { programActor } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { breaches } from '#src/modules/deployment/domain/placement/check.ts';
import { getWeek } from '#src/modules/deployment/index.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { scopeOf } from '#src/platform/program.ts';
import { program, testToday } from '../worker-database.ts';

describe('the demo', () => {
  it('has a week in every school in which nobody is in two places, and no rule is broken', async () => {
    const trust = makeDemoTrust({ seed: 1, today: schoolDate(testToday), schools: 2, pupils: 210 });
    const trustId = await loadTrust(program, trust);
    const loaded = new Map<string, LoadedSchool>();
    for (const school of trust.schools) loaded.set(school.urn, await loadSchool(program, school, trustId));
    const few = trust.people.filter(({ email }) => /^(senco|head|teacher|ta)@/.test(email));
    await loadPeople(program, few, { schools: loaded, trustId, password: 'unused words of nobody' });
    for (const load of [loadProvision, loadCases, loadEhcPlans, loadWeek])
      await load(program, loaded.values());
    for (const { schoolId } of loaded.values()) {
      const week = await inScope(scopeOf(program), programActor(schoolId), (tx) =>
        getWeek(tx, tx.scope.today),
      );
      expect(week.placements.length).toBeGreaterThan(40);
      expect(week.fixedIds.size).toBeGreaterThan(5);
      expect(breaches(week, week.placements).map(({ kind, words }) => `${kind}: ${words}`)).toEqual([]);
    }
  });
});
