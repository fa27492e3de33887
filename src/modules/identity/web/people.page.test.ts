import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import * as given from '#test/given.ts';
import { findStaff, staff } from '#test/given-school.ts';
import { errorsShown, valueBeside } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';
import { giveMembership } from '../commands/give-membership.ts';
import { findMember } from '../queries/list-members.ts';

const eventsOf = async (school: given.School, subject: string) =>
  (
    await asOwner<{ type: string; why: string | null }>(
      'select type, why from app.events where school_id = $1 and subject_id = $2 order by type',
      [school.schoolId, subject],
    )
  ).map((row) => row.type);

const roleOf = async (school: given.School, person: given.Person, at = 0) => {
  const member = await given.inSchool(school, (tx) => findMember(tx, person.personId));
  return member?.memberships[at]?.membershipId ?? '';
};

describe('people and roles', () => {
  it('lists who signs in, with address, roles and dates', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const shown = await senco.browser.get('/people');
    expect(shown.$('tbody').text()).toContain(senco.email);
    expect(shown.$('tbody').text()).toContain('SENCO, from 1 Sep 2026');
    expect(shown.$('tbody').text()).toContain('May sign in');
  });

  it('is for those who give roles', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const head = await given.person(school, 'head');
    const stranger = await given.person(await given.school(), 'senco');
    const membership = await roleOf(school, senco);
    const person = `/people/${senco.personId}`;
    const ofPerson = [
      person,
      `${person}/rename`,
      `${person}/staff`,
      `${person}/roles/new`,
      `${person}/roles/${membership}/end`,
      `${person}/roles/${membership}/withdraw`,
    ];
    for (const address of ['/people', '/people/new', ...ofPerson]) {
      expect([address, (await senco.browser.get(address)).status]).toEqual([address, 200]);
      expect([address, (await head.browser.get(address)).status]).toEqual([address, 403]);
    }
    for (const address of ofPerson) {
      expect([address, (await stranger.browser.get(address)).status]).toEqual([address, 404]);
      const unknown = address.replace(senco.personId, newId());
      expect([unknown, (await senco.browser.get(unknown)).status]).toEqual([unknown, 404]);
    }
  });
});

describe('the end of a role', () => {
  it('shuts a leaver out from the day after', async () => {
    const school = await given.school();
    const [senco, office] = [await given.person(school, 'senco'), await given.person(school, 'office')];
    const address = `/people/${office.personId}/roles/${await roleOf(school, office)}/end`;
    const end = (untilOn: string) => senco.browser.post(address, { untilOn });
    expect((await end('2026-11-24')).goesTo).toBe(`/people/${office.personId}`);
    expect((await office.browser.get('/school')).status).toBe(200);
    await end('2026-11-23');
    expect((await office.browser.get('/school')).status).toBe(403);
    expect((await office.browser.get('/schools')).text).toContain('You have no role in a school today');
    expect((await senco.browser.get('/people')).$('tbody').text()).toContain('No access');
    expect(errorsShown(await end('2026-12-24'))).toEqual([
      'The role ends before this day. Give it again from the day after',
    ]);
    expect(await eventsOf(school, office.personId)).toEqual([
      'MembershipEnded',
      'MembershipEnded',
      'MembershipGiven',
    ]);
  });

  it('is refused before the role began, and to the last administrator', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco', 'teacher');
    const of = async (role: number) => `/people/${senco.personId}/roles/${await roleOf(school, senco, role)}`;
    const member = await given.inSchool(school, (tx) => findMember(tx, senco.personId));
    const asSenco = member?.memberships.findIndex((one) => one.role === 'senco') ?? 0;
    const address = await of(asSenco);
    const early = await senco.browser.post(`${address}/end`, { untilOn: '2026-08-31' });
    expect(errorsShown(early)).toEqual([
      'The last day must be on or after the first. Withdraw a role that was given by mistake',
    ]);
    const last =
      'The school would have no SENCO and no assistant SENCO to give roles. Give somebody else the role first';
    const end = await senco.browser.post(`${address}/end`, { untilOn: '2026-11-24' });
    expect([end.status, errorsShown(end)]).toEqual([422, [last]]);
    const withdraw = await senco.browser.post(`${address}/withdraw`, { why: 'I leave' });
    expect([withdraw.status, errorsShown(withdraw)]).toEqual([422, [last]]);
    const asTeacher = await of(1 - asSenco);
    expect((await senco.browser.post(`${asTeacher}/end`, { untilOn: '2026-11-24' })).status).toBe(303);
    await given.person(school, 'assistant_senco');
    expect((await senco.browser.post(`${address}/end`, { untilOn: '2026-11-23' })).status).toBe(303);
    expect((await senco.browser.get('/people')).status).toBe(403);
  });

  it('comes at once to a role that was given by mistake, which can then be given again', async () => {
    const school = await given.school();
    const [senco, head] = [await given.person(school, 'senco'), await given.person(school, 'head')];
    const address = `/people/${head.personId}/roles/${await roleOf(school, head)}/withdraw`;
    const silent = await senco.browser.post(address, { why: '' });
    expect(errorsShown(silent)).toEqual(['Enter why']);
    await senco.browser.post(address, { why: 'Wrong person' });
    expect((await head.browser.get('/school')).status).toBe(403);
    expect((await senco.browser.get(address)).status).toBe(404);
    await given.inSchool(school, (tx) =>
      giveMembership(tx, { ...head, knownAs: 'Head', role: 'head', fromOn: schoolDate('2026-09-01') }),
    );
    expect((await head.browser.get('/school')).status).toBe(200);
    expect(await eventsOf(school, head.personId)).toContain('MembershipWithdrawn');
  });
});

describe('one person', () => {
  it('is given further roles', async () => {
    const school = await given.school();
    const [senco, ta] = [await given.person(school, 'senco'), await given.person(school, 'ta')];
    const address = `/people/${ta.personId}/roles/new`;
    await senco.browser.post(address, { role: 'finance', fromOn: '2026-11-24', untilOn: '' });
    expect((await ta.browser.get('/school')).status).toBe(200);
    const twice = await senco.browser.post(address, { role: 'finance', fromOn: '2026-12-01' });
    expect(errorsShown(twice)).toEqual(['They hold this role already on some of these days']);
    const days = await senco.browser.post(address, {
      role: 'head',
      fromOn: '2026-12-01',
      untilOn: '2026-11-30',
    });
    expect(errorsShown(days)).toEqual(['The last day must be on or after the first day']);
  });

  it('is renamed by whoever saw the newest name', async () => {
    const school = await given.school();
    const senco = await given.person(school, 'senco');
    const address = `/people/${senco.personId}/rename`;
    await senco.browser.post(address, { name: 'Mrs Doyle', version: '1' });
    const late = await senco.browser.post(address, { name: 'Ms Doyle', version: '1' });
    expect([late.status, errorsShown(late)]).toEqual([
      422,
      ['Somebody has changed the name to Mrs Doyle. Save again to put yours'],
    ]);
    expect((await senco.browser.get('/me')).text).toContain('Mrs Doyle');
    expect(await eventsOf(school, senco.personId)).toEqual(['MemberRenamed', 'MembershipGiven']);
  });

  it('is joined to the staff list and taken off it', async () => {
    const school = await given.school();
    const [senco, teacher] = [await given.person(school, 'senco'), await given.person(school, 'teacher')];
    const [staffId, other] = [await staff(school), await staff(school, { surname: 'Mole' })];
    const address = `/people/${teacher.personId}/staff`;
    expect((await senco.browser.post(address, { staffId })).goesTo).toBe(`/people/${teacher.personId}`);
    expect((await findStaff(school, staffId)).personId).toBe(teacher.personId);
    const shown = await senco.browser.get(`/people/${teacher.personId}`);
    expect(valueBeside(shown, 'In the staff list')).toBe('Mrs Doyle, Teacher');
    const two = await senco.browser.post(address, { staffId: other });
    expect([two.status, errorsShown(two)]).toEqual([
      422,
      ['First take them off the other entry: choose Not in the staff list'],
    ]);
    const theirs = await staff(await given.school());
    expect(errorsShown(await senco.browser.post(address, { staffId: theirs }))).toEqual([
      'Select somebody from the staff list',
    ]);
    await senco.browser.post(address, { staffId: '' });
    expect((await findStaff(school, staffId)).personId).toBeNull();
    expect(await eventsOf(school, staffId)).toEqual(['StaffAdded', 'StaffLinked', 'StaffLinked']);
  });
});
