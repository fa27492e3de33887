import type { Tx } from '#src/platform/db/scope.ts';
import { someOfRegister } from './register-of-demo.ts';

type Made = { readonly must: readonly string[]; readonly should: readonly string[] };

/** Made-up lesson cards: what to do, in few words. */
const cards: readonly Made[] = [
  {
    must: [
      'One instruction at a time, then wait ten seconds',
      'Say what changes before it changes',
      'Leaves five minutes early for lunch',
    ],
    should: ['Seat near the door, back to the wall', 'Tells stories well: let her explain to a partner'],
  },
  {
    must: ['Print on cream paper, 14 point', 'Never asked to read aloud without warning'],
    should: [
      'Key words on a card at the start',
      'Takes a photo of the board instead of copying',
      'Good at maps and diagrams',
    ],
  },
  {
    must: ['Face the class when you speak', 'Check the radio aid is on', 'Repeat what other pupils say'],
    should: ['Second row, left side', 'Pair work by the wall'],
  },
  {
    must: [
      'A card on the desk means: may leave for five minutes, no questions',
      'Praise quietly, never across the room',
    ],
    should: ['Begin with a task that he can do alone', 'Knows everything about trains'],
  },
  {
    must: ['Show, then say', 'Autism: warn of a fire drill the day before'],
    should: ['Pictures beside new words', 'Works best with one friend'],
  },
];
const oneIn = 2;

/** Writes the card of every second pupil of the register in the school that the transaction is in. */
export async function loadCards(tx: Tx): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const some = await someOfRegister(tx, oneIn);
  if (some.length === 0) return;
  const writtenAt = tx.scope.clock.now();
  await tx
    .insertInto('cards')
    .values(some.map((pupilId) => ({ schoolId, pupilId, version: 1, writtenAt })))
    .execute();
  const rows = some.flatMap((pupilId, at) => {
    const made = cards[at % cards.length];
    return (['must', 'should'] as const).flatMap((kind) =>
      (made?.[kind] ?? []).map((words, place) => ({
        schoolId,
        pupilId,
        kind,
        position: place + 1,
        fromVersion: 1,
        words,
        origin: 'own',
      })),
    );
  });
  await tx.insertInto('cardLines').values(rows).execute();
}
