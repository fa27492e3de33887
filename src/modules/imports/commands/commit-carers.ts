import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { CarerId, type PupilId } from '#src/kernel/ids.ts';
import {
  type CarerDetails,
  changeCarer,
  changePupilCarer,
  recordCarer,
  type Told,
} from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { plainName } from '../domain/match.ts';
import type { CarerToRecord, Does } from '../domain/proposal.ts';

type OneCarer = { pupilId: PupilId; told: Told; carer: CarerToRecord; fromOn: SchoolDate };

/**
 * A carer of the file for one pupil. Parents of brothers and sisters stand in a file once for each child: the same
 * name with the same telephone, email or address is the same person, and anything less is not.
 */
export async function recordOneCarer(tx: Tx, { pupilId, told, carer, fromOn }: OneCarer): Promise<void> {
  const sameAs = await findSamePerson(tx, carer);
  await recordCarer(tx, {
    pupilId,
    told,
    fromOn,
    sameAs,
    relationship: carer.relationship,
    hasParentalResponsibility: carer.hasParentalResponsibility,
    priority: carer.priority,
    livesWith: carer.livesWith,
    carer: {
      surname: carer.surname,
      title: carer.title ?? undefined,
      forename: carer.forename ?? undefined,
      phone: carer.phone ?? undefined,
      otherPhone: carer.otherPhone ?? undefined,
      email: carer.email ?? undefined,
      address: carer.address ?? undefined,
    },
  });
}

async function findSamePerson(tx: Tx, carer: CarerToRecord): Promise<CarerId | undefined> {
  const rows = await tx
    .selectFrom('carers')
    .select(['carerId', 'forename', 'phone', 'email', 'address'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(sql`lower(surname)`, '=', carer.surname.toLowerCase())
    .execute();
  const digits = (phone: string | null) => phone?.replace(/\D/g, '') ?? '';
  const isSame = (one: (typeof rows)[number]): boolean =>
    plainName(one.forename ?? '') === plainName(carer.forename ?? '') &&
    ((digits(one.phone) !== '' && digits(one.phone) === digits(carer.phone)) ||
      (one.email !== null && one.email.toLowerCase() === carer.email?.toLowerCase()) ||
      (one.address !== null && one.address === carer.address && carer.forename !== null));
  const found = rows.find(isSame);
  return found === undefined ? undefined : CarerId.parse(found.carerId);
}

type CarerChange = Extract<Does, { kind: 'carerChange' }>;

/** Changes of the carers whom the pupil has: what belongs to the person, and what belongs to the tie between the two. */
export async function changeOneCarer(
  tx: Tx,
  { pupilId, told, changes }: { pupilId: PupilId; told: Told; changes: readonly CarerChange[] },
): Promise<void> {
  const carers = new Map(changes.map(({ held }) => [held.carerId, held]));
  for (const held of carers.values()) {
    const set = Object.assign(
      {},
      ...changes.filter((one) => one.held.carerId === held.carerId).map((one) => one.set),
    );
    const details = pick<CarerDetails>(set, [
      'phone',
      'otherPhone',
      'email',
      'address',
      'title',
      'forename',
      'surname',
    ]);
    const tie = pick(set, ['relationship', 'hasParentalResponsibility', 'livesWith', 'priority']);
    if (Object.keys(details).length > 0) {
      await changeCarer(tx, {
        carer: { carerId: held.carerId, version: held.carerVersion },
        pupilId,
        set: details,
        told,
      });
    }
    if (Object.keys(tie).length > 0) {
      const { pupilCarerId, tieVersion } = held;
      await changePupilCarer(tx, { tie: { pupilCarerId, tieVersion }, set: tie, told });
    }
  }
}

const pick = <T = object>(from: object, names: readonly string[]): Partial<T> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name))) as Partial<T>;
