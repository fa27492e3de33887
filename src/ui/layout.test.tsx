import { load } from 'cheerio';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Layout, type LayoutProps } from './layout.tsx';
import { usualReading } from './reading.ts';

const page = (props: Partial<LayoutProps> = {}) =>
  load(
    render(
      <Layout
        title="Register"
        nav={[
          { label: 'Today', href: '/' },
          { label: 'Pupils', href: '/pupils' },
        ]}
        section="Pupils"
        school={{ name: 'Larkfield Primary', href: '/schools' }}
        person={{ name: 'Ruth Adeyemi' }}
        canFind
        assets={{ css: ['/assets/styles.css'], js: ['/assets/sendero.js'] }}
        {...props}
      >
        <h1>Register</h1>
      </Layout>,
    ),
  );

describe('the frame', () => {
  test('names the page and the place in it', () => {
    const $ = page();
    expect($('title').text()).toBe('Register · Sendero');
    expect($('html').attr('lang')).toBe('en-GB');
    expect($('nav [aria-current]').text()).toBe('Pupils');
  });

  test('says in the title that a form was refused', () => {
    expect(page({ hasErrors: true })('title').text()).toBe('Error: Register · Sendero');
  });

  test('finds a pupil by a plain form', () => {
    const form = page()('form[action="/find"]');
    expect(form.attr('method')).toBe('get');
    expect(form.find('input#find-pupil').attr('name')).toBe('q');
  });

  test('shows no way to find pupils to those who may not', () => {
    expect(page({ canFind: false })('form').length).toBe(0);
  });

  test('loads script from files only', () => {
    const scripts = page()('script');
    expect(scripts.attr('type')).toBe('module');
    expect(scripts.attr('src')).toBe('/assets/sendero.js');
    expect(scripts.text()).toBe('');
  });

  test('links to the switch of schools only where there is one', () => {
    expect(page()('a[href="/schools"]').text()).toBe('Larkfield Primary');
    expect(page({ school: { name: 'Larkfield Primary' } })('a[href="/schools"]').length).toBe(0);
  });

  test('has brand and page alone when nobody is signed in', () => {
    const $ = page({ nav: [], school: undefined, person: undefined, canFind: false });
    expect($('a[href^="/me"], nav, form').length).toBe(0);
  });

  test('says once what was done', () => {
    expect(page({ flash: 'Saved' })('[role=alert] p').text()).toBe('Saved');
  });

  test('loads itself again without script only while a job runs', () => {
    const $ = page({ refreshSeconds: 2 });
    expect($('main').attr('data-refresh')).toBe('2');
    expect($('noscript').html()).toContain('http-equiv="refresh"');
    expect(page()('noscript').length).toBe(0);
  });
});

describe('reading preferences', () => {
  test('print nothing when they are the usual ones', () => {
    expect(Object.keys(page()('html').attr() ?? {})).toEqual(['lang']);
  });

  test('are attributes of the page', () => {
    const $ = page({ reading: { ...usualReading, tint: 'dark', size: 'larger', keys: 'off' } });
    expect($('html').attr()).toMatchObject({
      'data-tint': 'dark',
      'data-size': 'larger',
      'data-keys': 'off',
    });
  });
});
