import { sql } from 'kysely';
import { type Actor, programActor } from '#src/kernel/access.ts';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { GroupId, PersonId, PupilId, type SchoolId } from '#src/kernel/ids.ts';
import { type LinkToken, readLinkToken } from '#src/modules/identity/index.ts';
import { recordView } from '#src/platform/audit/record.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { doesAnswer, type SupplyCard, shortName } from '../domain/card-link.ts';
import { fitForSupply } from '../domain/diagnosis-words.ts';

/** What a supply teacher's link opens. */
export type OpenedCard = {
  readonly className: string;
  readonly onDay: SchoolDate;
  readonly cards: readonly SupplyCard[];
};

/** The place that stands in the record of views for whoever opened a link. */
export const supplyRole = 'supply link';
const supplyPath = '/supply/:token';

type Lent = {
  readonly cardLinkId: PersonId;
  readonly className: string;
  readonly onDay: SchoolDate;
  readonly names: ReadonlyMap<PupilId, string>;
  /** `Lent by Mrs Doyle for cover, period 3`: stands beside each view. */
  readonly why: string;
};

/**
 * The card of a class as a link shows it today. A link that was stopped, of another day, or that nobody made is all the
 * same: null. What is read is read in a scope of the link's own: this class's pupils, their cards and nothing else
 * (rule card-4); the view is recorded under the link's own id.
 */
export async function openCardLink(program: Program, token: string): Promise<OpenedCard | null> {
  const link = readLinkToken(token);
  if (link === null) return null;
  const { schoolId } = link;
  const lent = await inScope(scopeOf(program), programActor(schoolId), (tx) => findLent(tx, link));
  if (lent === null) return null;
  const { className, onDay } = lent;
  const cards = await inScope(scopeOf(program), actorOfLink(schoolId, lent), (tx) =>
    readSupplyCards(tx, lent),
  );
  return { className, onDay, cards };
}

/** Nobody of the school: the audience of cards alone, the pupils of the class alone, nothing to write. */
export const actorOfLink = (
  schoolId: SchoolId,
  { cardLinkId, names }: Pick<Lent, 'cardLinkId' | 'names'>,
): Actor => ({
  personId: cardLinkId,
  schoolId,
  roles: [supplyRole],
  permissions: new Set(),
  reach: [...names.keys()],
  sees: ['card'],
  writes: [],
});

async function findLent(tx: Tx, { schoolId, id, secretHash }: LinkToken): Promise<Lent | null> {
  const { today } = tx.scope;
  const row = await tx
    .selectFrom('cardLinks as c')
    .innerJoin('groups as g', (join) =>
      join.onRef('g.schoolId', '=', 'c.schoolId').onRef('g.groupId', '=', 'c.groupId'),
    )
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'c.schoolId').onRef('m.personId', '=', 'c.lentBy'),
    )
    .select(['c.groupId', 'c.onDay', 'c.stoppedAt', 'c.lentTo', 'g.name', 'm.knownAs'])
    .where('c.schoolId', '=', schoolId)
    .where('c.cardLinkId', '=', id)
    .where('c.secretHash', '=', secretHash)
    .executeTakeFirst();
  if (row === undefined) return null;
  const onDay = schoolDate(row.onDay);
  if (!doesAnswer({ onDay, isStopped: row.stoppedAt !== null }, today)) return null;
  await tx
    .updateTable('cardLinks')
    .set({ openedCount: sql`opened_count + 1` })
    .where('schoolId', '=', schoolId)
    .where('cardLinkId', '=', id)
    .execute();
  const names = await listShortNames(tx, GroupId.parse(row.groupId));
  const why = `Lent by ${row.knownAs ?? 'somebody who has left'}${row.lentTo === null ? '' : ` for: ${row.lentTo}`}`;
  return { cardLinkId: PersonId.parse(id), className: row.name, onDay, names, why };
}

/** The pupils of the class today who have a card, as a supply teacher is told them, by first name. */
async function listShortNames(tx: Tx, groupId: GroupId): Promise<ReadonlyMap<PupilId, string>> {
  const { actor, today } = tx.scope;
  const rows = await tx
    .selectFrom('groupPupils as g')
    .innerJoin('pupilLines as l', (join) =>
      join.onRef('l.schoolId', '=', 'g.schoolId').onRef('l.pupilId', '=', 'g.pupilId'),
    )
    .innerJoin('cards as c', (join) =>
      join.onRef('c.schoolId', '=', 'g.schoolId').onRef('c.pupilId', '=', 'g.pupilId'),
    )
    .select(['l.pupilId', 'l.forename', 'l.surname'])
    .where('g.schoolId', '=', actor.schoolId)
    .where('g.groupId', '=', groupId)
    .where('l.isOnRoll', '=', true)
    .where('g.fromOn', '<=', today)
    .where((eb) => eb.or([eb('g.untilOn', 'is', null), eb('g.untilOn', '>=', today)]))
    .orderBy('l.forename')
    .orderBy('l.surname')
    .execute();
  return new Map(
    rows.map(({ pupilId, forename, surname }) => [PupilId.parse(pupilId), shortName(forename, surname)]),
  );
}

async function readSupplyCards(tx: Tx, { names, why }: Lent): Promise<readonly SupplyCard[]> {
  const rows = await tx
    .selectFrom('cardLines')
    .select(['pupilId', 'kind', 'words'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('untilVersion', 'is', null)
    .orderBy('position')
    .execute();
  await recordView(tx, supplyPath, [...names.keys()], why);
  const byPupil = Map.groupBy(rows, (row) => row.pupilId);
  return [...names].flatMap(([pupilId, name]) => {
    const lines = byPupil.get(pupilId) ?? [];
    const fit = fitForSupply(lines);
    const of = (kind: string) => fit.filter((line) => line.kind === kind).map((line) => line.words);
    const leftOut = lines.length - fit.length;
    return lines.length === 0 ? [] : [{ name, must: of('must'), should: of('should'), leftOut }];
  });
}
