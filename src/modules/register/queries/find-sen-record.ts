import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { NeedRecord } from '../domain/needs.ts';
import { SenStatus, type StatusRecord } from '../domain/sen-status.ts';
import { type PlaceRecord, specialPlaceKind } from '../domain/special-places.ts';
import type { StrengthRecord } from '../domain/strength.form.ts';

/** A status with what is kept about its entry. */
export type StatusEntry = StatusRecord & {
  readonly recordedOn: SchoolDate;
  /** Instants as text, to tell which entry took the place of which. */
  readonly recordedAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnWhy: string | null;
};

/** Everything that the register knows of one pupil. */
export type SenRecord = {
  readonly pupilId: PupilId;
  readonly bornOn: SchoolDate;
  /** The newest first, without those withdrawn. */
  readonly statuses: readonly StatusEntry[];
  readonly withdrawn: readonly StatusEntry[];
  /** In force today, by rank. */
  readonly needs: readonly NeedRecord[];
  /** Those that ended, the newest first. */
  readonly pastNeeds: readonly NeedRecord[];
  readonly strengths: readonly StrengthRecord[];
  readonly specialPlace: PlaceRecord | null;
};

/** The SEN record of a pupil, in one statement; null when the pupil is not the actor's to see. */
export async function findSenRecord(tx: Tx, pupilId: PupilId): Promise<SenRecord | null> {
  const row = await selectRecord(tx, pupilId);
  if (row === undefined) return null;
  const { today } = tx.scope;
  const entries = row.statuses.map(entryOf);
  const needs = row.needs.map(needOf);
  const isOpen = (one: { untilOn: SchoolDate | null }) => one.untilOn === null || one.untilOn >= today;
  const [place] = row.places;
  return {
    pupilId,
    bornOn: schoolDate(row.bornOn),
    statuses: entries.filter((one) => one.withdrawnAt === null),
    withdrawn: entries.filter((one) => one.withdrawnAt !== null),
    needs: needs.filter(isOpen).sort((one, other) => one.rank - other.rank),
    pastNeeds: needs.filter((one) => !isOpen(one)),
    strengths: row.strengths.map((one) => ({ ...one, fromOn: schoolDate(one.fromOn) })),
    specialPlace:
      place === undefined
        ? null
        : { ...dated(place), kind: specialPlaceKind(place.kind), sourceOn: schoolDate(place.sourceOn) },
  };
}

/** As `findSenRecord`; a pupil who is not the actor's to see is a page not found. */
export async function getSenRecord(tx: Tx, pupilId: PupilId): Promise<SenRecord> {
  const found = await findSenRecord(tx, pupilId);
  if (found === null) throw new NotFound();
  return found;
}

type Row = NonNullable<Awaited<ReturnType<typeof selectRecord>>>;

const date = (text: string | null) => (text === null ? null : schoolDate(text));
const dated = <R extends { fromOn: string; untilOn: string | null }>(row: R) => ({
  ...row,
  fromOn: schoolDate(row.fromOn),
  untilOn: date(row.untilOn),
});
const entryOf = (row: Row['statuses'][number]): StatusEntry => ({
  ...dated(row),
  status: SenStatus.parse(row.status),
  parentsToldOn: date(row.parentsToldOn),
  sourceOn: schoolDate(row.sourceOn),
  recordedOn: schoolDate(row.recordedOn),
});
const needOf = (row: Row['needs'][number]): NeedRecord => ({
  ...dated(row),
  sourceOn: schoolDate(row.sourceOn),
});

function selectRecord(tx: Tx, pupilId: PupilId) {
  const { actor, today } = tx.scope;
  return tx
    .selectFrom('pupils')
    .select('bornOn')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('senStatuses as s')
          .select(['s.statusId', 's.status', 's.recordedCode', 's.fromOn', 's.untilOn', 's.reason'])
          .select(['s.parentsToldOn', 's.source', 's.sourceOn', 's.version', 's.withdrawnWhy'])
          .select([
            sql<string | null>`s.withdrawn_at::text`.as('withdrawnAt'),
            sql<string>`s.recorded_at::text`.as('recordedAt'),
            sql<string>`(s.recorded_at at time zone 'Europe/London')::date`.as('recordedOn'),
          ])
          .whereRef('s.schoolId', '=', 'pupils.schoolId')
          .whereRef('s.pupilId', '=', 'pupils.pupilId')
          .orderBy('s.fromOn', 'desc')
          .orderBy('s.recordedAt', 'desc'),
      ).as('statuses'),
      jsonArrayFrom(
        eb
          .selectFrom('needs as n')
          .select(['n.needId', 'n.senType', 'n.rank', 'n.ownWords', 'n.toldBy', 'n.fromOn', 'n.untilOn'])
          .select(['n.source', 'n.sourceOn', 'n.version'])
          .whereRef('n.schoolId', '=', 'pupils.schoolId')
          .whereRef('n.pupilId', '=', 'pupils.pupilId')
          .where('n.withdrawnAt', 'is', null)
          .orderBy('n.fromOn', 'desc'),
      ).as('needs'),
      jsonArrayFrom(
        eb
          .selectFrom('strengths as g')
          .select(['g.strengthId', 'g.words', 'g.toldBy', 'g.fromOn', 'g.version'])
          .whereRef('g.schoolId', '=', 'pupils.schoolId')
          .whereRef('g.pupilId', '=', 'pupils.pupilId')
          .where('g.withdrawnAt', 'is', null)
          .where((or) => or.or([or('g.untilOn', 'is', null), or('g.untilOn', '>=', today)]))
          .orderBy('g.recordedAt'),
      ).as('strengths'),
      jsonArrayFrom(
        eb
          .selectFrom('specialPlaces as p')
          .select(['p.specialPlaceId', 'p.kind', 'p.fromOn', 'p.untilOn', 'p.source', 'p.sourceOn'])
          .select('p.version')
          .whereRef('p.schoolId', '=', 'pupils.schoolId')
          .whereRef('p.pupilId', '=', 'pupils.pupilId')
          .where((or) => or.or([or('p.untilOn', 'is', null), or('p.untilOn', '>=', today)]))
          .orderBy('p.fromOn', 'desc')
          .limit(1),
      ).as('places'),
    ])
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', '=', pupilId)
    .executeTakeFirst();
}
