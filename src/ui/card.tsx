import type { ComponentChildren } from 'preact';
import { classes } from './field-parts.tsx';

/** A sheet of paper with a heading. `next` for the one thing to do now, `late` for what is pressing. */
export function Card({
  title,
  id,
  tone,
  children,
}: {
  title?: string | undefined;
  id?: string | undefined;
  tone?: 'next' | 'late' | undefined;
  children: ComponentChildren;
}) {
  return (
    <section class={classes('card', tone)} id={id}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
