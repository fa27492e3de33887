import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId, StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type EnrolmentStatus, isEnrolmentStatus } from '../domain/enrolment.ts';
import { type CurrentFact, type FactKind, factKind } from '../domain/facts.ts';

type Name = { readonly forename: string; readonly surname: string };

export type Enrolment = {
  readonly status: EnrolmentStatus;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly leavingReason: string | null;
  readonly referringSchool: string | null;
  readonly referringUrn: string | null;
  readonly returnExpectedOn: SchoolDate | null;
  readonly source: string;
};

export type KeyWorker = { readonly staffId: StaffId; readonly name: string; readonly fromOn: SchoolDate };

export type Pupil = {
  readonly pupilId: PupilId;
  /** As used: preferred names where there are any. */
  readonly name: Name;
  readonly legalName: Name;
  readonly bornOn: SchoolDate;
  readonly yearGroup: string | null;
  readonly className: string | null;
  readonly sex: string | null;
  /** The stretch in force, else the next to come, else the last. */
  readonly enrolment: Enrolment | null;
  readonly isOnRoll: boolean;
  /** Null also for those who may not see it. */
  readonly keyWorker: KeyWorker | null;
  /** Every fact in force today that the actor may see. */
  readonly facts: readonly CurrentFact[];
  readonly version: number;
};

type FactRow = {
  kind: string;
  value: string;
  fromOn: string;
  source: string;
  sourceOn: string;
  isInForce: boolean;
};
type Row = {
  bornOn: string;
  version: number;
  className: string | null;
  facts: FactRow[];
  enrolment: (Record<keyof Enrolment, string | null> & { isInForce: boolean }) | null;
  keyWorker: Record<keyof KeyWorker, string> | null;
};

/** One pupil with what is in force today, in one statement. Null where the walls hide the pupil. */
export async function findPupil(tx: Tx, pupilId: PupilId): Promise<Pupil | null> {
  const { schoolId } = tx.scope.actor;
  const today = sql`${tx.scope.today}::date`;
  const inForce = (table: string) =>
    sql`${sql.ref(`${table}.from_on`)} <= ${today} and coalesce(${sql.ref(`${table}.until_on`)} >= ${today}, true)`;
  const { rows } = await sql<Row>`
    select p.born_on, p.version,
      (select g.name from group_pupils m
        join groups g on g.school_id = m.school_id and g.group_id = m.group_id and g.kind = 'class'
        where m.school_id = p.school_id and m.pupil_id = p.pupil_id and ${inForce('m')} and ${inForce('g')}
        order by m.from_on desc, g.name limit 1) as class_name,
      (select coalesce(json_agg(json_build_object('kind', f.kind, 'value', f.value, 'fromOn', f.from_on,
          'source', f.source, 'sourceOn', f.source_on, 'isInForce', ${inForce('f')})
          order by abs(f.from_on - ${today})), '[]')
        from pupil_facts f
        where f.school_id = p.school_id and f.pupil_id = p.pupil_id and f.withdrawn_at is null
          and ((${inForce('f')}) or f.kind in ('legal_surname', 'legal_forename'))) as facts,
      (select json_build_object('status', e.status, 'fromOn', e.from_on, 'untilOn', e.until_on,
          'leavingReason', e.leaving_reason, 'referringSchool', e.referring_school,
          'referringUrn', e.referring_urn, 'returnExpectedOn', e.return_expected_on, 'source', e.source,
          'isInForce', ${inForce('e')})
        from enrolments e where e.school_id = p.school_id and e.pupil_id = p.pupil_id
        order by (${inForce('e')}) desc, e.from_on desc limit 1) as enrolment,
      (select json_build_object('staffId', k.staff_id, 'fromOn', k.from_on,
          'name', concat_ws(' ', coalesce(s.title, s.forename), s.surname))
        from key_workers k join staff s on s.school_id = k.school_id and s.staff_id = k.staff_id
        where k.school_id = p.school_id and k.pupil_id = p.pupil_id and k.withdrawn_at is null
          and ${inForce('k')} limit 1) as key_worker
    from pupils p
    where p.school_id = ${schoolId} and p.pupil_id = ${pupilId}`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : pupilOf(pupilId, row);
}

function pupilOf(pupilId: PupilId, row: Row): Pupil {
  const value = (kind: FactKind) => row.facts.find((fact) => fact.kind === kind && fact.isInForce)?.value;
  const nearest = (kind: FactKind) =>
    value(kind) ?? row.facts.find((fact) => fact.kind === kind)?.value ?? '–';
  const legalName = { forename: nearest('legal_forename'), surname: nearest('legal_surname') };
  return {
    pupilId,
    name: {
      forename: value('preferred_forename') ?? legalName.forename,
      surname: value('preferred_surname') ?? legalName.surname,
    },
    legalName,
    bornOn: schoolDate(row.bornOn),
    yearGroup: value('year_group') ?? null,
    className: row.className,
    sex: value('sex') ?? null,
    enrolment: enrolmentOf(row.enrolment),
    isOnRoll: row.enrolment?.isInForce ?? false,
    keyWorker:
      row.keyWorker === null
        ? null
        : {
            staffId: StaffId.parse(row.keyWorker.staffId),
            name: row.keyWorker.name,
            fromOn: schoolDate(row.keyWorker.fromOn),
          },
    facts: row.facts.filter((fact) => fact.isInForce).map(factOf),
    version: row.version,
  };
}

const factOf = (fact: Omit<FactRow, 'isInForce'>): CurrentFact => ({
  kind: factKind(fact.kind),
  value: fact.value,
  fromOn: schoolDate(fact.fromOn),
  source: fact.source,
  sourceOn: schoolDate(fact.sourceOn),
});

function enrolmentOf(row: Row['enrolment']): Enrolment | null {
  if (row === null || row.status === null || !isEnrolmentStatus(row.status)) return null;
  return {
    status: row.status,
    fromOn: schoolDate(row.fromOn ?? ''),
    untilOn: dayOf(row.untilOn),
    leavingReason: row.leavingReason,
    referringSchool: row.referringSchool,
    referringUrn: row.referringUrn,
    returnExpectedOn: dayOf(row.returnExpectedOn),
    source: row.source ?? '',
  };
}

const dayOf = (text: string | null): SchoolDate | null => (text === null ? null : schoolDate(text));

/** The facts in force today of some pupils, by pupil: what the actor may see of them. */
export async function listCurrentFacts(
  tx: Tx,
  pupilIds: readonly PupilId[],
): Promise<ReadonlyMap<PupilId, readonly CurrentFact[]>> {
  const found = new Map<PupilId, CurrentFact[]>(pupilIds.map((pupilId) => [pupilId, []]));
  if (pupilIds.length === 0) return found;
  const { today, actor } = tx.scope;
  const rows = await tx
    .selectFrom('pupilFacts')
    .select(['pupilId', 'kind', 'value', 'fromOn', 'source', 'sourceOn'])
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', '=', sql<string>`any(${[...pupilIds]}::uuid[])`)
    .where('withdrawnAt', 'is', null)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute();
  for (const { pupilId, ...fact } of rows) found.get(PupilId.parse(pupilId))?.push(factOf(fact));
  return found;
}
