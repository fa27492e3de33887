import { describe, expect, it } from 'vitest';
import * as given from '#test/given.ts';
import { academicYear } from '#test/given-school.ts';
import { errorsShown, type Read, valueBeside } from '#test/http.ts';
import { asOwner } from '#test/worker-database.ts';

const links = ({ $ }: Read) =>
  $('main a')
    .toArray()
    .map((element) => $(element).attr('href'));

describe('the school in one page', () => {
  it('says who the school is and where in the year it stands', async () => {
    const school = await given.school();
    await academicYear(school);
    const { browser } = await given.person(school, 'senco');
    const shown = await browser.get('/school');
    expect(shown.$('h1').text()).toBe('Larkfield Primary');
    expect(shown.$('main').text()).toContain('Week 12 of the autumn term · 24 November 2026');
    expect(valueBeside(shown, 'URN')).toBe(school.urn);
    expect(valueBeside(shown, 'LAESTAB')).toMatch(/^209\/\d{4}$/);
    expect(valueBeside(shown, 'Local authority')).toBe('Lewisham');
  });

  it('does not guess the week when no terms are entered', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    expect((await browser.get('/school')).text).toContain('No term dates are entered for 24 November 2026');
  });

  it('links only to what the person may open', async () => {
    const school = await given.school({ inTrust: true });
    const head = await given.person(school, 'head');
    const lead = await given.person(school, 'trust_lead');
    expect(links(await head.browser.get('/school'))).not.toContain('/people');
    expect(links(await head.browser.get('/school'))).not.toContain('/school/details');
    expect(links(await lead.browser.get('/school'))).toContain('/trust');
  });
});

describe('the details of the school', () => {
  it('are saved, once, with what they were before', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const typed = { name: 'Larkfield Academy', phase: 'primary', hasSenUnit: 'yes', version: '1' };
    const done = await browser.post('/school/details', typed);
    expect([done.status, done.goesTo]).toEqual([303, '/school']);
    const events = await asOwner<{ changes: unknown }>(
      `select changes from app.events where school_id = $1 and type = 'SchoolChanged'`,
      [school.schoolId],
    );
    expect(events).toEqual([
      {
        changes: {
          name: { before: 'Larkfield Primary', after: 'Larkfield Academy' },
          hasSenUnit: { before: false, after: true },
        },
      },
    ]);
  });

  it('show both texts when somebody else was quicker, and keep theirs', async () => {
    const school = await given.school();
    const { browser } = await given.person(school, 'senco');
    const typed = { phase: 'primary', version: '1' };
    await browser.post('/school/details', { ...typed, name: 'First Name' });
    const late = await browser.post('/school/details', { ...typed, name: 'Second Name' });
    expect(late.status).toBe(422);
    expect(valueBeside(late, 'Name')).toBe('First Name');
    expect(late.$('input[name=name]').attr('value')).toBe('Second Name');
    const again = await browser.post('/school/details', {
      ...typed,
      name: 'Second Name',
      version: String(late.$('input[name=version]').attr('value')),
    });
    expect(again.status).toBe(303);
  });

  it('need a name', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    const refused = await browser.post('/school/details', { name: ' ', phase: 'primary', version: '1' });
    expect([refused.status, errorsShown(refused)]).toEqual([422, ['Enter name of the school']]);
  });
});

describe('sites', () => {
  it('are added, one of a name, and one of them is the main one', async () => {
    const { browser } = await given.person(await given.school(), 'senco');
    await browser.post('/school/sites/new', { name: 'Upper site', isMain: 'yes' });
    await browser.post('/school/sites/new', { name: 'Lower site', isMain: 'yes', address: '1 Low Road' });
    const again = await browser.post('/school/sites/new', { name: 'Lower site' });
    expect([again.status, errorsShown(again)]).toEqual([422, ['There is already a site of this name']]);
    const shown = await browser.get('/school/sites');
    const rows = shown.$('tbody tr').toArray();
    expect(rows.map((row) => shown.$(row).text())).toEqual(['Lower site1 Low RoadMain site', 'Upper site–']);
  });
});
