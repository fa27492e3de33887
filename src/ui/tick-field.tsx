import { ChoiceItems } from './choice-items.tsx';
import { type FieldProps, FormGroup, HintAndError } from './field-parts.tsx';

/** One box, ticked or not; its label is the sentence that the tick agrees to. Posts `yes`. */
export function TickField(props: FieldProps & { readonly isTicked?: boolean | undefined }) {
  const { name, id = name, label, hint, error, isTicked } = props;
  return (
    <FormGroup error={error}>
      <HintAndError id={id} error={error} />
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        <ChoiceItems
          kind="checkboxes"
          id={id}
          name={name}
          options={[{ value: 'yes', label, ...(hint === undefined ? {} : { hint }) }]}
          chosen={isTicked ? ['yes'] : []}
        />
      </div>
    </FormGroup>
  );
}
