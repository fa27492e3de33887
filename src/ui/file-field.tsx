import { classes, describedBy, type FieldProps, LabelledGroup } from './field-parts.tsx';

/** A file to send. The form around it needs `encType="multipart/form-data"`. */
export function FileField(props: FieldProps & { readonly accept?: string | undefined }) {
  const { name, id = name, error, accept } = props;
  return (
    <LabelledGroup field={props} id={id}>
      <input
        class={classes('govuk-file-upload', error && 'govuk-file-upload--error')}
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, props)}
      />
    </LabelledGroup>
  );
}
