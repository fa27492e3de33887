import { load } from 'cheerio';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { FilterChip } from './filter-chip.tsx';

const options = [
  { value: 'plan', label: 'EHC plan' },
  { value: 'support', label: 'SEN support' },
];
const drawn = (chosen: readonly string[]) =>
  load(
    render(
      <FilterChip
        label="Status"
        name="status"
        options={options}
        chosen={chosen}
        keep={[['sort', 'name']]}
        action="/register"
      />,
    ),
  );

describe('a filter', () => {
  test.each([
    [[], 'Status'],
    [['plan'], 'Status: EHC plan'],
    [['plan', 'support'], 'Status: EHC plan + 1'],
    [['gone'], 'Status'],
  ])('chosen %j reads "%s"', (chosen, words) => {
    expect(drawn(chosen)('summary').text()).toBe(words);
  });

  test('is a form without script that keeps the rest of the address', () => {
    const $ = drawn(['plan']);
    expect($('form').attr('method')).toBe('get');
    expect($('input[type=hidden]').attr()).toMatchObject({ name: 'sort', value: 'name' });
    expect($('input[checked]').attr('value')).toBe('plan');
    expect($('button[type=submit]').text()).toBe('Apply');
  });
});
