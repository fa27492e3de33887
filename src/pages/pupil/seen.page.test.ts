import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import type { Read } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const canSee = 'Who can see this pupil, and why?';
const hasSeen = 'Who has seen this pupil?';

const rowsOf = ({ $ }: Read, caption: string): string[] =>
  $('table')
    .filter((_, table) => $(table).find('caption').text() === caption)
    .find('tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text())
        .join(' | '),
    );

async function taught() {
  const school = await given.school({ inTrust: true });
  const pupilId = await givenRegister.pupilOnRegister(school);
  const teacher = await given.person(school, 'teacher');
  const groupId = await givenPupils.taughtBy(school, pupilId, teacher.personId);
  return { school, pupilId, teacher, groupId, address: `/pupils/${pupilId}/seen` };
}

describe('who can see a pupil', () => {
  it('is told by role, by a link with the pupil and of the trust, each with the reason', async () => {
    const { school, address } = await taught();
    await given.person(school, 'ta');
    await given.person(school, 'governor');
    await given.person(school, 'trust_lead');
    const senco = await given.person(school, 'senco');
    const shown = await senco.browser.get(address);
    expect(shown.$('title').text()).toContain('Who can see, and who has seen, Amara Okafor');
    const rows = rowsOf(shown, canSee);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toBe('By a role for the whole school');
    expect(rows[1]).toMatch(
      /^Mx Person \| SENCO \| The role reaches the whole school \| 1 September 2026 \| Name,/,
    );
    expect(rows[2]).toBe('By a link with this pupil');
    expect(rows[3]).toMatch(/\| Teacher \| Teaches the class Oak \d+ \| 1 September 2026 \| .*health$/);
    expect(rows[4]).toBe('Of the trust');
    expect(rows[5]).toMatch(/\| Trust SEND lead \| The role reaches the whole school \|/);
  });

  it('leaves out whose link or role has ended', async () => {
    const { school, address, teacher } = await taught();
    const { browser } = await given.person(school, 'senco');
    await asOwner('update app.memberships set until_on = $2 where person_id = $1', [
      teacher.personId,
      '2026-11-23',
    ]);
    expect(rowsOf(await browser.get(address), canSee).some((row) => row.includes('Teacher'))).toBe(false);
  });
});

describe('who has seen a pupil', () => {
  it('is told by day, with the page in words, the newest first', async () => {
    const { school, pupilId, teacher, address } = await taught();
    await teacher.browser.get('/pupils');
    await asOwner("update app.views set at = at - interval '25 hours' where school_id = $1", [
      school.schoolId,
    ]);
    await teacher.browser.get(`/pupils/${pupilId}`);
    const { browser } = await given.person(school, 'senco');
    const rows = rowsOf(await browser.get(address), hasSeen);
    expect(rows).toEqual([
      '24 November 2026',
      expect.stringMatching(/^\d\d:\d\d \| Mx Person \| Teacher \| Summary of the pupil$/),
      '23 November 2026',
      expect.stringMatching(/^\d\d:\d\d \| Mx Person \| Teacher \| The register$/),
    ]);
    const again = rowsOf(await browser.get(address), hasSeen);
    expect(again.some((row) => row.endsWith('SENCO | Who can see, and who has seen'))).toBe(true);
  });

  it('is narrowed to a person and a day, and takes an address that names neither', async () => {
    const { school, pupilId, teacher, address } = await taught();
    await teacher.browser.get(`/pupils/${pupilId}`);
    const { browser } = await given.person(school, 'senco');
    await browser.get(address);
    const own = rowsOf(await browser.get(`${address}?who=${teacher.personId}`), hasSeen);
    expect(own).toHaveLength(2);
    expect(own[1]).toContain('Teacher');
    const before = await browser.get(`${address}?on-day=23&on-month=11&on-year=2026`);
    expect(before.text).toContain('No view to show');
    expect((await browser.get(`${address}?who=nobody&on=never`)).status).toBe(200);
  });

  it('goes into a spreadsheet with the filters', async () => {
    const { school, pupilId, teacher, address } = await taught();
    await teacher.browser.get(`/pupils/${pupilId}`);
    const { browser } = await given.person(school, 'senco');
    const file = await browser.get(`${address}.csv?who=${teacher.personId}`);
    expect(file.text).toMatch(/Can see,Mx Person,Teacher,Teaches the class Oak \d+,2026-09-01,/);
    expect(file.text).toMatch(/Has seen,Mx Person,Teacher,Summary of the pupil,2026-11-24,\d\d:\d\d,/);
    expect(file.headers.get('content-disposition')).not.toContain('Okafor');
  });

  it('is not told to the safeguarding lead, who is told whom to ask', async () => {
    const { school, address } = await taught();
    const { browser } = await given.person(school, 'safeguarding_lead');
    const shown = await browser.get(address);
    expect(rowsOf(shown, canSee).length).toBeGreaterThan(0);
    expect(rowsOf(shown, hasSeen)).toEqual([]);
    expect(shown.text).toContain('ask one of them');
  });

  it('is refused to everybody else, and not found from another school', async () => {
    const { school, pupilId, address } = await taught();
    for (const role of ['teacher', 'ta', 'office', 'exams', 'senior_leader', 'trust_lead'] as const) {
      const { browser } = await given.person(school, role);
      expect((await browser.get(address)).status).toBe(403);
    }
    const senco = await given.person(school, 'senco');
    expect((await senco.browser.get(`/pupils/${pupilId}`)).$(`a[href="${address}"]`)).toHaveLength(1);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
    expect((await elsewhere.browser.get(`${address}.csv`)).status).toBe(404);
  });
});
