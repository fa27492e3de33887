import { longDate, SchoolDate } from '../../../kernel/dates.ts';

/** Names of people, classes and carers by their ids. */
export type Names = ReadonlyMap<string, string>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

const at = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** `parents_told_on` → `Parents told on`; `by_person_id` → `By person` */
export function fieldLabel(field: string): string {
  const words = field
    .replace(/_id$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const textWords = (value: string, names: Names): string => {
  if (uuid.test(value)) return names.get(value) ?? '';
  if (SchoolDate.safeParse(value).success) return longDate(SchoolDate.parse(value));
  return instant.test(value) ? at.format(Date.parse(value)) : value;
};

const isChange = (value: object): value is { before: unknown; after: unknown } =>
  'before' in value && 'after' in value;

/**
 * A stored value as a person reads it; blank where it says nothing: an empty list, an id of something without a name.
 * Changes read `Rank: 2, before 1`.
 */
export function valueWords(value: unknown, names: Names): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return textWords(value, names);
  if (Array.isArray(value))
    return value
      .map((one) => valueWords(one, names))
      .filter((text) => text !== '')
      .join(', ');
  if (typeof value !== 'object') return String(value);
  if (isChange(value)) {
    const [before, after] = [valueWords(value.before, names), valueWords(value.after, names)];
    return `${after === '' ? 'nothing' : after}, before ${before === '' ? 'nothing' : before}`;
  }
  return Object.entries(value)
    .map(([name, one]) => [fieldLabel(name), valueWords(one, names)] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join('; ');
}
