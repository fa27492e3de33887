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
import { isSamePerson } from '../domain/propose-people.ts';

type OneCarer = { pupilId: PupilId; told: Told; carer: CarerToRecord; fromOn: SchoolDate };

/**
 * A carer of the file for one pupil. Parents of brothers and sisters stand in a file once for each child: the same
 * name with the same telephone, email or address is the same person, and anything less is not.
 */
export async function recordOneCarer(tx: Tx, { pupilId, told, carer, fromOn }: OneCarer): Promise<void> {
  const same = await findSamePerson(tx, carer);
  const sameAs = same === undefined ? undefined : CarerId.parse(same.carerId);
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
  if (sameAs !== undefined) await fillIn(tx, { pupilId, told, carer, carerId: sameAs });
}

/** What the file knows of a parent whom the school has already, and Sendero does not: blanks are filled, no more. */
async function fillIn(
  tx: Tx,
  { pupilId, told, carer, carerId }: Omit<OneCarer, 'fromOn'> & { carerId: CarerId },
): Promise<void> {
  const { version, ...held } = await tx
    .selectFrom('carers')
    .select(['version', 'title', 'phone', 'otherPhone', 'email', 'address'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('carerId', '=', carerId)
    .executeTakeFirstOrThrow();
  const { title, phone, otherPhone, email, address } = carer;
  const set = Object.fromEntries(
    Object.entries({ title, phone, otherPhone, email, address }).filter(
      ([field, value]) => value !== null && Reflect.get(held, field) === null,
    ),
  );
  if (Object.keys(set).length > 0) {
    await changeCarer(tx, { carer: { carerId, version }, pupilId, set, told });
  }
}

async function findSamePerson(tx: Tx, carer: CarerToRecord) {
  const rows = await tx
    .selectFrom('carers')
    .select(['carerId', 'title', 'forename', 'surname', 'phone', 'email', 'address'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(sql`lower(surname)`, '=', carer.surname.toLowerCase())
    .execute();
  const digits = (phone: string | null) => phone?.replace(/\D/g, '') ?? '';
  const isSame = (one: (typeof rows)[number]): boolean =>
    plainName(one.forename ?? '') === plainName(carer.forename ?? '') &&
    isSamePerson(one, carer) &&
    ((digits(one.phone) !== '' && digits(one.phone) === digits(carer.phone)) ||
      (one.email !== null && one.email.toLowerCase() === carer.email?.toLowerCase()) ||
      (one.address !== null && one.address === carer.address && carer.forename !== null));
  return rows.find(isSame);
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
