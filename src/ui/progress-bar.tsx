/** How far a long job has come. `total` 0 means that nobody knows yet: the bar is then without an end. */
export function ProgressBar({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <div class="progress" role="status">
      <label for="progress">{label}</label>{' '}
      {total > 0 && (
        <span class="quiet">
          {done.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}
        </span>
      )}
      <progress id="progress" max={total > 0 ? total : undefined} value={total > 0 ? done : undefined} />
    </div>
  );
}
