/**
 * Island: single keys. `N` opens the page that logs a contact, from any page, with the pupil of that page filled in. In a
 * table of targets the keys 1 to 5, C, H and X answer for the row that has the focus, and Enter goes on to the next row.
 * HTML has only access keys, which need other keys held down and cannot be turned off here; it knows only arrows inside
 * one group, and Enter would send the whole table at the first row.
 */

import { isTyping } from './find-pupil.ts';

/** `/pupils/<id>/timeline` → `/log?pupil=<id>`; any other page → `/log`. */
export function logAddress(log: string, path: string): string {
  const [, pupilId] = /^\/pupils\/([0-9a-f-]{36})(?:\/|$)/.exec(path) ?? [];
  return pupilId === undefined ? log : `${log}?pupil=${pupilId}`;
}

export function logContact(): void {
  const { log } = document.body.dataset;
  if (log === undefined) return;
  document.addEventListener('keydown', (event) => {
    const isAlone = event.key.toLowerCase() === 'n' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isAlone || isTyping(event.target) || document.documentElement.dataset.keys === 'off') return;
    event.preventDefault();
    location.assign(logAddress(log, location.pathname));
  });
}

const answers = new Map<string, readonly [part: string, value: string]>([
  ...['1', '2', '3', '4', '5'].map((key) => [key, ['rating', key]] as const),
  ['c', ['decision', 'carry']],
  ['h', ['decision', 'change']],
  ['x', ['decision', 'close']],
]);

/** The part of a row and its value that a key stands for; null for every other key. */
export const answerOf = (key: string): readonly [part: string, value: string] | null =>
  answers.get(key.toLowerCase()) ?? null;

const rowsOf = (table: Element): readonly HTMLElement[] => [
  ...table.querySelectorAll<HTMLElement>('tbody tr'),
];

const firstOf = (row: Element | undefined): HTMLInputElement | null =>
  row?.querySelector<HTMLInputElement>('input[type=radio]:checked, input[type=radio]') ?? null;

/** Ticks the answer, and goes on to the next question of the row. */
function answer(row: Element, [part, value]: readonly [string, string]): void {
  const box = row.querySelector<HTMLInputElement>(`input[type=radio][name^="${part}"][value="${value}"]`);
  if (!box) return;
  box.checked = true;
  const next = part === 'rating' ? 'input[type=radio][name^="decision"]' : 'input[type=text]';
  (row.querySelector<HTMLElement>(`${next}:checked`) ?? row.querySelector<HTMLElement>(next))?.focus();
}

/** Where every row is a form, Enter saves it; in one form it goes on, and from the last row to the day of the review. */
function goOn(event: KeyboardEvent, table: HTMLElement, row: HTMLElement): void {
  if (table.dataset.reviewRows === 'save') return;
  event.preventDefault();
  const rows = rowsOf(table);
  const next = firstOf(rows[rows.indexOf(row) + 1]);
  if (next) next.focus();
  else
    table.closest('form')?.querySelector<HTMLElement>('button[name="goOn"], button[type="submit"]')?.focus();
}

function onKey(event: KeyboardEvent): void {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const table = target?.closest<HTMLElement>('[data-review-rows]');
  const row = target?.closest<HTMLElement>('tbody tr');
  if (!target || !table || !row || event.ctrlKey || event.metaKey || event.altKey) return;
  const isRadio = target instanceof HTMLInputElement && target.type === 'radio';
  if (event.key === 'Enter' && (isRadio || isTyping(target))) goOn(event, table, row);
  const found = answerOf(event.key);
  if (!found || (isTyping(target) && !isRadio) || document.documentElement.dataset.keys === 'off') return;
  event.preventDefault();
  answer(row, found);
}

export function reviewRows(): void {
  const table = document.querySelector<HTMLElement>('[data-review-rows]');
  if (!table) return;
  table.addEventListener('keydown', onKey);
  // Somebody who works through a list goes on where it goes on.
  const { reviewAt } = table.dataset;
  if (reviewAt === undefined || document.querySelector('.govuk-error-summary')) return;
  firstOf(document.getElementById(`row-${reviewAt}`)?.closest('tr') ?? rowsOf(table)[0])?.focus();
}
