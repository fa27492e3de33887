import type { ComponentChildren } from 'preact';
import { SubmitButton } from './buttons.tsx';
import { type Choice, ChoiceItems } from './choice-items.tsx';
import { classes } from './field-parts.tsx';
import { HiddenField } from './hidden-field.tsx';

export type FilterChipProps = {
  readonly label: string;
  readonly name: string;
  readonly options: readonly Choice[];
  readonly chosen: readonly string[];
  /** One choice only (radios) instead of several. */
  readonly isSingle?: boolean | undefined;
  /** What the address holds besides this filter, so that choosing keeps the rest. */
  readonly keep: readonly (readonly [name: string, value: string])[];
  /** The page's own address without its query. */
  readonly action: string;
  /** What the chip says and whether it stands out, where the choice itself says too little or too much. */
  readonly summary?: { readonly words: string; readonly isOn: boolean } | undefined;
};

/** "Status", "Status: EHC plan", "Status: EHC plan + 1". */
const summed = (label: string, options: readonly Choice[], chosen: readonly string[]) => {
  const [first, ...more] = options.filter((option) => chosen.includes(option.value));
  if (!first) return label;
  return `${label}: ${first.label}${more.length > 0 ? ` + ${more.length}` : ''}`;
};

/**
 * A filter: a chip that opens a small form. It works without script; with script a choice by pointer is applied
 * when the chip closes. The filter stands in the address, so a view can be kept and sent.
 */
export function FilterChip(props: FilterChipProps) {
  const { label, name, options, chosen, isSingle, keep, action } = props;
  const { words, isOn } = props.summary ?? {
    words: summed(label, options, chosen),
    isOn: chosen.length > 0,
  };
  const kind = isSingle ? 'radios' : 'checkboxes';
  return (
    <details class="filter" name="filter">
      <summary class={classes('chip', isOn && 'on')}>{words}</summary>
      <form method="get" action={action} data-filter>
        {keep.map(([key, value]) => (
          <HiddenField key={`${key}=${value}`} name={key} value={value} />
        ))}
        <fieldset class="govuk-fieldset">
          <legend class="govuk-visually-hidden">{label}</legend>
          <div class={`choices govuk-${kind} govuk-${kind}--small`}>
            <ChoiceItems kind={kind} id={`filter-${name}`} name={name} options={options} chosen={chosen} />
          </div>
        </fieldset>
        <div class="buttons">
          <SubmitButton>Apply</SubmitButton>
        </div>
      </form>
    </details>
  );
}

/** Chips in a row, and on the right what they leave: "104 pupils, 11 of them monitored". */
export function FilterBar({
  label,
  children,
  note,
}: {
  label: string;
  children: ComponentChildren;
  note?: ComponentChildren;
}) {
  return (
    <search class="filters" aria-label={label}>
      {children}
      {note && <p class="note">{note}</p>}
    </search>
  );
}
