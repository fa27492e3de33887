/**
 * Island: keeps what is typed into a long form as a private draft while it is typed, and says when; HTML sends a form only
 * when a button is pressed. Nothing is kept in the browser.
 */

const AFTER_TYPING_MS = 1500;
const AT_LEAST_EVERY_MS = 10_000;

/** The fields of a form by their names. A box that was not ticked is not there. */
export function typedIn(fields: Iterable<readonly [string, FormDataEntryValue]>): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of fields) if (typeof value === 'string') typed[name] = value;
  return typed;
}

/** How long to wait: until the typing stops, but never longer than the bound since the first letter that is not kept. */
export const waitFor = (sinceFirstMs: number): number =>
  Math.max(0, Math.min(AFTER_TYPING_MS, AT_LEAST_EVERY_MS - sinceFirstMs));

function keep(form: HTMLFormElement, address: string, isLeaving: boolean): Promise<boolean> {
  const typed = typedIn(new FormData(form));
  const body = new URLSearchParams({ typed: JSON.stringify(typed), base: typed.version ?? '0' });
  return fetch(address, { method: 'POST', body, redirect: 'manual', keepalive: isLeaving }).then(
    // Where it went is a page about the draft, which nobody asked to see.
    (answer) => answer.type === 'opaqueredirect',
    () => false,
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function watch(form: HTMLFormElement, address: string): void {
  const said = form.querySelector('[data-draft-said]');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstAt: number | null = null;
  let isSent = false;
  const now = async (): Promise<void> => {
    clearTimeout(timer);
    firstAt = null;
    const isKept = await keep(form, address, false);
    if (said)
      said.textContent = isKept
        ? `Draft kept at ${clock.format()}, for you alone.`
        : 'The draft could not be kept just now. What you see here is not lost while this page is open.';
  };
  form.addEventListener('input', () => {
    firstAt ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => void now(), waitFor(performance.now() - firstAt));
  });
  // Saving throws the draft away: one that arrives after it would bring it back.
  form.addEventListener('submit', () => {
    isSent = true;
    clearTimeout(timer);
  });
  addEventListener('pageshow', () => {
    isSent = false;
  });
  addEventListener('pagehide', () => {
    if (firstAt === null || isSent) return;
    clearTimeout(timer);
    firstAt = null;
    void keep(form, address, true);
  });
}

export function keepDraft(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    const { draft } = form.dataset;
    if (draft) watch(form, draft);
  }
}
