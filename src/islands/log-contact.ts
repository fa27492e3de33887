/**
 * Island: `N` opens the page that logs a contact, from any page, with the pupil of that page filled in; HTML has only
 * access keys, which need other keys held down and cannot be turned off here.
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
