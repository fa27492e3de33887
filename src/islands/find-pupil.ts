/**
 * Island: shows the pupils whose names begin as typed, while one types, and opens the chosen one by keyboard; HTML
 * can only send the form and show the answer on another page. Without script the form does just that.
 */

export type Found = { readonly href: string; readonly name: string; readonly detail: string };

const isFound = (value: unknown): value is Found => {
  if (typeof value !== 'object' || value === null) return false;
  const part = (key: string) => Reflect.get(value, key);
  const href = part('href');
  // Only pages of our own: never `//elsewhere` or `javascript:`.
  return (
    typeof href === 'string' &&
    /^\/(?!\/)/.test(href) &&
    typeof part('name') === 'string' &&
    typeof part('detail') === 'string'
  );
};

/** The pupils of `{ pupils: [{ href, name, detail }] }`; anything else in it is left out. */
export function readFound(answer: unknown): readonly Found[] {
  const pupils: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'pupils') : [];
  return Array.isArray(pupils) ? pupils.filter(isFound) : [];
}

/** Where an arrow leads in a list of `count`, round its ends. */
export function stepTo(key: string, at: number, count: number): number {
  if (count === 0) return -1;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return at <= 0 ? count - 1 : at - 1;
  return at;
}

/** Whether keys are letters there: no shortcut is taken from somebody who writes. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

function make(tag: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

function option(found: Found, index: number): HTMLElement {
  const item = make('li', { role: 'option', id: `found-${index}`, 'aria-selected': 'false' });
  item.append(make('b', {}, found.name), make('span', {}, found.detail));
  return item;
}

/** The list under the field: what is in it, which one is chosen, and what the screen reader is told. */
function listUnder(input: HTMLInputElement) {
  const list = make('ul', {
    class: 'found',
    role: 'listbox',
    id: 'found',
    'aria-label': 'Pupils',
    hidden: '',
  });
  const status = make('div', { class: 'govuk-visually-hidden', role: 'status' });
  let found: readonly Found[] = [];
  let at = -1;

  const choose = (index: number): void => {
    at = index;
    for (const [i, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(i === index));
      if (i === index) item.scrollIntoView({ block: 'nearest' });
    }
    if (index >= 0) input.setAttribute('aria-activedescendant', `found-${index}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (pupils: readonly Found[]): void => {
    found = pupils;
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    // The first is chosen at once: letters, then Enter.
    choose(list.hidden ? -1 : 0);
  };
  const tell = (): void => {
    const many = found.length === 1 ? '1 pupil found' : `${found.length} pupils found`;
    status.textContent = found.length === 0 ? 'No pupil found' : many;
  };
  return {
    parts: [list, status],
    show,
    tell,
    isOpen: () => !list.hidden,
    chosen: () => found[at],
    step: (key: string) => choose(stepTo(key, at, found.length)),
    /** Runs `open` with the pupil that was clicked. */
    onClick: (open: (pupil: Found | undefined) => void): void => {
      // Keeps the focus in the field, or its blur would close the list before the click.
      list.addEventListener('pointerdown', (event) => event.preventDefault());
      list.addEventListener('click', ({ target }) => {
        if (target instanceof Node)
          open(found[[...list.children].findIndex((item) => item.contains(target))]);
      });
    },
  };
}

const WAIT_MS = 120;
const COMBOBOX = {
  role: 'combobox',
  'aria-autocomplete': 'list',
  'aria-controls': 'found',
  'aria-expanded': 'false',
  'aria-keyshortcuts': '/',
};

function enhance(form: HTMLFormElement, input: HTMLInputElement): void {
  const list = listUnder(input);
  let shownFor = '';
  let asked: AbortController | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(waiting);
    asked?.abort();
  };
  const close = (): void => {
    stop();
    list.show([]);
  };
  const open = (pupil: Found | undefined): void => {
    if (pupil) location.assign(pupil.href);
  };
  const ask = async (typed: string): Promise<void> => {
    asked = new AbortController();
    const { signal } = asked;
    const answer = await fetch(`/find.json?q=${encodeURIComponent(typed)}`, { signal });
    list.show(answer.ok ? readFound(await answer.json()) : []);
    list.tell();
    shownFor = typed;
  };

  input.addEventListener('input', () => {
    stop();
    const typed = input.value.trim();
    if (typed === '') list.show([]);
    // A question cut short by the next letter, or no network: the form still works.
    else waiting = setTimeout(() => void ask(typed).catch(() => undefined), WAIT_MS);
  });
  input.addEventListener('keydown', (event) => {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (event.key === 'Escape') {
      if (!list.isOpen()) input.blur();
      close();
    } else if (list.isOpen() && isArrow) {
      event.preventDefault();
      list.step(event.key);
    } else if (list.isOpen() && event.key === 'Enter' && shownFor === input.value.trim()) {
      event.preventDefault();
      open(list.chosen());
    }
  });
  input.addEventListener('blur', close);
  list.onClick(open);
  for (const [name, value] of Object.entries(COMBOBOX)) input.setAttribute(name, value);
  form.append(...list.parts);
}

export function findPupil(): void {
  const form = document.querySelector('form[data-find-pupil]');
  const input = form?.querySelector('input');
  if (!(form instanceof HTMLFormElement) || !input || form.dataset.findPupil === 'on') return;
  form.dataset.findPupil = 'on';
  enhance(form, input);
  document.addEventListener('keydown', (event) => {
    const isAlone = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isAlone || isTyping(event.target) || document.documentElement.dataset.keys === 'off') return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
