import { classes } from './field-parts.tsx';

export type ChipLink = {
  readonly label: string;
  readonly href: string;
  readonly isCurrent?: boolean | undefined;
};

/** Tabs as links: each is a page with an address of its own. */
export function ChipNav({ label, links }: { label: string; links: readonly ChipLink[] }) {
  return (
    <nav class="filters" aria-label={label}>
      {links.map((link) => (
        <a
          key={link.href}
          class={classes('chip', link.isCurrent && 'on')}
          href={link.href}
          aria-current={link.isCurrent ? 'page' : undefined}
        >
          {link.label}
        </a>
      ))}
    </nav>
  );
}
