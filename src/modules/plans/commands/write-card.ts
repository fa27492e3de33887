import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Card, CardLine } from '../domain/card.ts';
import { plansEvents } from '../domain/plans.events.ts';

const record = recorder(plansEvents);

/** `must 1` → its words: as an event tells a card. */
const told = (lines: readonly CardLine[]): Record<string, string> =>
  Object.fromEntries(lines.map(({ kind, position, words }) => [`${kind} ${position}`, words]));

const placeOf = ({ kind, position }: CardLine): string => `${kind} ${position}`;

/**
 * Writes a pupil's card as it was read: a new version, in which the lines that stay are untouched. `stale` when somebody
 * else wrote it since. Nothing different, nothing recorded and nobody is asked to read it again.
 */
export async function writeCard(
  tx: Tx,
  given: { readonly card: Card; readonly lines: readonly CardLine[] },
): Promise<Result<boolean, 'stale'>> {
  const { card, lines } = given;
  const { pupilId } = card;
  const [before, after] = [told(card.lines), told(lines)];
  const blank = Object.fromEntries(Object.keys(before).map((place) => [place, null]));
  const changes = changesBetween<Record<string, unknown>>(before, { ...blank, ...after });
  if (nothingChanged(changes)) return done(false);
  const version = card.version + 1;
  if (!(await claim(tx, card, version))) return refused('stale');
  await layLines(tx, { card, lines, version });
  await record(tx, { type: 'CardWritten', audience: 'plans', pupilId, changes });
  return done(true);
}

/** False when somebody else wrote the card since it was read. */
async function claim(tx: Tx, { pupilId, version: held }: Card, version: number): Promise<boolean> {
  const { actor, clock } = tx.scope;
  const { schoolId, personId: writtenBy } = actor;
  const written = { version, writtenAt: clock.now(), writtenBy };
  if (held === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('cards')
      .values({ schoolId, pupilId, ...written })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('cards')
    .set(written)
    .where('schoolId', '=', schoolId)
    .where('pupilId', '=', pupilId)
    .where('version', '=', held)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function layLines(
  tx: Tx,
  { card, lines, version }: { card: Card; lines: readonly CardLine[]; version: number },
): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const { pupilId } = card;
  const stays = (line: CardLine, among: readonly CardLine[]): boolean =>
    among.some((other) => placeOf(other) === placeOf(line) && other.words === line.words);
  for (const { kind, position } of card.lines.filter((line) => !stays(line, lines))) {
    await tx
      .updateTable('cardLines')
      .set({ untilVersion: version })
      .where('schoolId', '=', schoolId)
      .where('pupilId', '=', pupilId)
      .where('kind', '=', kind)
      .where('position', '=', position)
      .where('untilVersion', 'is', null)
      .execute();
  }
  const come = lines.filter((line) => !stays(line, card.lines));
  if (come.length === 0) return;
  await tx
    .insertInto('cardLines')
    .values(come.map((line) => ({ schoolId, pupilId, fromVersion: version, ...line })))
    .execute();
}
