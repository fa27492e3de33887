import { classes, describedBy, type FieldProps, LabelledGroup } from './field-parts.tsx';

type FileFieldProps = FieldProps & {
  readonly accept?: string | undefined;
  /** Several at once. */
  readonly isMultiple?: boolean | undefined;
};

/** A file to send. The form around it needs `encType="multipart/form-data"`. */
export function FileField(props: FileFieldProps) {
  const { name, id = name, error, accept, isMultiple } = props;
  return (
    <LabelledGroup field={props} id={id}>
      <input
        class={classes('govuk-file-upload', error && 'govuk-file-upload--error')}
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={isMultiple}
        aria-describedby={describedBy(id, props)}
      />
    </LabelledGroup>
  );
}
