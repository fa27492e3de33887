import { describe, expect, it } from 'vitest';
import * as given from '../given.ts';
import { browser } from '../http.ts';

describe('a stop', () => {
  it.each([
    ['a page that is not there', '/no-such-page', 404, 'Page not found'],
    ['a pupil who is not there', '/pupils/01a201ca-385b-7c4a-b4cb-82adb3e2ee65', 404, 'Page not found'],
    ['a page of another role', '/people', 403, 'You cannot open this page'],
  ])('keeps the menu of whoever is signed in: %s', async (_, path, status, title) => {
    const school = await given.school();
    const page = await (await given.person(school, 'teacher')).browser.get(path);
    expect(page.status).toBe(status);
    expect(page.$('h1').text()).toBe(title);
    const menu = page
      .$('nav a')
      .toArray()
      .map((link) => page.$(link).attr('href'));
    expect(menu).toContain('/pupils');
    expect(menu).not.toContain('/people');
  });

  it('shows no menu to somebody who has not signed in', async () => {
    const page = await browser().get('/no-such-page');
    expect(page.status).toBe(404);
    expect(page.$('nav a[href="/pupils"]').length).toBe(0);
  });
});
