import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { learnFacts } from '#src/modules/pupils/index.ts';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import type { Read } from '#test/http.ts';

const rows = ({ $ }: Read) =>
  $('tbody tr')
    .toArray()
    .map((row) => $(row).text().replace(/\s+/g, ' ').trim());

async function withHistory() {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school);
  await given.inSchool(school, (tx) =>
    learnFacts(tx, {
      pupilId,
      told: { source: 'SIMS', sourceOn: schoolDate('2026-11-20') },
      facts: [{ kind: 'year_group', value: '5', fromOn: schoolDate('2026-11-20') }],
    }),
  );
  await givenPupils.carer(school, pupilId);
  await givenPupils.alert(school, pupilId, { kind: 'court', words: 'No contact with the father' });
  return { school, pupilId, address: `/pupils/${pupilId}/timeline` };
}

describe('the timeline of a pupil', () => {
  it('tells every event in plain words: what, before and after, why, who and the source', async () => {
    const { school, address } = await withHistory();
    const read = await (await given.person(school, 'senco')).browser.get(address);
    const told = rows(read);
    expect(told).toHaveLength(6);
    expect(told.find((row) => row.includes('Facts changed'))).toMatch(
      /Year group: Year 4 → Year 5.*Sendero.*SIMS, 20 Nov 2026/,
    );
    expect(told.find((row) => row.includes('SEN status changed'))).toMatch(
      /Status: SEN support.*Agreed with the family/,
    );
    expect(told.find((row) => row.includes('Came to the school'))).toContain('Born: 3 May 2018');
    expect(told.find((row) => row.includes('Parent or carer added'))).toContain('Relationship: mother');
    expect(told.find((row) => row.includes('Alert added'))).toContain('Kind: Court order');
  });

  it('names who did it', async () => {
    const { school, pupilId, address } = await withHistory();
    const senco = await given.person(school, 'senco');
    await senco.browser.post(`/pupils/${pupilId}/alerts/new`, {
      kind: 'medical',
      words: 'Nut allergy',
      source: 'Mother',
      'fromOn-day': '24',
      'fromOn-month': '11',
      'fromOn-year': '2026',
    });
    const told = rows(await senco.browser.get(address));
    expect(told.find((row) => row.includes('Nut allergy'))).toContain('Mx Person');
  });

  it('is narrowed to a kind, and keeps quiet about a kind that there is not', async () => {
    const { school, address } = await withHistory();
    const senco = await given.person(school, 'senco');
    const sen = rows(await senco.browser.get(`${address}?kind=sen`));
    expect(sen).toHaveLength(2);
    expect(rows(await senco.browser.get(`${address}?kind=sen&kind=alerts`))).toHaveLength(3);
    expect((await senco.browser.get(`${address}?kind=nonsense&before=nonsense`)).status).toBe(200);
  });

  it('leaves out for a teacher what a teacher may not see', async () => {
    const { school, pupilId, address } = await withHistory();
    const teacher = await given.person(school, 'teacher');
    await givenPupils.taughtBy(school, pupilId, teacher.personId);
    const read = await teacher.browser.get(address);
    expect(read.status).toBe(200);
    expect(rows(read).some((row) => row.includes('SEN status changed'))).toBe(true);
    for (const hidden of ['Ngozi', 'No contact', 'Parent or carer']) expect(read.text).not.toContain(hidden);
  });

  it('is refused to a teaching assistant and the office, and not found from another school', async () => {
    const { school, pupilId, address } = await withHistory();
    const ta = await given.person(school, 'ta');
    await givenPupils.taughtBy(school, pupilId, ta.personId);
    expect((await ta.browser.get(address)).status).toBe(403);
    expect((await (await given.person(school, 'office')).browser.get(address)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });
});
