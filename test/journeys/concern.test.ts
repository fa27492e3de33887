import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as given from '../given.ts';
import * as givenPupils from '../given-pupils.ts';
import {
  listenForComplaints,
  looksRight,
  openChromium,
  openSite,
  type Site,
  signIn,
  widths,
} from './browse.ts';

const password = 'violet tractor umbrella';
let site: Site;
let chromium: Browser;
let teacher: string;
let senco: string;
let home: string;

beforeAll(async () => {
  const school = await given.school();
  const pupilId = await givenPupils.pupil(school, { facts: { eal: 'yes' } });
  home = `/pupils/${pupilId}`;
  const [first, second] = [await given.account(password), await given.account(password)];
  await given.giveRoles(school, first.personId, ['teacher']);
  await givenPupils.taughtBy(school, pupilId, first.personId);
  await given.giveRoles(school, second.personId, ['senco']);
  [teacher, senco] = [first.email, second.email];
  site = await openSite();
  chromium = await openChromium();
}, 120_000);

afterAll(async () => {
  await chromium.close();
  await site.close();
});

const as = async (context: BrowserContext, email: string): Promise<Page> => {
  const page = await context.newPage();
  await signIn(page, site, { email, password });
  return page;
};

describe('a concern', () => {
  it('goes from a teacher to the SENCO’s decision, and the parents stay flagged until they are told', async () => {
    const [hers, his] = [
      await chromium.newContext({ viewport: widths.desk }),
      await chromium.newContext({ viewport: widths.desk }),
    ];
    const complaints = [listenForComplaints(hers), listenForComplaints(his)];

    // given a teacher on the page of a pupil, two clicks raise a concern
    const inClass = await as(hers, teacher);
    await inClass.goto(`${site.url}${home}`);
    await inClass.getByRole('link', { name: 'Raise a concern' }).click();
    await looksRight(inClass);
    await inClass.getByLabel('What do you see?').fill('Loses the thread in long talk');
    await inClass.getByRole('button', { name: 'Raise the concern' }).click();
    await inClass.getByText('Concern raised.').waitFor();
    expect(await inClass.getByText('To decide').isVisible()).toBe(true);

    // when the SENCO opens Today, it waits there, and is decided with the law beside it
    const office = await as(his, senco);
    await office.goto(`${site.url}/today`);
    await office.getByRole('link', { name: 'Decide on the concern about Amara Okafor' }).click();
    await office.getByText('section 20(4)').waitFor();
    await office.getByRole('navigation', { name: 'What is decided' }).getByText('SEN support').click();
    await looksRight(office);
    await office.getByLabel('Reason').fill('Two terms of good teaching were not enough');
    await office.getByLabel('Primary need').selectOption('SLCN');
    await office.getByRole('button', { name: 'Decide: SEN support' }).click();
    await office.getByText('Decided. It can be undone today.').waitFor();
    await looksRight(office);

    // then the parents are flagged until somebody notes that they were told
    await office.goto(`${site.url}/today`);
    await office.getByRole('link', { name: 'Tell the parents of Amara Okafor' }).click();
    await office.getByLabel('How, and by whom').fill('By telephone, the SENCO');
    await office.getByRole('button', { name: 'Save' }).click();
    await office.getByText('Noted that the parents were told').waitFor();
    await office.goto(`${site.url}/today`);
    expect(await office.getByText('Tell the parents').count()).toBe(0);

    // and the teacher reads the decision and why
    await inClass.goto(`${site.url}/today`);
    await inClass.getByText('Two terms of good teaching were not enough').waitFor();
    expect(complaints).toEqual([[], []]);
    await Promise.all([hers.close(), his.close()]);
  });
});
