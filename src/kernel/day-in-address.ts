import { SchoolDate } from './dates.ts';

const text = (given: unknown): string => (typeof given === 'string' ? given.trim() : '');

/**
 * The day that an address holds, as `?on=2027-01-21` or as the three boxes of a form (`on-day`, `on-month`, `on-year`);
 * undefined where it holds none, or no real day.
 */
export function dayInAddress(given: Readonly<Record<string, unknown>>, name: string): SchoolDate | undefined {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    text(given[`${name}-${part}`]),
  );
  const boxes = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return [text(given[name]), boxes].map((one) => SchoolDate.safeParse(one).data).find(Boolean);
}
