/**
 * Island: draws the page's content anew every few seconds while a long job runs, keeping focus, scroll and what a
 * screen reader was saying; HTML can only load the whole page again, which it does without script.
 */

function secondsOf(main: Element | null): number {
  return Number(main?.getAttribute('data-refresh') ?? 0);
}

/** Seconds until the next time; 0 when the job is done or the page has moved on. */
async function drawAnew(main: HTMLElement): Promise<number> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (answer.redirected || !answer.ok) {
    location.assign(answer.url);
    return 0;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  if (!fresh) return 0;
  const seconds = secondsOf(fresh);
  // Done: the finished page is loaded whole, so that every behaviour finds its place in it.
  if (seconds === 0) location.reload();
  // Somebody is reading or typing in it: what they have in hand is not taken away.
  else if (!main.contains(document.activeElement)) main.replaceChildren(...fresh.childNodes);
  return seconds;
}

export function pageRefresh(): void {
  const main = document.querySelector('main');
  if (!main) return;
  const wait = (seconds: number): void => {
    if (seconds > 0) setTimeout(() => void again(seconds), seconds * 1000);
  };
  const again = async (seconds: number): Promise<void> => {
    // No network for a moment: try again at the same pace.
    wait(await drawAnew(main).catch(() => seconds));
  };
  wait(secondsOf(main));
}
