import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import * as givenPupils from '#test/given-pupils.ts';
import { errorsShown, type Read, valueBeside } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const filled = {
  surname: 'Okafor',
  forename: 'Ngozi',
  relationship: 'PAM',
  hasParentalResponsibility: 'yes',
  livesWith: 'not known',
  priority: '1',
  phone: '01632 960001',
  getsLetters: 'yes',
};

const carers = (schoolId: string) =>
  asOwner<Record<string, unknown>>(
    'select carer_id, surname, phone, pupil_ids, version from app.carers where school_id = $1 order by carer_id',
    [schoolId],
  );
const ties = (pupilId: string) =>
  asOwner<Record<string, unknown>>(
    `select carer_id, relationship, has_parental_responsibility, lives_with, gets_letters, is_restricted,
       until_on::text from app.pupil_carers where pupil_id = $1 order by pupil_carer_id`,
    [pupilId],
  );
const events = async (pupilId: string) => {
  const rows = await asOwner<{ type: string; audience: string }>(
    "select type, audience from app.events where pupil_id = $1 and type like '%Carer%'",
    [pupilId],
  );
  return rows.map((row) => `${row.type} ${row.audience}`).toSorted();
};

/** What a form holds, as a browser would send it. */
function heldIn({ $ }: Read): Record<string, string> {
  const held: Record<string, string> = {};
  for (const { name, value } of $('form.post').serializeArray()) held[name] = value;
  return held;
}

async function withPupil() {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school);
  const office = await given.person(school, 'office');
  return { school, pupilId, people: `/pupils/${pupilId}/people`, browser: office.browser };
}

describe('adding a parent or carer', () => {
  it('keeps who they are and what they are to the pupil', async () => {
    const { school, pupilId, people, browser } = await withPupil();
    expect((await browser.get(`${people}/new`)).status).toBe(200);
    const done = await browser.post(`${people}/new`, filled);
    expect([done.status, done.goesTo]).toEqual([303, people]);
    expect(await carers(school.schoolId)).toMatchObject([
      { surname: 'Okafor', phone: '01632 960001', pupil_ids: [pupilId] },
    ]);
    expect(await ties(pupilId)).toMatchObject([
      { relationship: 'PAM', has_parental_responsibility: true, lives_with: null, gets_letters: true },
    ]);
    expect(await events(pupilId)).toEqual(['CarerRecorded contacts']);
  });

  it('sends no letters against a court restriction, whatever is ticked', async () => {
    const { pupilId, people, browser } = await withPupil();
    await browser.post(`${people}/new`, { ...filled, isRestricted: 'yes' });
    expect(await ties(pupilId)).toMatchObject([{ is_restricted: true, gets_letters: false }]);
  });

  it('offers the mother of a brother, so that she is not entered twice', async () => {
    const { school, pupilId, people, browser } = await withPupil();
    const brother = await givenPupils.pupil(school, { forename: 'Chidi' });
    const carerId = await givenPupils.carer(school, brother);
    const offer = (await browser.get(`${people}/new`)).$(`a[href$="known=${carerId}"]`);
    expect(offer.text()).toBe('Mrs Ngozi Okafor');
    const address = offer.attr('href') ?? '';
    const form = heldIn(await browser.get(address));
    await browser.post(address, {
      ...form,
      relationship: 'PAM',
      hasParentalResponsibility: 'yes',
      livesWith: 'yes',
      priority: '1',
    });
    expect(await carers(school.schoolId)).toMatchObject([
      { carer_id: carerId, pupil_ids: [brother, pupilId] },
    ]);
    expect(await ties(pupilId)).toMatchObject([{ carer_id: carerId }]);
  });

  it.each([
    [{ surname: '' }, 'Enter last name'],
    [{ relationship: '' }, 'Select relationship'],
    [{ hasParentalResponsibility: '' }, 'Select whether they have parental responsibility'],
    [{ priority: '0' }, 'Order to ring must be 1 or more'],
    [{ email: 'nowhere' }, 'Enter an email address in the correct format, like name@example.com'],
  ])('refuses %j: %s', async (wrong, message) => {
    const { people, browser } = await withPupil();
    const read = await browser.post(`${people}/new`, { ...filled, ...wrong });
    expect([read.status, errorsShown(read)]).toEqual([422, [message]]);
  });

  it('is refused to whoever only reads contacts, and not found from another school', async () => {
    const { school, people } = await withPupil();
    expect((await (await given.person(school, 'head')).browser.get(`${people}/new`)).status).toBe(403);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.post(`${people}/new`, filled)).status).toBe(404);
  });
});

describe('changing a parent or carer', () => {
  async function withMother() {
    const held = await withPupil();
    const carerId = await givenPupils.carer(held.school, held.pupilId);
    return { ...held, carerId, address: `${held.people}/${carerId}` };
  }

  it('saves nothing when nothing was changed', async () => {
    const { pupilId, browser, address, people } = await withMother();
    const done = await browser.post(address, heldIn(await browser.get(address)));
    expect([done.status, done.goesTo]).toEqual([303, people]);
    expect(await events(pupilId)).toEqual(['CarerRecorded contacts']);
  });

  it('saves details and what they are to the pupil, each with its event', async () => {
    const { school, pupilId, browser, address } = await withMother();
    const form = heldIn(await browser.get(address));
    await browser.post(address, { ...form, phone: '01632 960002', relationship: 'STM' });
    expect(await carers(school.schoolId)).toMatchObject([{ phone: '01632 960002', version: 2 }]);
    expect(await ties(pupilId)).toMatchObject([{ relationship: 'STM' }]);
    expect(await events(pupilId)).toEqual([
      'CarerChanged contacts',
      'CarerRecorded contacts',
      'PupilCarerChanged contacts',
    ]);
  });

  it('shows both texts when two people change it, overwrites nothing, and then lets the second decide', async () => {
    const { school, browser, address } = await withMother();
    const senco = await given.person(school, 'senco');
    const form = heldIn(await browser.get(address));
    await senco.browser.post(address, { ...heldIn(await senco.browser.get(address)), phone: '01632 960003' });
    const stale = await browser.post(address, { ...form, phone: '01632 960004' });
    expect(stale.status).toBe(422);
    expect(errorsShown(stale)[0]).toMatch(/^Somebody has changed this/);
    expect(valueBeside(stale, 'Telephone')).toBe('01632 960003');
    expect(stale.$('input[name="phone"]').val()).toBe('01632 960004');
    expect(await carers(school.schoolId)).toMatchObject([{ phone: '01632 960003' }]);
    await browser.post(address, heldIn(stale));
    expect(await carers(school.schoolId)).toMatchObject([{ phone: '01632 960004' }]);
  });

  it('ends the tie to one pupil and keeps what was', async () => {
    const { pupilId, browser, address, people } = await withMother();
    const form = heldIn(await browser.get(`${address}/end`));
    const early = { 'endedOn-day': '1', 'endedOn-month': '8', 'endedOn-year': '2026' };
    expect((await browser.post(`${address}/end`, { ...form, ...early })).status).toBe(422);
    expect((await browser.post(`${address}/end`, { ...form, why: 'Moved away' })).goesTo).toBe(people);
    expect(await ties(pupilId)).toMatchObject([{ until_on: '2026-11-24' }]);
    expect(await events(pupilId)).toContain('PupilCarerEnded contacts');
  });

  it('is refused to a head, and not found for a carer of another pupil', async () => {
    const { school, address, people } = await withMother();
    expect((await (await given.person(school, 'head')).browser.get(address)).status).toBe(403);
    const other = await givenPupils.carer(school, await givenPupils.pupil(school, { surname: 'Hill' }));
    const office = await given.person(school, 'office');
    expect((await office.browser.get(`${people}/${other}`)).status).toBe(404);
    expect((await office.browser.get(`${people}/${other}/end`)).status).toBe(404);
    const elsewhere = await given.person(await given.school(), 'senco');
    expect((await elsewhere.browser.get(address)).status).toBe(404);
  });
});

describe('the pupils of a carer', () => {
  it('are stored as the ties derive them', async () => {
    const { school, pupilId, people, browser } = await withPupil();
    const brother = await givenPupils.pupil(school, { forename: 'Chidi' });
    const carerId = await givenPupils.carer(school, brother);
    await givenPupils.carer(school, pupilId, { sameAs: carerId });
    await givenPupils.carer(school, pupilId, { sameAs: carerId });
    await givenPupils.carer(school, pupilId, { relationship: 'PAF', priority: 2 });
    const form = heldIn(await browser.get(`${people}/${carerId}/end`));
    await browser.post(`${people}/${carerId}/end`, form);
    const rows = await asOwner<{ stored: string[]; derived: string[] }>(
      `select array(select unnest(c.pupil_ids) order by 1) as stored,
         array(select distinct t.pupil_id from app.pupil_carers t
           where t.school_id = c.school_id and t.carer_id = c.carer_id order by 1) as derived
       from app.carers c where c.school_id = $1`,
      [school.schoolId],
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.stored).toEqual(row.derived);
  });
});
