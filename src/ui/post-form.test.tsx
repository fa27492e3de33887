import { load } from 'cheerio';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { noAttempt } from '../kernel/form.ts';
import { PostForm, summaryOf } from './post-form.tsx';

test('links each message to its field, a date to its first box, and says first what belongs to none', () => {
  expect(
    summaryOf({
      values: { since: { day: '', month: '', year: '' } },
      errors: { name: 'Enter name', since: 'Enter since', form: 'Already reviewed' },
    }),
  ).toEqual([
    { text: 'Already reviewed' },
    { text: 'Enter name', href: '#name' },
    { text: 'Enter since', href: '#since-day' },
  ]);
});

test('draws no summary where nothing is wrong, and lets the server do the checking', () => {
  const $ = load(render(<PostForm attempt={noAttempt} submit="Save" cancel={{ href: '/back' }} />));
  expect($('[role=alert]').length).toBe(0);
  expect($('form').attr('novalidate')).toBeDefined();
  expect($('form').attr('method')).toBe('post');
  expect($('button').text()).toBe('Save');
  expect($('a').attr('href')).toBe('/back');
});
