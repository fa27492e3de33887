import { sql } from 'kysely';
import { type Audience, audienceOf } from '#src/kernel/access.ts';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { NeedRecord } from '../domain/needs.ts';
import { SenStatus, type StatusRecord } from '../domain/sen-status.ts';
import { type PlaceRecord, specialPlaceKind } from '../domain/special-places.ts';
import type { StrengthRecord } from '../domain/strength.form.ts';

/** Who may read a record. */
type Heard = { readonly audience: Audience };

/** A status with what is kept about its entry. */
export type StatusEntry = StatusRecord &
  Heard & {
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
  readonly needs: readonly (NeedRecord & Heard)[];
  /** Those that ended, the newest first. */
  readonly pastNeeds: readonly NeedRecord[];
  readonly strengths: readonly (StrengthRecord & Heard)[];
  readonly specialPlace: PlaceRecord | null;
};

/** The SEN record of a pupil, in one statement; null when the pupil is not the actor's to see. */
export async function findSenRecord(tx: Tx, pupilId: PupilId): Promise<SenRecord | null> {
  const records = await listSenRecords(tx, [pupilId]);
  return records.get(pupilId) ?? null;
}

/** The SEN records of many pupils, in one statement; those whom the actor may not see are missing. */
export async function listSenRecords(
  tx: Tx,
  pupilIds: readonly PupilId[],
): Promise<ReadonlyMap<PupilId, SenRecord>> {
  const rows = await selectRecords(tx, pupilIds);
  const records = rows.map((row) => recordOf(row, tx.scope.today));
  return new Map(records.map((record) => [record.pupilId, record]));
}

function recordOf(row: Row, today: SchoolDate): SenRecord {
  const entries = row.statuses.map(entryOf);
  const needs = row.needs.map(needOf);
  const isOpen = (one: { untilOn: SchoolDate | null }) => one.untilOn === null || one.untilOn >= today;
  const [place] = row.places;
  return {
    pupilId: PupilId.parse(row.pupilId),
    bornOn: schoolDate(row.bornOn),
    statuses: entries.filter((one) => one.withdrawnAt === null),
    withdrawn: entries.filter((one) => one.withdrawnAt !== null),
    needs: needs.filter(isOpen).sort((one, other) => one.rank - other.rank),
    pastNeeds: needs.filter((one) => !isOpen(one)),
    strengths: row.strengths.map((one) => ({
      ...one,
      fromOn: schoolDate(one.fromOn),
      audience: audienceOf(one.audience),
    })),
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

/** The entry of a record, withdrawn or not. */
export const entryIn = (record: SenRecord, statusId: string): StatusEntry | undefined =>
  [...record.statuses, ...record.withdrawn].find((one) => one.statusId === statusId);

type Kept = { readonly audience: string };
type Spell = { fromOn: string; untilOn: string | null };
type Row = {
  readonly pupilId: string;
  readonly bornOn: string;
  readonly statuses: readonly (Omit<StatusEntry, 'status' | 'audience' | OnDay> &
    Kept &
    Spell & {
      readonly status: string;
      readonly parentsToldOn: string | null;
      readonly sourceOn: string;
      readonly recordedOn: string;
    })[];
  readonly needs: readonly (Omit<NeedRecord, OnDay> & Kept & Spell & { readonly sourceOn: string })[];
  readonly strengths: readonly (Omit<StrengthRecord, OnDay> & Kept & { readonly fromOn: string })[];
  readonly places: readonly (Omit<PlaceRecord, 'kind' | OnDay> &
    Spell & {
      readonly kind: string;
      readonly sourceOn: string;
    })[];
};
type OnDay = 'fromOn' | 'untilOn' | 'parentsToldOn' | 'sourceOn' | 'recordedOn';

const date = (text: string | null) => (text === null ? null : schoolDate(text));
const dated = <R extends { fromOn: string; untilOn: string | null }>(row: R) => ({
  ...row,
  fromOn: schoolDate(row.fromOn),
  untilOn: date(row.untilOn),
});
const entryOf = (row: Row['statuses'][number]): StatusEntry => ({
  ...dated(row),
  status: SenStatus.parse(row.status),
  audience: audienceOf(row.audience),
  parentsToldOn: date(row.parentsToldOn),
  sourceOn: schoolDate(row.sourceOn),
  recordedOn: schoolDate(row.recordedOn),
});
const needOf = (row: Row['needs'][number]): NeedRecord & Heard => ({
  ...dated(row),
  audience: audienceOf(row.audience),
  sourceOn: schoolDate(row.sourceOn),
});

/** JSON keeps the names that it is built with: they are written as the program reads them. */
async function selectRecords(tx: Tx, pupilIds: readonly PupilId[]): Promise<readonly Row[]> {
  const { actor, today } = tx.scope;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = p.school_id and ${sql.ref(`${table}.pupil_id`)} = p.pupil_id`;
  const lasts = (table: string) => sql`coalesce(${sql.ref(`${table}.until_on`)} >= ${today}::date, true)`;
  const { rows } = await sql<Row>`
    select p.pupil_id, p.born_on,
      (select coalesce(json_agg(json_build_object('statusId', s.status_id, 'audience', s.audience, 'status', s.status,
          'recordedCode', s.recorded_code, 'fromOn', s.from_on, 'untilOn', s.until_on, 'reason', s.reason,
          'parentsToldOn', s.parents_told_on, 'source', s.source, 'sourceOn', s.source_on,
          'version', s.version, 'withdrawnAt', s.withdrawn_at, 'withdrawnWhy', s.withdrawn_why,
          'recordedAt', s.recorded_at, 'recordedOn', (s.recorded_at at time zone 'Europe/London')::date)
          order by s.from_on desc, s.recorded_at desc), '[]')
        from sen_statuses s where ${own('s')}) as statuses,
      (select coalesce(json_agg(json_build_object('needId', n.need_id, 'audience', n.audience, 'senType', n.sen_type, 'rank', n.rank,
          'ownWords', n.own_words, 'toldBy', n.told_by, 'fromOn', n.from_on, 'untilOn', n.until_on,
          'source', n.source, 'sourceOn', n.source_on, 'version', n.version) order by n.from_on desc), '[]')
        from needs n where ${own('n')} and n.withdrawn_at is null) as needs,
      (select coalesce(json_agg(json_build_object('strengthId', g.strength_id, 'audience', g.audience, 'words', g.words,
          'toldBy', g.told_by, 'fromOn', g.from_on, 'version', g.version) order by g.recorded_at), '[]')
        from strengths g where ${own('g')} and g.withdrawn_at is null and ${lasts('g')}) as strengths,
      (select coalesce(json_agg(json_build_object('specialPlaceId', d.special_place_id, 'kind', d.kind,
          'fromOn', d.from_on, 'untilOn', d.until_on, 'source', d.source, 'sourceOn', d.source_on,
          'version', d.version) order by d.from_on desc), '[]')
        from special_places d where ${own('d')} and ${lasts('d')}) as places
    from pupils p
    where p.school_id = ${actor.schoolId} and p.pupil_id = any(${[...pupilIds]}::uuid[])`.execute(tx);
  return rows;
}
