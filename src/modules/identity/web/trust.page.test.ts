import { describe, expect, it } from 'vitest';
import { findSchoolByUrn } from '#src/modules/school/index.ts';
import * as given from '#test/given.ts';
import { passwordLinkFor } from '#test/given-identity.ts';
import { errorsShown, signedIn, uniqueEmail } from '#test/http.ts';
import { asOwner, program } from '#test/worker-database.ts';

const typed = (urn: string) => ({
  schoolName: 'Meadow Infant School',
  urn,
  laestab: '209/2345',
  phase: 'infant',
  sencoName: 'Mrs Vole',
  sencoEmail: uniqueEmail(),
});
let next = 900_000 + Math.floor(Math.random() * 90_000);
const freeUrn = () => String(next++);

describe('the trust', () => {
  it('lists its schools to those with a role in it', async () => {
    const school = await given.school({ inTrust: true, name: 'Larkfield Primary' });
    const lead = await given.person(school, 'trust_lead');
    const shown = await lead.browser.get('/trust');
    expect([shown.$('h1').text(), shown.$('tbody th').text()]).toEqual([
      'Bright Path Trust',
      'Larkfield Primary',
    ]);
    const senco = await given.person(school, 'senco');
    expect((await senco.browser.get('/trust')).status).toBe(403);
    expect((await senco.browser.get('/trust/schools/new')).status).toBe(403);
  });

  it('gets a school, whose SENCO is invited and whose founder stays of the trust only', async () => {
    const school = await given.school({ inTrust: true });
    const lead = await given.person(school, 'trust_lead');
    const wanted = typed(freeUrn());
    expect((await lead.browser.post('/trust/schools/new', wanted)).goesTo).toBe('/trust');
    expect((await lead.browser.get('/trust')).text).toContain('Meadow Infant School');
    const schoolId = await findSchoolByUrn(program, wanted.urn);
    expect(await passwordLinkFor(wanted.sencoEmail)).toMatch(/choose-password/);
    const roles = await asOwner<{ role: string; known_as: string }>(
      `select role, known_as from app.memberships m join app.members using (school_id, person_id)
        where school_id = $1`,
      [schoolId],
    );
    expect(roles).toEqual([{ role: 'senco', known_as: 'Mrs Vole' }]);
    const events = await asOwner<{ type: string; person_id: string; role: string }>(
      'select type, person_id, role from app.events where school_id = $1 order by type',
      [schoolId],
    );
    expect(events).toEqual(
      ['MembershipGiven', 'SchoolAdded'].map((type) => ({
        type,
        person_id: lead.personId,
        role: 'trust_lead',
      })),
    );
    const there = await signedIn(lead.personId, schoolId);
    expect((await there.get('/school')).status).toBe(200);
    expect((await there.get('/people')).status).toBe(403);
  });

  it('takes no school that is in Sendero already', async () => {
    const school = await given.school({ inTrust: true });
    const lead = await given.person(school, 'trust_lead');
    const wrong = await lead.browser.post('/trust/schools/new', typed(school.urn));
    expect([wrong.status, errorsShown(wrong)]).toEqual([
      422,
      ['A school with this URN is in Sendero already'],
    ]);
    const empty = await lead.browser.post('/trust/schools/new', { ...typed(freeUrn()), sencoEmail: '' });
    expect([empty.status, errorsShown(empty)]).toEqual([422, ['Enter email address of its SENCO']]);
  });
});
