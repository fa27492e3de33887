import type { ComponentChildren } from 'preact';
import { classes } from './field-parts.tsx';

/** `second` for what is not the page's main deed; `warning` for what is hard to take back. */
export type ButtonKind = 'first' | 'second' | 'warning';

const KINDS = { first: false, second: 'govuk-button--secondary', warning: 'govuk-button--warning' } as const;

/** Sends the form. With a name and value, tells which of two buttons was pressed. */
export function SubmitButton({
  children,
  kind = 'first',
  name,
  value,
}: {
  children: ComponentChildren;
  kind?: ButtonKind | undefined;
  name?: string | undefined;
  value?: string | undefined;
}) {
  return (
    <button
      type="submit"
      class={classes('govuk-button', KINDS[kind])}
      data-module="govuk-button"
      name={name}
      value={value}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  href,
  children,
  kind = 'first',
}: {
  href: string;
  children: ComponentChildren;
  kind?: 'first' | 'second' | undefined;
}) {
  return (
    <a class={classes('button', kind === 'second' && 'second')} href={href}>
      {children}
    </a>
  );
}

/** Buttons beside each other; they wrap on a phone. */
export function ButtonRow({ children }: { children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}
