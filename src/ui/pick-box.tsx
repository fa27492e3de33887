/** A box that picks its row of a table: the label names the row. Many of one name post a list. */
export function PickBox({
  name,
  id,
  value,
  label,
  isTicked,
}: {
  name: string;
  id: string;
  value: string;
  label: string;
  isTicked: boolean;
}) {
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small pick">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value={value}
          checked={isTicked}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          {label}
        </label>
      </div>
    </div>
  );
}
