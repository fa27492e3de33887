import { load } from 'cheerio';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { DataTable, type DataTableProps } from './data-table.tsx';

type Key = 'pupil' | 'hours';
const columns = [
  { key: 'pupil', label: 'Pupil', isRowHead: true, sort: { href: '?sort=pupil', direction: 'ascending' } },
  { key: 'hours', label: 'Hours', isNumber: true, sort: { href: '?sort=hours' } },
] as const;
const rows = [
  { pupil: 'Abara, Chidi', hours: '1.6' },
  { pupil: 'Hussain, Zara', hours: '2.5' },
];
const drawn = (props: Partial<DataTableProps<Key>>) =>
  load(render(<DataTable<Key> caption="Pupils" columns={columns} {...props} />));

describe('a table', () => {
  test('says which way it is sorted, and links the other ways', () => {
    const $ = drawn({ rows });
    expect($('th[aria-sort]').attr('aria-sort')).toBe('ascending');
    expect($('thead a').last().attr('href')).toBe('?sort=hours');
  });

  test('names each row by its first cell', () => {
    const $ = drawn({ rows });
    expect($('tbody th[scope=row]').first().text()).toBe('Abara, Chidi');
    expect($('tbody td').first().attr('class')).toBe('num');
  });

  test('puts a heading over each group', () => {
    const $ = drawn({ groups: [{ label: 'Oak', rows }] });
    expect($('th[scope=rowgroup]').text()).toBe('Oak');
    expect($('th[scope=rowgroup]').attr('colspan')).toBe('2');
    expect($('tbody td').length).toBe(2);
  });

  test('repeats the headings in the cells only where rows become blocks', () => {
    expect(drawn({ rows, isStacked: true })('td').first().attr('data-label')).toBe('Hours');
    expect(drawn({ rows })('td').first().attr('data-label')).toBeUndefined();
  });
});
