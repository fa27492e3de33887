import { beforeAll, describe, expect, it } from 'vitest';
import { loadCases } from '#src/demo/load-cases.ts';
import { loadSchool, loadTrust } from '#src/demo/load-demo.ts';
import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import { listCaseClocks, listCases } from '#src/modules/ehcp/index.ts';
import * as given from '../given.ts';
import { program, testToday } from '../worker-database.ts';

let schoolId: SchoolId;

beforeAll(async () => {
  const trust = makeDemoTrust({ seed: 1, today: schoolDate(testToday), schools: 1, pupils: 210 });
  const trustId = await loadTrust(program, trust);
  const [made] = trust.schools;
  if (made === undefined) throw new Error('a school');
  ({ schoolId } = await loadSchool(program, made, trustId));
  await loadCases(program, [{ schoolId }]);
}, 120_000);

describe('the cases of the demo', () => {
  it('are of many kinds, late on both sides and by one with an exception, and none is open without a clock but a refusal', async () => {
    await given.inSchool({ schoolId }, async (tx) => {
      const cases = await listCases(tx, { open: true });
      expect(new Set(cases.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
      const clocks = await listCaseClocks(tx, { today: schoolDate(testToday) });
      const states = new Set(clocks.map(({ clock, state }) => `${clock.owedBy}: ${state.is}`));
      for (const state of [
        'authority: late',
        'authority: exception claimed',
        'school: running',
        'school: met',
      ])
        expect(states).toContain(state);
      const without = cases.filter(({ caseId }) => !clocks.some((row) => row.caseId === caseId));
      expect(without).toEqual([]);
    });
  });
});
