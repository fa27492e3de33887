import { z } from 'zod';
import { SchoolDate } from './dates.ts';

/** How a field is drawn. The page, an import's column and the API read the same schema. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'email'
  | 'password'
  | 'newPassword'
  | 'date'
  | 'number'
  | 'radios'
  | 'select'
  | 'checkboxes'
  | 'tick'
  | 'file'
  | 'hidden';

export type Option = { readonly value: string; readonly label: string; readonly hint?: string };

export type Field<S extends z.ZodType = z.ZodType> = {
  readonly schema: S;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly Option[];
  readonly max?: number;
  readonly isOptional?: boolean;
  readonly autocomplete?: string;
  /** Width in characters, for short fields. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
};

export type Fields = Record<string, Field>;
type Shape<F extends Fields> = { [K in keyof F]: F[K]['schema'] };

/** A form describes; it never looks things up, uploads or writes. */
export type Form<F extends Fields = Fields> = {
  readonly fields: { readonly [K in keyof F]: F[K] & { readonly name: string } };
  readonly schema: z.ZodObject<Shape<F>>;
};

export type Values<F extends Form> = z.output<F['schema']>;

/** What a person typed, and what is wrong with it. An empty attempt draws the form as new. */
export type Attempt = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
};
export const noAttempt: Attempt = { values: {}, errors: {} };

export function form<F extends Fields>(fields: F): Form<F> {
  const named = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, name }]));
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema]));
  return { fields: named, schema: z.object(shape) } as unknown as Form<F>;
}

/** The first message for each field; what belongs to no field is under `form`. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const found: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? 'form');
    found[name] ??= issue.message;
  }
  return found;
}

type Words = {
  label: string;
  hint?: string;
  autocomplete?: string;
  width?: NonNullable<Field['width']>;
  /** The message when nothing is given: "Enter …" or "Select …". */
  missing?: string;
};

const words = ({ label, hint, autocomplete, width }: Words) => ({
  label,
  ...(hint === undefined ? {} : { hint }),
  ...(autocomplete === undefined ? {} : { autocomplete }),
  ...(width === undefined ? {} : { width }),
});
const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);
const missing = (given: Words, verb: 'Enter' | 'Select') => given.missing ?? `${verb} ${lower(given.label)}`;
const tooLong = (given: Words, max: number) => `${given.label} must be ${max} characters or fewer`;
export const blankToUndefined = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

/** One line of text, trimmed, from 1 to `max` characters. */
export const text = (given: Words & { max: number; kind?: 'text' | 'longText' | 'hidden' }) => ({
  ...words(given),
  kind: given.kind ?? ('text' as const),
  max: given.max,
  schema: z
    .string({ error: missing(given, 'Enter') })
    .trim()
    .min(1, missing(given, 'Enter'))
    .max(given.max, tooLong(given, given.max)),
});

/** Text that may be left blank: blank is `undefined`. */
export const optionalText = (given: Words & { max: number; kind?: 'text' | 'longText' }) => ({
  ...words(given),
  kind: given.kind ?? ('text' as const),
  max: given.max,
  isOptional: true,
  schema: z.preprocess(
    blankToUndefined,
    z.string().trim().max(given.max, tooLong(given, given.max)).optional(),
  ),
});

export const email = (given: Words) => ({
  ...words({ autocomplete: 'email', ...given }),
  kind: 'email' as const,
  max: 254,
  schema: z
    .string({ error: missing(given, 'Enter') })
    .trim()
    .toLowerCase()
    .min(1, missing(given, 'Enter'))
    .pipe(z.email('Enter an email address in the correct format, like name@example.com').max(254)),
});

export const password = (given: Words & { isNew?: boolean }) => ({
  ...words({ autocomplete: given.isNew ? 'new-password' : 'current-password', ...given }),
  kind: given.isNew ? ('newPassword' as const) : ('password' as const),
  max: 200,
  schema: z
    .string({ error: missing(given, 'Enter') })
    .min(1, missing(given, 'Enter'))
    .max(200, tooLong(given, 200)),
});

/** A date in three boxes (`{ day, month, year }`) or as `2026-03-01`. */
const dateParts = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return blankToUndefined(value);
  const part = (name: string): string => String(Reflect.get(value, name) ?? '').trim();
  const [day, month, year] = [part('day'), part('month'), part('year')];
  if (day === '' && month === '' && year === '') return undefined;
  const wholeYear = /^\d{2}$/.test(year) ? `20${year}` : year;
  return `${wholeYear.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
export const date = (given: Words) => ({
  ...words(given),
  kind: 'date' as const,
  schema: z.preprocess(
    dateParts,
    z.string({ error: missing(given, 'Enter') }).pipe(
      z.custom<SchoolDate>((value) => SchoolDate.safeParse(value).success, {
        error: `${given.label} must be a real date`,
      }),
    ),
  ),
});

export const optionalDate = (given: Words) => ({
  ...words(given),
  kind: 'date' as const,
  isOptional: true,
  schema: z.preprocess(
    dateParts,
    z
      .custom<SchoolDate>((value) => SchoolDate.safeParse(value).success, {
        error: `${given.label} must be a real date`,
      })
      .optional(),
  ),
});

/** A whole number within bounds, both included. */
export const wholeNumber = (given: Words & { min: number; max: number }) => ({
  ...words(given),
  kind: 'number' as const,
  schema: z.preprocess(
    blankToUndefined,
    z.coerce
      .number({ error: missing(given, 'Enter') })
      .int(`${given.label} must be a whole number`)
      .min(given.min, `${given.label} must be ${given.min} or more`)
      .max(given.max, `${given.label} must be ${given.max} or less`),
  ),
});

/** Pounds and pence as people write them (`12.5`, `£1,200`) → whole pence. */
export const money = (given: Words & { maxPence: number }) => ({
  ...words(given),
  kind: 'text' as const,
  width: 10 as const,
  schema: z
    .string({ error: missing(given, 'Enter') })
    .trim()
    .min(1, missing(given, 'Enter'))
    .transform((typed) => typed.replace(/[£,\s]/g, ''))
    .pipe(z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, `${given.label} must be an amount of money, like 17.20`))
    .transform((amount) => {
      const [pounds = '0', pence = ''] = amount.split('.');
      return Number(pounds) * 100 + Number(pence.padEnd(2, '0'));
    })
    .pipe(z.number().max(given.maxPence, `${given.label} is too large`)),
});

export const oneOf = <const V extends string>(
  given: Words & { options: readonly (Option & { readonly value: V })[]; kind?: 'radios' | 'select' },
) => ({
  ...words(given),
  kind: given.kind ?? ('radios' as const),
  options: given.options,
  schema: z.enum(given.options.map((option) => option.value) as [V, ...V[]], {
    error: missing(given, 'Select'),
  }),
});

/** As `oneOf`, or nothing. */
export const optionalOneOf = <const V extends string>(
  given: Words & { options: readonly (Option & { readonly value: V })[]; kind?: 'radios' | 'select' },
) => ({
  ...words(given),
  kind: given.kind ?? ('select' as const),
  options: given.options,
  isOptional: true,
  schema: z.preprocess(
    blankToUndefined,
    z.enum(given.options.map((option) => option.value) as [V, ...V[]]).optional(),
  ),
});

/** A choice among things that only the database knows; the page gives the options when it draws. */
export const chosen = (given: Words & { kind?: 'radios' | 'select' | 'hidden' }) => ({
  ...words(given),
  kind: given.kind ?? ('select' as const),
  schema: z
    .string({ error: missing(given, 'Select') })
    .trim()
    .min(1, missing(given, 'Select'))
    .max(100),
});

/** Any number of choices, none included. */
export const anyOf = <const V extends string>(
  given: Words & { options: readonly (Option & { readonly value: V })[] },
) => ({
  ...words(given),
  kind: 'checkboxes' as const,
  options: given.options,
  isOptional: true,
  schema: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(given.options.map((option) => option.value) as [V, ...V[]])),
  ),
});

/** One box: ticked or not. */
export const tick = (given: Words) => ({
  ...words(given),
  kind: 'tick' as const,
  isOptional: true,
  schema: z.preprocess((value) => value === 'yes' || value === 'on' || value === true, z.boolean()),
});

export const file = (given: Words) => ({
  ...words(given),
  kind: 'file' as const,
  schema: z
    .instanceof(File, { error: missing(given, 'Select') })
    .refine((upload) => upload.size > 0, missing(given, 'Select')),
});

/** The version of the record that the form was drawn from: a stale save is refused, never an overwrite. */
export const version = () => ({
  kind: 'hidden' as const,
  label: 'Version',
  schema: z.coerce.number().int().min(1),
});

/**
 * Reads a posted form: repeated names become lists, `name-day`, `name-month`, `name-year` become one date.
 * Unknown names are left out.
 */
export function readPosted(of: Form, posted: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(of.fields)) {
    if (field.kind === 'date' && posted.has(`${name}-day`)) {
      values[name] = {
        day: posted.get(`${name}-day`),
        month: posted.get(`${name}-month`),
        year: posted.get(`${name}-year`),
      };
    } else if (field.kind === 'checkboxes') {
      values[name] = posted.getAll(name);
    } else if (posted.has(name)) {
      values[name] = posted.get(name);
    }
  }
  return values;
}
