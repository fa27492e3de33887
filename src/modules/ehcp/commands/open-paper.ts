import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { newId, PupilId, SchoolId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { type DocumentFile, listCurrentFiles, mayBeGiven } from '#src/modules/documents/index.ts';
import { type LinkToken, readLinkToken } from '#src/modules/identity/index.ts';
import { listCarersOf } from '#src/modules/pupils/index.ts';
import { hashOfCode, mostTries } from '#src/modules/voice/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { reviewEvents } from '../domain/review.events.ts';
import { isSitting, sittingOf } from './paper-link.ts';

const record = recorder(reviewEvents);

/** No school has it: what a link that was never made is looked up as, so that it takes as long as any other. */
const nobody: LinkToken = { schoolId: SchoolId.parse(newId(0)), id: newId(0), secretHash: '' };

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/**
 * Takes the code of a link to a paper; what comes back is for a cookie, and opens the paper for a quarter of an hour. Unknown,
 * past and restricted links and wrong codes are all answered alike; each try is counted first, a right one given back.
 */
export async function enterPaperCode(
  program: Program,
  token: string,
  typed: string,
): Promise<Result<string, 'wrong'>> {
  const link = readLinkToken(token) ?? nobody;
  const { secret } = program.settings;
  const given = hashOfCode(secret, link.id, typed);
  return inScope(scopeOf(program), programActor(link.schoolId), async (tx) => {
    const row = await touched(tx, link, { tries: 1 });
    const isRight = isSame(row?.codeHash ?? given.replace(/./g, '0'), given);
    if (row === undefined || !isRight || (await isHeldBack(tx, row))) return refused('wrong');
    const now = tx.scope.clock.now();
    await touched(tx, link, { tries: -1, openedAt: row.openedAt ?? now });
    if (row.openedAt === null)
      await record(tx, {
        type: 'ReviewPaperOpened',
        audience: 'notes',
        pupilId: PupilId.parse(row.pupilId),
        subjectId: row.reviewId,
        changes: { what: { before: null, after: row.what } },
      });
    return done(sittingOf(secret, link.id, now));
  });
}

type Row = {
  readonly pupilId: string;
  readonly reviewId: string;
  readonly reviewPersonId: string;
  readonly what: string;
  readonly documentId: string;
  readonly codeHash: string | null;
  readonly openedAt: Date | null;
};

/** The living link; a wrong one finds nothing. */
const touched = (
  tx: Tx,
  link: LinkToken,
  { tries, openedAt }: { readonly tries: 1 | -1 | 0; readonly openedAt?: Date },
): Promise<Row | undefined> =>
  tx
    .updateTable('reviewDeliveries')
    .set((eb) => ({ tries: eb('tries', '+', tries), ...(openedAt === undefined ? {} : { openedAt }) }))
    .where('schoolId', '=', link.schoolId)
    .where('reviewDeliveryId', '=', link.id)
    .where('secretHash', '=', link.secretHash)
    .where(sql<boolean>`until_at > ${tx.scope.clock.now()} and tries < ${mostTries}`)
    .returning(['pupilId', 'reviewId', 'reviewPersonId', 'what', 'documentId', 'codeHash', 'openedAt'])
    .executeTakeFirst();

/** Whoever is off the list by now, whose review was withdrawn, or whom a court has restricted since (rule voice-3). */
async function isHeldBack(tx: Tx, { reviewPersonId, pupilId }: Row): Promise<boolean> {
  const person = await tx
    .selectFrom('reviewPeople as p')
    .innerJoin('annualReviews as r', (join) =>
      join.onRef('r.schoolId', '=', 'p.schoolId').onRef('r.reviewId', '=', 'p.reviewId'),
    )
    .select('p.carerId')
    .where('p.schoolId', '=', tx.scope.actor.schoolId)
    .where('p.reviewPersonId', '=', reviewPersonId)
    .where('p.withdrawnAt', 'is', null)
    .where('r.withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (person === undefined) return true;
  if (person.carerId === null) return false;
  const carers = await listCarersOf(tx, [PupilId.parse(pupilId)]);
  return carers.find(({ carerId }) => carerId === person.carerId)?.isRestricted ?? true;
}

/** The file that a link leads to, for a browser that gave the code a moment ago; else null. */
export async function findPaper(program: Program, token: string, held: string): Promise<DocumentFile | null> {
  const link = readLinkToken(token) ?? nobody;
  const now = program.clock.now();
  if (!isSitting(program.settings.secret, { deliveryId: link.id, held, now })) return null;
  return inScope(scopeOf(program), programActor(link.schoolId), async (tx) => {
    const row = await touched(tx, link, { tries: 0 });
    if (row === undefined || (await isHeldBack(tx, row))) return null;
    const file = (await listCurrentFiles(tx, [row.documentId])).get(row.documentId);
    return file === undefined || !mayBeGiven(file) ? null : file;
  });
}
