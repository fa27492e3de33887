import type { Attempt, Field, Option } from '../kernel/form.ts';
import { assertNever } from '../kernel/result.ts';
import { CheckboxesField } from './checkboxes-field.tsx';
import { type DateBoxes, DateField } from './date-field.tsx';
import { FileField } from './file-field.tsx';
import { HiddenField } from './hidden-field.tsx';
import { PasswordField } from './password-field.tsx';
import { RadiosField } from './radios-field.tsx';
import { SelectField } from './select-field.tsx';
import { TextAreaField } from './text-area-field.tsx';
import { TextField } from './text-field.tsx';
import { TickField } from './tick-field.tsx';

/** What the record holds: shown until somebody has typed something else. */
export type Held = string | number | boolean | readonly string[] | null | undefined;

export type FormFieldProps = {
  readonly of: Field & { readonly name: string };
  readonly attempt: Attempt;
  readonly value?: Held;
  /** The choices of a `chosen` field, which only the database knows; else those of the form are drawn. */
  readonly options?: readonly Option[] | undefined;
};

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const asTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value == null || value === '' ? [] : [String(value)];

const isYes = (value: unknown): boolean => value === true || value === 'yes' || value === 'on';

/** Three boxes from what was posted (`{ day, month, year }`) or from a school date (`2026-03-01`). */
const asBoxes = (value: unknown): DateBoxes | undefined => {
  if (typeof value === 'object' && value !== null) {
    const part = (name: string) => String(Reflect.get(value, name) ?? '');
    return { day: part('day'), month: part('month'), year: part('year') };
  }
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(asText(value) ?? '') ?? [];
  if (!year || !month || !day) return undefined;
  return { day: String(Number(day)), month: String(Number(month)), year };
};

/** A box that is not ticked is not posted, so absence counts as an answer once the form was sent. */
const wasSent = ({ values, errors }: Attempt) =>
  Object.keys(values).length > 0 || Object.keys(errors).length > 0;

const withBlank = (options: readonly Option[], isOptional: boolean): readonly Option[] =>
  options.some((option) => option.value === '')
    ? options
    : [{ value: '', label: isOptional ? 'None' : 'Choose one' }, ...options];

function shown({ of, attempt, value }: FormFieldProps): unknown {
  const isBox = of.kind === 'tick' || of.kind === 'checkboxes';
  return isBox && wasSent(attempt) ? attempt.values[of.name] : (attempt.values[of.name] ?? value);
}

/** Draws any field of a form, with what was typed, else what is held, and with its error. */
export function FormField(props: FormFieldProps) {
  const { of, attempt } = props;
  const options = props.options ?? of.options ?? [];
  const value = shown(props);
  const common = {
    name: of.name,
    label: of.isOptional && of.kind !== 'tick' ? `${of.label} (optional)` : of.label,
    hint: of.hint,
    error: attempt.errors[of.name],
  };
  const typed = { ...common, value: asText(value), autocomplete: of.autocomplete, width: of.width };
  switch (of.kind) {
    case 'text':
      return <TextField {...typed} />;
    case 'email':
      return <TextField {...typed} type="email" spellcheck={false} />;
    case 'number':
      return <TextField {...typed} inputMode="numeric" width={of.width ?? 5} />;
    case 'longText':
      return <TextAreaField {...common} value={typed.value} />;
    case 'password':
      return <PasswordField {...common} />;
    case 'newPassword':
      return <PasswordField {...common} autocomplete="new-password" />;
    case 'date':
      return <DateField {...common} value={asBoxes(value)} />;
    case 'radios':
      return <RadiosField {...common} options={options} value={asText(value)} isSmall />;
    case 'select':
      return (
        <SelectField
          {...common}
          options={withBlank(options, of.isOptional === true)}
          value={asText(value) ?? ''}
        />
      );
    case 'checkboxes':
      return <CheckboxesField {...common} options={options} values={asTexts(value)} isSmall />;
    case 'tick':
      return <TickField {...common} isTicked={isYes(value)} />;
    case 'file':
      return <FileField {...common} />;
    case 'hidden':
      return <HiddenField name={of.name} value={asText(value) ?? ''} />;
    default:
      return assertNever(of.kind);
  }
}
