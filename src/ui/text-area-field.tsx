import { classes, describedBy, type FieldProps, LabelledGroup } from './field-parts.tsx';

export type TextAreaFieldProps = FieldProps & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly autocomplete?: string | undefined;
  readonly spellcheck?: boolean | undefined;
};

/** Several lines of text. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, error, id = name, value, rows = 5 } = props;
  return (
    <LabelledGroup field={props} id={id}>
      <textarea
        class={classes('govuk-textarea', error && 'govuk-textarea--error')}
        id={id}
        name={name}
        rows={rows}
        spellcheck={props.spellcheck}
        aria-describedby={describedBy(id, props)}
        autocomplete={props.autocomplete}
        value={value}
      />
    </LabelledGroup>
  );
}
