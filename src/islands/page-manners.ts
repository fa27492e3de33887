/**
 * Island: leads the eye and the screen reader to what went wrong, sends a form once however often it is clicked, shows a
 * password on request, and draws the page's content anew while a long job runs, keeping focus, scroll and what a screen
 * reader was saying; HTML does none of the first three, and can only load the whole page again.
 */

/** Speaks a message at the top of the page by moving the focus there, once. */
function focusMessage(): void {
  const message = document.querySelector<HTMLElement>(
    '.govuk-error-summary, .govuk-notification-banner[role="alert"]',
  );
  if (!message) return;
  message.tabIndex = -1;
  message.addEventListener('blur', () => message.removeAttribute('tabindex'), { once: true });
  message.focus();
}

/** A link of the error summary lands on its field, with the question above it in sight. */
function followError(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('.govuk-error-summary a') : null;
  const id = link?.getAttribute('href')?.replace(/^#/, '');
  const field = id ? document.getElementById(id) : null;
  if (!field) return;
  event.preventDefault();
  const question = field.closest('fieldset')?.querySelector('legend');
  (question ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}

/** Long enough for a slow school network; a form that answers with a file stays on the page and may go again. */
const AGAIN_AFTER_MS = 8000;

function release(form: HTMLFormElement): void {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
}

function sendOnce(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-disabled', 'true');
  setTimeout(() => release(form), AGAIN_AFTER_MS);
}

/** The page comes back from the browser's memory as it was left: with its forms locked. */
function releaseAll(event: PageTransitionEvent): void {
  if (event.persisted) for (const form of document.forms) release(form);
}

function showPasswords(): void {
  for (const box of document.querySelectorAll('.govuk-password-input')) {
    const input = box.querySelector('input');
    const button = box.querySelector('button');
    if (!input || !button) continue;
    const status = document.createElement('div');
    status.className = 'govuk-password-input__sr-status govuk-visually-hidden';
    status.setAttribute('aria-live', 'polite');
    button.after(status);
    const set = (isShown: boolean): void => {
      input.type = isShown ? 'text' : 'password';
      button.textContent = isShown ? 'Hide' : 'Show';
      button.setAttribute('aria-label', isShown ? 'Hide password' : 'Show password');
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      set(input.type === 'password');
      status.textContent = input.type === 'text' ? 'Your password is visible' : 'Your password is hidden';
    });
    // As text it would be kept in the browser's list of what was typed before.
    input.form?.addEventListener('submit', () => set(false));
  }
}

export function formManners(): void {
  focusMessage();
  showPasswords();
  document.addEventListener('click', followError);
  document.addEventListener('submit', sendOnce);
  addEventListener('pageshow', releaseAll);
}

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
