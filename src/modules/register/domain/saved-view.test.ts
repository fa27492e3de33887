import { describe, expect, it } from 'vitest';
import { filterAddress, parseFilter, queryOf, usualFilter } from './register-filter.ts';
import { openView } from './saved-view.ts';

describe('a saved view', () => {
  it.each([
    ['', [], '/pupils?show=register'],
    ['status=ehc_plan&sort=year', [], '/pupils?status=ehc_plan&sort=year'],
    ['status=ehc_plan&status=gone', ['status'], '/pupils?status=ehc_plan'],
    ['shoes=red&group=class', ['shoes'], '/pupils?group=class'],
    ['sort=shoes&show=nobody', ['sort', 'show'], '/pupils?show=register'],
    ['columns=year&columns=shoe_size', ['columns'], '/pupils?columns=year'],
    ['__proto__=x&constructor=y', ['__proto__', 'constructor'], '/pupils?show=register'],
  ])('%j opens with what is still known, and says what is not', (query, lost, address) => {
    const opened = openView(query);
    expect(opened.lost).toEqual(lost);
    expect(filterAddress(opened.filter)).toBe(address);
  });

  it('opens with the filter that it was kept from', () => {
    const filter = parseFilter({ year: ['4', '–'], class: 'Oak & Ash', q: 'o’k', flags: ['eal', 'fsm'] });
    expect(openView(queryOf(filter))).toEqual({ filter, lost: [] });
    expect(openView(queryOf(usualFilter)).filter).toEqual(usualFilter);
  });
});
