/**
 * Island: applies a filter when its chip closes and closes it by Escape or a click elsewhere; HTML alone needs the
 * "Apply" button, which stays. A choice by keyboard never moves the page under the reader (WCAG 3.2.2).
 */

const chipOf = (target: EventTarget | null): HTMLDetailsElement | null =>
  target instanceof Element ? target.closest<HTMLDetailsElement>('details.filter') : null;

const openChips = () => document.querySelectorAll<HTMLDetailsElement>('details.filter[open]');

export function filterChips(): void {
  let isByPointer = false;
  const changed = new Set<HTMLFormElement>();

  const apply = (form: HTMLFormElement | null | undefined): void => {
    if (form && changed.delete(form)) form.requestSubmit();
  };

  document.addEventListener('pointerdown', (event) => {
    isByPointer = true;
    for (const chip of openChips()) if (chip !== chipOf(event.target)) chip.open = false;
  });
  document.addEventListener('keydown', (event) => {
    isByPointer = false;
    if (event.key !== 'Escape') return;
    for (const chip of openChips()) {
      const form = chip.querySelector('form');
      form?.reset();
      if (form) changed.delete(form);
      chip.open = false;
      chip.querySelector('summary')?.focus();
    }
  });
  document.addEventListener('change', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.form || !chipOf(input)) return;
    changed.add(input.form);
    if (isByPointer && input.type === 'radio') apply(input.form);
  });
  // `toggle` does not bubble, but it is captured.
  document.addEventListener(
    'toggle',
    (event) => {
      const chip = chipOf(event.target);
      if (chip && !chip.open) apply(chip.querySelector('form'));
    },
    true,
  );
}
