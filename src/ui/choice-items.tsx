/** One thing to choose. The shape is that of `Option` in the kernel's forms. */
export type Choice = { readonly value: string; readonly label: string; readonly hint?: string };

/** The first item has the group's own id, so that the error summary's link lands on it. */
const itemId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);

/** The boxes of radios or checkboxes: same shape, other class names and type. */
export function ChoiceItems({
  kind,
  id,
  name,
  options,
  chosen,
}: {
  kind: 'radios' | 'checkboxes';
  id: string;
  name: string;
  options: readonly Choice[];
  chosen: readonly string[];
}) {
  const block = `govuk-${kind}`;
  return options.map((option, index) => {
    const own = itemId(id, index);
    return (
      <div key={option.value} class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={own}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={option.value}
          checked={chosen.includes(option.value)}
          aria-describedby={option.hint ? `${own}-item-hint` : undefined}
        />
        <label class={`govuk-label ${block}__label`} for={own}>
          {option.label}
        </label>
        {option.hint && (
          <div id={`${own}-item-hint`} class={`govuk-hint ${block}__hint`}>
            {option.hint}
          </div>
        )}
      </div>
    );
  });
}
