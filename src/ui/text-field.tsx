import { classes, describedBy, type FieldProps, LabelledGroup } from './field-parts.tsx';

export type TextFieldProps = FieldProps & {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | undefined;
  /** Width in characters. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'numeric' | 'decimal' | undefined;
  readonly spellcheck?: boolean | undefined;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, error, id = name, value, type = 'text', width, spellcheck } = props;
  return (
    <LabelledGroup field={props} id={id}>
      <input
        class={classes('govuk-input', error && 'govuk-input--error', width && `govuk-input--width-${width}`)}
        id={id}
        name={name}
        type={type}
        // Preact's types know an input of two kinds only with a list.
        list={undefined}
        spellcheck={spellcheck}
        value={value}
        aria-describedby={describedBy(id, props)}
        autocomplete={props.autocomplete}
        inputmode={props.inputMode}
      />
    </LabelledGroup>
  );
}
