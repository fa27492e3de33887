/**
 * Of the page that signs somebody out: sends what this device still holds of theirs, says what could not be sent, and wipes
 * it when they go (rule off-4). HTML knows nothing of what a device holds.
 */
import { countUnsent } from '../../modules/provision/domain/offline/outbox.ts';
import type { Box } from './box.ts';
import { sendAll, sendero } from './send.ts';
import { openStore } from './store.ts';
import { unsentWords } from './words.ts';

async function begin(place: HTMLElement, personId: string): Promise<void> {
  const store = await openStore();
  const boxes = await store.ofPerson(personId);
  const form = document.querySelector<HTMLFormElement>('form.post');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void Promise.all(boxes.map(({ who }) => store.wipe(who))).finally(() => form.submit());
  });
  for (const box of boxes) await sendAll(box, sendero.post);
  const count = (await Promise.all(boxes.map(unsent))).reduce((sum, one) => sum + one, 0);
  if (count > 0)
    place.textContent = `${unsentWords(count)} from this device. If you sign out now, it is forgotten and those sessions must be logged again.`;
}

const unsent = async (box: Box): Promise<number> => countUnsent((await box.read()).waiting);

const place = document.getElementById('unsent');
const personId = place?.dataset.person;
if (place && personId && 'indexedDB' in window && crypto.subtle !== undefined) void begin(place, personId);
