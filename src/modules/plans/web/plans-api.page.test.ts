import { describe, expect, it } from 'vitest';
import { program } from '#test/api.ts';
import * as given from '#test/given.ts';
import * as givenPlans from '#test/given-issued-plans.ts';
import * as givenPupils from '#test/given-pupils.ts';

async function setUp() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  await givenPlans.plans(school, pupilId, { cycles: 3 });
  const draft = await givenPupils.pupil(school);
  await givenPlans.plans(school, draft, { state: 'draft' });
  return { school, pupilId, draft, by: await program(school, 'senco') };
}

describe('plans by the API', () => {
  it('are listed in parts, by state, by pupil and by the day of the last change', async () => {
    const { pupilId, draft, by } = await setUp();
    const items = async (query: string) => (await by.get(`/plans${query}`)).body.items;
    expect(await items('')).toHaveLength(4);
    expect(await items('?state=draft')).toEqual([
      expect.objectContaining({ pupilId: draft, cycle: 1, targets: 1 }),
    ]);
    expect(await items(`?state=reviewed&state=issued&pupil=${pupilId}`)).toHaveLength(3);
    expect(await items('?changedSince=2026-03-01')).toHaveLength(3);
    expect(await items('?changedSince=2026-09-01')).toEqual([]);
    const { items: first, next } = (await by.get('/plans?limit=3')).body;
    expect([first, await items(`?limit=3&after=${next}`)]).toEqual([expect.any(Array), [expect.anything()]]);
    expect((await by.get('/plans?states=draft')).status).toBe(400);
  });

  it('are read whole: at work, and each issued number as it was issued', async () => {
    const { pupilId, draft, by } = await setUp();
    const { body } = await by.get(`/pupils/${pupilId}/plan`);
    expect(body.atWork).toMatchObject({
      state: 'issued',
      cycle: 3,
      targets: [{ words: 'Reads 30 words without help' }],
    });
    expect(body.issued).toMatchObject([
      { number: 3 },
      { number: 2 },
      { number: 1, targets: [{ words: 'Reads 10 words without help' }] },
    ]);
    expect((await by.get(`/pupils/${draft}/plan`)).body).toMatchObject({
      atWork: { state: 'draft' },
      issued: [],
    });
    const stranger = await program(await given.school(), 'senco');
    expect((await stranger.get(`/pupils/${pupilId}/plan`)).status).toBe(404);
  });
});
