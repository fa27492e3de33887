import type { ComponentChildren } from 'preact';

/** Two thirds and one third; one under the other on a phone. */
export function Columns({ children, side }: { children: ComponentChildren; side: ComponentChildren }) {
  return (
    <div class="two">
      <div>{children}</div>
      <div>{side}</div>
    </div>
  );
}
