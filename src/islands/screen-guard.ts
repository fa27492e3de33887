/**
 * Island: hides everything when Escape is pressed twice, until any key; tells the server that somebody is here while
 * they type, and puts the lock on the screen when nobody was; HTML can do none of it, and a screen left open shows on.
 */

const twiceWithinMs = 500;
const minute = 60_000;

/** Whether this Escape is the second of two quick ones. */
export const isSecond = (at: number, before: number): boolean => at - before <= twiceWithinMs;

/** What is due after `idle` milliseconds of a screen that locks after `limit`. */
export function dueAfter(idle: number, limit: number): 'lock' | number {
  return idle >= limit ? 'lock' : limit - idle;
}

function blankKey(): void {
  let escapedAt = Number.NEGATIVE_INFINITY;
  let title = '';
  let focused: Element | null = null;
  const isBlank = () => document.body.dataset.blank === 'on';
  const hide = (): void => {
    title = document.title;
    focused = document.activeElement;
    document.title = 'Sendero';
    document.body.dataset.blank = 'on';
    const cover = document.createElement('p');
    cover.className = 'blank';
    cover.setAttribute('role', 'status');
    cover.textContent = 'Hidden. Press any key.';
    document.body.append(cover);
  };
  const show = (): void => {
    delete document.body.dataset.blank;
    document.querySelector('.blank')?.remove();
    document.title = title;
    if (focused instanceof HTMLElement) focused.focus();
  };
  const bringBack = (event: Event): void => {
    if (!isBlank()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    show();
  };
  document.addEventListener('pointerdown', bringBack, true);
  document.addEventListener(
    'keydown',
    (event) => {
      if (isBlank()) {
        bringBack(event);
        escapedAt = Number.NEGATIVE_INFINITY;
        return;
      }
      if (event.key !== 'Escape' || event.repeat || document.documentElement.dataset.keys === 'off') return;
      if (isSecond(event.timeStamp, escapedAt)) hide();
      escapedAt = event.timeStamp;
    },
    true,
  );
}

function lockWhenIdle(minutes: number): void {
  const limit = minutes * minute;
  // The clock of the wall: a laptop that slept has been idle as well.
  let usedAt = Date.now();
  let toldAt = usedAt;
  const tell = (): void => {
    toldAt = usedAt;
    // Any small page of one's own says that somebody is here. No network: the next key tries again.
    void fetch('/me/reading', { method: 'HEAD' }).catch(() => undefined);
  };
  const used = (): void => {
    usedAt = Date.now();
    if (usedAt - toldAt >= minute && usedAt - toldAt < limit) tell();
  };
  const look = async (): Promise<void> => {
    const due = dueAfter(Date.now() - usedAt, limit);
    if (due !== 'lock') return wait(due);
    const page = `/locked?then=${encodeURIComponent(location.pathname + location.search)}`;
    const answer = await fetch(page, { redirect: 'manual' }).catch(() => null);
    // Still at work in another window: the server sends us back, and this one looks again in a minute.
    if (answer?.type === 'opaqueredirect') wait(minute);
    else location.replace(page);
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const wait = (ms: number): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), Math.max(ms, 1000));
  };
  for (const sign of ['keydown', 'pointerdown', 'wheel'])
    document.addEventListener(sign, used, { passive: true });
  document.addEventListener('visibilitychange', () => void (document.hidden || look()));
  wait(limit);
}

export function screenGuard(): void {
  const minutes = Number(document.body.dataset.lock ?? 0);
  if (minutes === 0) return;
  blankKey();
  if (location.pathname !== '/locked') lockWhenIdle(minutes);
}
