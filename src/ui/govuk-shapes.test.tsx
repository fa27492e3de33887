import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fixturesOf, normalised } from '#test/ui/govuk-fixtures.ts';
import { BackLink } from './back-link.tsx';
import { Banner } from './banner.tsx';
import { SubmitButton } from './buttons.tsx';
import { CheckboxesField } from './checkboxes-field.tsx';
import { DateField } from './date-field.tsx';
import { Details } from './details.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FileField } from './file-field.tsx';
import { Inset } from './inset.tsx';
import { Pagination } from './pagination.tsx';
import { PasswordField } from './password-field.tsx';
import { RadiosField } from './radios-field.tsx';
import { SelectField } from './select-field.tsx';
import { SkipLink } from './skip-link.tsx';
import { SummaryList } from './summary-list.tsx';
import { TextAreaField } from './text-area-field.tsx';
import { TextField } from './text-field.tsx';
import { Warning } from './warning.tsx';

/** A component: which options of theirs are ours too, how they are said here, and how many fixtures that makes. */
type Compared = {
  readonly component: string;
  readonly atLeast: number;
  readonly draw: (options: unknown) => VNode | undefined;
  /** What we always do otherwise, put into their HTML first. */
  readonly adjust?: (html: string) => string;
};

function compared<S extends z.ZodType>(
  component: string,
  atLeast: number,
  schema: S,
  draw: (options: z.output<S>) => VNode,
): Compared {
  return {
    component,
    atLeast,
    draw: (options) => {
      const read = schema.safeParse(options);
      return read.success ? draw(read.data) : undefined;
    },
  };
}

const one = z.strictObject({ text: z.string() });
const value = z.union([z.string(), z.number()]).transform(String);
const common = {
  name: z.string(),
  id: z.string().optional(),
  hint: one.optional(),
  errorMessage: one.optional(),
};
const field = { ...common, label: one };
const group = { ...common, fieldset: z.strictObject({ legend: one }), idPrefix: z.string().optional() };
const item = z.strictObject({
  value,
  text: z.string(),
  hint: one.optional(),
  checked: z.literal(true).optional(),
});

type Said = { name: string; id?: string | undefined; hint?: { text: string } | undefined };
const said = (options: Said & { errorMessage?: { text: string } | undefined }, label: { text: string }) => ({
  name: options.name,
  id: options.id,
  label: label.text,
  hint: options.hint?.text,
  error: options.errorMessage?.text,
});
const choices = (items: readonly z.output<typeof item>[]) =>
  items.map(({ value, text, hint }) => ({ value, label: text, ...(hint ? { hint: hint.text } : {}) }));
const checked = (items: readonly z.output<typeof item>[]) =>
  items.filter((each) => each.checked).map((each) => each.value);

const widths = {
  'govuk-input--width-2': 2,
  'govuk-input--width-3': 3,
  'govuk-input--width-4': 4,
  'govuk-input--width-5': 5,
  'govuk-input--width-10': 10,
  'govuk-input--width-20': 20,
  'govuk-input--width-30': 30,
} as const;
const width = z
  .literal([
    'govuk-input--width-2',
    'govuk-input--width-3',
    'govuk-input--width-4',
    'govuk-input--width-5',
    'govuk-input--width-10',
    'govuk-input--width-20',
    'govuk-input--width-30',
  ])
  .transform((name) => widths[name]);

const input = compared(
  'input',
  18,
  z.strictObject({
    ...field,
    value: value.optional(),
    type: z.literal('text').optional(),
    classes: width.optional(),
    autocomplete: z.string().optional(),
    inputmode: z.literal(['numeric', 'decimal']).optional(),
    spellcheck: z.boolean().optional(),
  }),
  ({ label, classes, inputmode, type, value, autocomplete, spellcheck, ...rest }) => (
    <TextField
      {...said(rest, label)}
      {...{ type, value, autocomplete, spellcheck }}
      width={classes}
      inputMode={inputmode}
    />
  ),
);

const textarea = compared(
  'textarea',
  10,
  z.strictObject({
    ...field,
    value: z.string().optional(),
    rows: z.number().optional(),
    autocomplete: z.string().optional(),
    spellcheck: z.boolean().optional(),
  }),
  ({ label, value, rows, autocomplete, spellcheck, ...rest }) => (
    <TextAreaField {...said(rest, label)} {...{ value, rows, autocomplete, spellcheck }} />
  ),
);

const select = compared(
  'select',
  4,
  z.strictObject({
    ...field,
    items: z.array(z.strictObject({ value, text: z.string() })).default([]),
    value: value.optional(),
  }),
  ({ label, items, value, ...rest }) => (
    <SelectField
      {...said(rest, label)}
      value={value}
      options={items.map(({ value, text }) => ({ value, label: text }))}
    />
  ),
);

const radios = compared(
  'radios',
  9,
  z.strictObject({
    ...group,
    items: z.array(item),
    value: z.string().optional(),
    classes: z
      .literal(['govuk-radios--small', 'govuk-radios--inline', 'govuk-radios--small govuk-radios--inline'])
      .optional(),
  }),
  ({ fieldset, idPrefix, items, value, classes = '', ...rest }) => (
    <RadiosField
      {...said({ ...rest, id: idPrefix }, fieldset.legend)}
      options={choices(items)}
      value={value ?? checked(items)[0]}
      isSmall={classes.includes('small')}
      isInline={classes.includes('inline')}
    />
  ),
);

const checkboxes = compared(
  'checkboxes',
  9,
  z.strictObject({
    ...group,
    items: z.array(item),
    values: z.array(z.string()).optional(),
    classes: z.literal('govuk-checkboxes--small').optional(),
  }),
  ({ fieldset, idPrefix, items, values, classes, ...rest }) => (
    <CheckboxesField
      {...said({ ...rest, id: idPrefix }, fieldset.legend)}
      options={choices(items)}
      values={values ?? checked(items)}
      isSmall={classes !== undefined}
    />
  ),
);

const box = (part: string, size: number) =>
  z.strictObject({ name: z.literal(part), classes: z.literal(`govuk-input--width-${size}`) });
const dateInput: Compared = {
  ...compared(
    'date-input',
    5,
    z.strictObject({
      id: z.string(),
      namePrefix: z.string().optional(),
      fieldset: z.strictObject({ legend: one }),
      hint: one.optional(),
      errorMessage: one.optional(),
      values: z.strictObject({ day: value, month: value, year: value }).optional(),
      items: z.tuple([box('day', 2), box('month', 2), box('year', 4)]).optional(),
    }),
    ({ id, namePrefix = id, fieldset, values, ...rest }) => (
      <DateField {...said({ ...rest, id, name: namePrefix }, fieldset.legend)} value={values} />
    ),
  ),
  // Our boxes always carry the field's name, also where theirs are called "day" alone.
  adjust: (html) => html.replace(/id="([\w-]+)-(day|month|year)" name="\2"/g, 'id="$1-$2" name="$1-$2"'),
};

const fileUpload = compared('file-upload', 5, z.strictObject(field), ({ label, ...rest }) => (
  <FileField {...said(rest, label)} />
));

const passwordInput = compared(
  'password-input',
  5,
  z.strictObject({ ...field, autocomplete: z.literal('new-password').optional() }),
  ({ label, autocomplete, ...rest }) => <PasswordField {...said(rest, label)} autocomplete={autocomplete} />,
);

const kinds = { 'govuk-button--secondary': 'second', 'govuk-button--warning': 'warning' } as const;
const button = compared(
  'button',
  7,
  z.strictObject({
    text: z.string(),
    name: z.string().optional(),
    value: z.string().optional(),
    classes: z
      .literal(['govuk-button--secondary', 'govuk-button--warning'])
      .transform((name) => kinds[name])
      .optional(),
  }),
  ({ text, classes, name, value }) => (
    <SubmitButton kind={classes} name={name} value={value}>
      {text}
    </SubmitButton>
  ),
);

const errorSummary = compared(
  'error-summary',
  5,
  z.strictObject({
    titleText: z.literal('There is a problem'),
    errorList: z.array(z.strictObject({ text: z.string(), href: z.string().optional() })),
  }),
  ({ errorList }) => <ErrorSummary errors={errorList} />,
);

const banner = compared(
  'notification-banner',
  7,
  z.strictObject({
    text: z.string(),
    type: z.literal('success').optional(),
    titleId: z.string().optional(),
  }),
  ({ text, type, titleId }) => (
    <Banner kind={type} titleId={titleId}>
      {text}
    </Banner>
  ),
);

const details = compared(
  'details',
  3,
  z.strictObject({ summaryText: z.string(), text: z.string(), open: z.boolean().optional() }),
  ({ summaryText, text, open }) => (
    <Details summary={summaryText} isOpen={open}>
      {text}
    </Details>
  ),
);

const summaryAction = z.strictObject({
  href: z.string(),
  text: z.string(),
  visuallyHiddenText: z.string().optional(),
});
const summaryList = compared(
  'summary-list',
  3,
  z.strictObject({
    rows: z.array(
      z.strictObject({
        key: one,
        value: one,
        actions: z.strictObject({ items: z.array(summaryAction) }).optional(),
      }),
    ),
  }),
  ({ rows }) => (
    <SummaryList
      rows={rows.map(({ key, value, actions }) => ({
        key: key.text,
        value: value.text,
        actions: actions?.items.map((action) => ({
          href: action.href,
          label: action.text,
          about: action.visuallyHiddenText,
        })),
      }))}
    />
  ),
);

const href = z.strictObject({ href: z.string() });
const pageLink = z.strictObject({
  number: z.number(),
  href: z.string(),
  current: z.literal(true).optional(),
});
const pagination = compared(
  'pagination',
  7,
  z.strictObject({
    previous: href.optional(),
    next: href.optional(),
    items: z.array(z.union([pageLink, z.strictObject({ ellipsis: z.literal(true) })])).default([]),
  }),
  ({ previous, next, items }) => (
    <Pagination
      previous={previous?.href}
      next={next?.href}
      pages={items.map((each) => ('ellipsis' in each ? 'gap' : each))}
      current={items.flatMap((each) => ('current' in each && each.current ? [each.number] : []))[0]}
    />
  ),
);

const text = { text: z.string() };
const all: readonly Compared[] = [
  input,
  textarea,
  select,
  radios,
  checkboxes,
  dateInput,
  fileUpload,
  passwordInput,
  button,
  errorSummary,
  banner,
  details,
  summaryList,
  pagination,
  compared('inset-text', 2, z.strictObject(text), ({ text }) => <Inset>{text}</Inset>),
  compared(
    'warning-text',
    4,
    z.strictObject({ ...text, iconFallbackText: z.literal('Warning').optional() }),
    ({ text }) => <Warning>{text}</Warning>,
  ),
  compared(
    'back-link',
    3,
    z.strictObject({ text: z.string().optional(), href: z.string().default('#') }),
    ({ text, href }) => <BackLink href={href}>{text}</BackLink>,
  ),
  compared(
    'skip-link',
    5,
    z.strictObject({ ...text, href: z.string().default('#content') }),
    ({ text, href }) => <SkipLink href={href}>{text}</SkipLink>,
  ),
];

describe.each(all)(
  "$component, against govuk-frontend's fixtures",
  ({ component, atLeast, draw, adjust }) => {
    const fixtures = fixturesOf(component).map((fixture) => ({ ...fixture, drawn: draw(fixture.options) }));
    const ours = fixtures.flatMap(({ name, html, drawn }) =>
      drawn ? [{ name, theirs: adjust ? adjust(html) : html, drawn: render(drawn) }] : [],
    );

    test.each(ours)('$name', ({ theirs, drawn }) => {
      expect(normalised(drawn)).toEqual(normalised(theirs));
    });

    test(`compares ${ours.length} of ${fixtures.length}, no fewer than before`, () => {
      expect(ours.length).toBeGreaterThanOrEqual(atLeast);
    });
  },
);
