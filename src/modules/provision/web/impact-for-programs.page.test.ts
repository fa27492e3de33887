import { describe, expect, it } from 'vitest';
import { program as programOf } from '#test/api.ts';
import * as given from '#test/given.ts';
import * as givenImpact from '#test/given-impact.ts';

const pairs = [
  [80, 90],
  [78, 86],
  [85, 97],
  [90, 99],
  [74, 80],
] as const;

describe('scores and impact by the API', () => {
  it('tell the figures of groups, and no cost to a role that sees none', async () => {
    const school = await given.school();
    const { runId } = await givenImpact.scoredRun(school, pairs);
    await givenImpact.scoredRun(school, pairs.slice(0, 3), { name: 'Small group' });
    const { body } = await (await programOf(school, 'senco')).get('/provision/impact?from=2026-09-01');
    expect(body.items).toMatchObject([
      {
        runId,
        measureKey: 'ngrt-sas',
        pupils: 5,
        measured: 5,
        change: { mean: 9 },
        verdict: 'keep',
        pencePerPupil: null,
      },
      {
        name: 'Small group',
        change: null,
        effect: null,
        verdict: 'not_enough_data',
        reasons: ['too_few_pupils'],
      },
    ]);
    expect((await (await programOf(school, 'exams')).get('/provision/impact')).status).toBe(403);
    const other = await programOf(await given.school(), 'senco');
    expect((await other.get('/provision/impact')).body.items).toEqual([]);
  });

  it('walk the scores in parts, by pupil, measure and day', async () => {
    const school = await given.school();
    const { pupilIds } = await givenImpact.scoredRun(school, pairs);
    const by = await programOf(school, 'senco');
    const first = (await by.get('/assessments/results?limit=4')).body;
    const next = (await by.get(`/assessments/results?limit=6&after=${String(first.next)}`)).body;
    expect([first.items, next.items].map((items) => (Array.isArray(items) ? items.length : 0))).toEqual([
      4, 6,
    ]);
    expect(next.next).toBeNull();
    const one = (await by.get(`/assessments/results?pupil=${pupilIds[0]}&from=2026-11-01`)).body;
    expect(one.items).toMatchObject([{ pupilId: pupilIds[0], score: 90, on: '2026-11-11' }]);
    expect((await by.get('/assessments/results?measure=yarc-accuracy')).body.items).toEqual([]);
    expect((await by.get('/assessments/results?pupil=nobody')).status).toBe(400);
  });
});
