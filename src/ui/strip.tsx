import type { ComponentChildren } from 'preact';

export type Figure = {
  readonly figure: string | number;
  readonly label: ComponentChildren;
  /** Where the figure is broken down. */
  readonly href?: string | undefined;
};

/** The few figures that a page is about. */
export function Strip({ figures }: { figures: readonly Figure[] }) {
  return (
    <div class="strip">
      {figures.map(({ figure, label, href }, index) => (
        <div key={index}>
          <b>{figure}</b>
          <span>{href ? <a href={href}>{label}</a> : label}</span>
        </div>
      ))}
    </div>
  );
}
