import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import * as givenRegister from '#test/given-register.ts';
import { valueBeside } from '#test/http.ts';

async function withMother() {
  const school = await given.school();
  const pupilId = await givenRegister.pupilOnRegister(school, {
    facts: { address: '1 Quay Street, SE1 1AA' },
  });
  const carerId = await givenPupils.carer(school, pupilId);
  return { school, pupilId, carerId, address: `/pupils/${pupilId}/people` };
}

describe('the people of a pupil', () => {
  it('shows each carer with what is needed to reach them', async () => {
    const { school, address, pupilId, carerId } = await withMother();
    const read = await (await given.person(school, 'senco')).browser.get(address);
    expect(read.status).toBe(200);
    expect(read.$('h2').text()).toContain('Mrs Ngozi Okafor, mother');
    expect(valueBeside(read, 'Telephone')).toBe('01632 960001');
    expect(valueBeside(read, 'Parental responsibility')).toBe('Yes');
    expect(valueBeside(read, 'Gets letters')).toBe('Yes');
    expect(read.$('main').text()).toContain('Lives at 1 Quay Street, SE1 1AA');
    expect(read.$(`a[href="/pupils/${pupilId}/people/${carerId}"]`)).toHaveLength(1);
  });

  it('warns of a court restriction', async () => {
    const { school, address, pupilId } = await withMother();
    await givenPupils.carer(school, pupilId, { isRestricted: true, priority: 2 });
    const read = await (await given.person(school, 'head')).browser.get(address);
    expect(read.text).toContain('A court restricts contact');
    expect(read.$('a[href$="/people/new"]')).toHaveLength(0);
  });

  it('shows the office contacts, and neither status nor needs nor alerts', async () => {
    const { school, address, pupilId } = await withMother();
    await givenPupils.alert(school, pupilId);
    const read = await (await given.person(school, 'office')).browser.get(address);
    expect([read.status, valueBeside(read, 'Telephone')]).toEqual([200, '01632 960001']);
    for (const hidden of ['SEN', 'SLCN', 'Epilepsy']) expect(read.$('main').text()).not.toContain(hidden);
    expect(read.$('nav[aria-label="About Amara"] a').text()).toBe('People');
  });

  it('says so when nobody is recorded', async () => {
    const school = await given.school();
    const pupilId = await givenPupils.pupil(school);
    const read = await (await given.person(school, 'senco')).browser.get(`/pupils/${pupilId}/people`);
    expect(read.$('h2').text()).toContain('No parent or carer is recorded');
  });

  it('is refused to a teacher and a teaching assistant, and not found from another school', async () => {
    const { school, address, pupilId } = await withMother();
    for (const role of ['teacher', 'ta'] as const) {
      const person = await given.person(school, role);
      await givenPupils.taughtBy(school, pupilId, person.personId);
      expect((await person.browser.get(address)).status).toBe(403);
    }
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });
});
