/**
 * Of the page that signs somebody out: sends what this device still holds of theirs, says what could not be sent, and wipes
 * it when they go (rule off-4). HTML knows nothing of what a device holds.
 */
import { countUnsent } from '../../modules/provision/domain/offline/outbox.ts';
import type { Box } from './box.ts';
import { sendAll, sendero } from './send.ts';
import { openStore, type Store } from './store.ts';
import { unsentWords } from './words.ts';

async function begin(place: HTMLElement, personId: string): Promise<void> {
  const held = ofPerson(personId);
  const form = document.querySelector<HTMLFormElement>('form.post');
  // Listened to before anything is waited for: whoever is quick to sign out is wiped from here as well.
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void held
      .then(({ store, boxes }) => Promise.all(boxes.map(({ who }) => store.wipe(who))))
      .finally(() => form.submit());
  });
  const { boxes } = await held;
  for (const box of boxes) await sendAll(box, sendero.post);
  const count = (await Promise.all(boxes.map(unsent))).reduce((sum, one) => sum + one, 0);
  if (count > 0)
    place.textContent = `${unsentWords(count)} from this device. If you sign out now, it is forgotten and those sessions must be logged again.`;
}

async function ofPerson(personId: string): Promise<{ store: Store; boxes: readonly Box[] }> {
  const store = await openStore();
  return { store, boxes: await store.ofPerson(personId) };
}

const unsent = async (box: Box): Promise<number> => countUnsent((await box.read()).waiting);

const place = document.getElementById('unsent');
const personId = place?.dataset.person;
if (place && personId && 'indexedDB' in window && crypto.subtle !== undefined) void begin(place, personId);
