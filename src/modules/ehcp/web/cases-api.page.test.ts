import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { program } from '#test/api.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenSchool from '#test/given-school.ts';
import { openCase } from '../commands/open-case.ts';

async function setUp() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const other = await givenPupils.pupil(school);
  const open = (of: typeof pupilId, kind: 'needs-assessment' | 'consultation', name: string, on: string) =>
    given.inSchool(school, async (tx) =>
      givenSchool.granted(
        await openCase(tx, {
          pupilId: of,
          kind,
          authorityId: null,
          events: [{ name, happenedOn: schoolDate(on), note: 'Told at the gate' }],
        }),
      ),
    );
  await open(pupilId, 'needs-assessment', 'requested', '2026-09-14');
  await open(other, 'consultation', 'schoolConsulted', '2026-11-16');
  return { school, pupilId, other, by: await program(school, 'senco') };
}

describe('cases by the API', () => {
  it('are listed in parts, by pupil, kind and whether they are open, without notes', async () => {
    const { pupilId, by } = await setUp();
    const { items, next } = (await by.get('/cases?limit=1')).body;
    expect([items, next]).toEqual([[expect.anything()], expect.any(String)]);
    expect((await by.get(`/cases?limit=1&after=${next}`)).body).toMatchObject({ next: null });
    const own = await by.get(`/cases?pupil=${pupilId}&open=true`);
    expect(own.body.items).toMatchObject([
      { kind: 'needs-assessment', events: [{ name: 'requested', happenedOn: '2026-09-14' }] },
    ]);
    expect(JSON.stringify(own.body)).not.toContain('gate');
    expect((await by.get('/cases?kind=consultation')).body.items).toHaveLength(1);
    expect((await by.get('/cases?open=false')).body.items).toEqual([]);
    expect((await by.get('/cases?kind=divorce')).status).toBe(400);
  });

  it('give their clocks as they stand today, the earliest due first', async () => {
    const { school, pupilId, other, by } = await setUp();
    const { clocks } = (await by.get('/clocks')).body;
    expect(clocks).toMatchObject([
      { id: 'A2', pupilId, dueOn: '2026-10-26', alertOn: '2026-10-25', state: 'late', owedBy: 'authority' },
      { id: 'A9', pupilId: other, dueOn: '2026-12-01', state: 'running', owedBy: 'school' },
      { id: 'A6' },
      { id: 'A7' },
      { id: 'A11', dueOn: '2027-02-01' },
    ]);
    const ours = (await by.get('/clocks?owedBy=school')).body.clocks;
    expect(ours).toHaveLength(1);
    expect((await by.get('/clocks?state=late')).body.clocks).toMatchObject([{ id: 'A2' }]);
    const teacher = await program(school, 'teacher');
    expect((await teacher.get('/clocks')).body.clocks).toEqual([]);
    const stranger = await program(await given.school(), 'senco');
    expect((await stranger.get('/cases')).body.items).toEqual([]);
  });
});
