export type BarProps = {
  /** Per cent of what was owed. */
  readonly delivered: number;
  /** Per cent of what was owed: striped. */
  readonly lost?: number | undefined;
  /** The same in words, for those who do not see the bar. */
  readonly label: string;
  /** Printed beside the bar, as "78 %". */
  readonly figure?: string | undefined;
};

/** Widths are attributes of an SVG, as the content security policy allows no inline style. */
const part = (percent: number) => `${Math.max(0, Math.min(100, percent))}%`;

/** What was delivered of what was owed, and striped what was lost. */
export function Bar({ delivered, lost = 0, label, figure }: BarProps) {
  const bar = (
    <div class="bar" role="img" aria-label={label}>
      {delivered > 0 && <svg aria-hidden="true" height="10" width={part(delivered)} />}
      {lost > 0 && <svg aria-hidden="true" class="lost" height="10" width={part(lost)} />}
    </div>
  );
  if (figure === undefined) return bar;
  return (
    <div class="figured">
      {bar}
      <span class="num">{figure}</span>
    </div>
  );
}
