import { classes } from './field-parts.tsx';

type ChoiceInputProps = {
  readonly name: string;
  /** Read out; what stands beside it says it to the eye. */
  readonly label: string;
  /** The id of the list of choices. */
  readonly list: string;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
};

/** A line to type in, among other words, with choices offered while somebody types. Without script as with it. */
export function ChoiceInput({ name, label, list, value, error }: ChoiceInputProps) {
  return (
    <>
      <label class="govuk-visually-hidden" for={name}>
        {label}
      </label>
      {error && (
        <span id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </span>
      )}
      <input
        class={classes('govuk-input', error && 'govuk-input--error')}
        id={name}
        name={name}
        type="text"
        list={list}
        value={value}
        autocomplete="off"
        aria-describedby={error ? `${name}-error` : undefined}
      />
    </>
  );
}

/** The choices of such lines, once a page. */
export function Choices({ id, choices }: { id: string; choices: readonly string[] }) {
  return (
    <datalist id={id}>
      {choices.map((choice) => (
        <option key={choice} value={choice} />
      ))}
    </datalist>
  );
}
