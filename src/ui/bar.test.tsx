import { load } from 'cheerio';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Bar } from './bar.tsx';

test.each([
  ['a part', 78, 9, ['78%', '9%']],
  ['nothing', 0, 0, []],
  ['all lost', 0, 100, ['100%']],
  ['more than was owed, drawn as all of it', 130, 0, ['100%']],
])('draws %s by widths that need no inline style', (_what, delivered, lost, widths) => {
  const $ = load(render(<Bar delivered={delivered} lost={lost} label="in words" />));
  const drawn = $('svg')
    .toArray()
    .map((part) => $(part).attr('width'));
  expect(drawn).toEqual(widths);
  expect($('[role=img]').attr('aria-label')).toBe('in words');
});
