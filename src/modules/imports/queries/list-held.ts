import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import { CarerId, PupilId } from '#src/kernel/ids.ts';
import { replacedByFile } from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { HeldCarer, HeldFact, HeldNeed, HeldPupil, HeldStatus } from '../domain/proposal.ts';

type Parts = {
  readonly facts: Map<string, HeldFact>;
  readonly identifiers: { kind: string; value: string }[];
  readonly statuses: HeldStatus[];
  readonly withdrawn: HeldStatus[];
  readonly needs: HeldNeed[];
  readonly carers: HeldCarer[];
  readonly attendance: HeldPupil['attendance'][number][];
  readonly suspensions: HeldPupil['suspensions'][number][];
  className: string | null;
  specialPlace: string | null;
  enrolment: HeldPupil['enrolment'];
};

/** What is held of pupils today, for a file to be laid beside. Nine statements, whatever the number of pupils. */
export async function listHeld(
  tx: Tx,
  pupilIds: readonly PupilId[],
): Promise<ReadonlyMap<PupilId, HeldPupil>> {
  const parts = new Map<string, Parts>(pupilIds.map((pupilId) => [pupilId, blank()]));
  await Promise.all([
    facts(tx, pupilIds, parts),
    identifiers(tx, pupilIds, parts),
    places(tx, pupilIds, parts),
    sen(tx, pupilIds, parts),
    carers(tx, pupilIds, parts),
    sums(tx, pupilIds, parts),
  ]);
  const rows = await tx
    .selectFrom('pupils')
    .select(['pupilId', 'bornOn'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', 'in', atLeastOne(pupilIds))
    .execute();
  return new Map(
    rows.map((row) => {
      const pupilId = PupilId.parse(row.pupilId);
      return [pupilId, { pupilId, bornOn: schoolDate(row.bornOn), ...(parts.get(pupilId) ?? blank()) }];
    }),
  );
}

const nobody = PupilId.parse('00000000-0000-0000-0000-000000000000');
const atLeastOne = (ids: readonly PupilId[]): readonly PupilId[] => (ids.length === 0 ? [nobody] : ids);

const blank = (): Parts => ({
  facts: new Map(),
  identifiers: [],
  statuses: [],
  withdrawn: [],
  needs: [],
  carers: [],
  attendance: [],
  suspensions: [],
  className: null,
  specialPlace: null,
  enrolment: null,
});

type Ids = readonly PupilId[];
type All = Map<string, Parts>;

async function facts(tx: Tx, ids: Ids, all: All): Promise<void> {
  const { actor, today } = tx.scope;
  const rows = await tx
    .selectFrom('pupilFacts')
    .select(['pupilId', 'kind', 'value', 'fromOn', 'source'])
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', 'in', atLeastOne(ids))
    .where('withdrawnAt', 'is', null)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute();
  for (const row of rows)
    all.get(row.pupilId)?.facts.set(row.kind, { ...row, fromOn: schoolDate(row.fromOn) });
}

async function identifiers(tx: Tx, ids: Ids, all: All): Promise<void> {
  const rows = await tx
    .selectFrom('pupilIdentifiers')
    .select(['pupilId', 'kind', 'value'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', 'in', atLeastOne(ids))
    .where('withdrawnAt', 'is', null)
    .execute();
  for (const row of rows) all.get(row.pupilId)?.identifiers.push(row);
}

async function places(tx: Tx, ids: Ids, all: All): Promise<void> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<{ pupilId: string; name: string }>`
    select gp.pupil_id, g.name from group_pupils gp
    join groups g on g.school_id = gp.school_id and g.group_id = gp.group_id and g.kind = 'class'
    where gp.school_id = ${actor.schoolId} and gp.pupil_id = any(${[...ids]}::uuid[])
      and gp.from_on <= ${today}::date and (gp.until_on is null or gp.until_on >= ${today}::date)`.execute(
    tx,
  );
  for (const row of rows) set(all, row.pupilId, { className: row.name });
  const enrolled = await tx
    .selectFrom('enrolments')
    .select(['pupilId', 'status', 'fromOn', 'untilOn'])
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', 'in', atLeastOne(ids))
    .orderBy('fromOn')
    .execute();
  for (const row of enrolled) {
    const enrolment = { status: row.status, fromOn: schoolDate(row.fromOn), untilOn: orNull(row.untilOn) };
    set(all, row.pupilId, { enrolment });
  }
}

const orNull = (date: string | null) => (date === null ? null : schoolDate(date));
const set = (all: All, pupilId: string, some: Partial<Parts>) => {
  const parts = all.get(pupilId);
  if (parts !== undefined) Object.assign(parts, some);
};

async function sen(tx: Tx, ids: Ids, all: All): Promise<void> {
  const { actor, today } = tx.scope;
  const statuses = await tx
    .selectFrom('senStatuses')
    .select(['pupilId', 'status', 'fromOn', 'untilOn', 'source', 'withdrawnAt', 'withdrawnWhy'])
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', 'in', atLeastOne(ids))
    .execute();
  for (const { withdrawnAt, withdrawnWhy, ...row } of statuses) {
    if (withdrawnWhy === replacedByFile) continue;
    const status = isStatus(row.status) ? row.status : 'none';
    const parts = all.get(row.pupilId);
    const list = withdrawnAt === null ? parts?.statuses : parts?.withdrawn;
    list?.push({ ...row, status, fromOn: schoolDate(row.fromOn), untilOn: orNull(row.untilOn) });
  }
  const needs = await tx
    .selectFrom('needs')
    .select(['pupilId', 'senType', 'rank', 'ownWords', 'source'])
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', 'in', atLeastOne(ids))
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute();
  for (const row of needs) all.get(row.pupilId)?.needs.push(row);
  const special = await tx
    .selectFrom('specialPlaces')
    .select(['pupilId', 'kind'])
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', 'in', atLeastOne(ids))
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute();
  for (const row of special) set(all, row.pupilId, { specialPlace: row.kind });
}

const isStatus = (text: string): text is HeldStatus['status'] =>
  ['none', 'monitoring', 'sen_support', 'ehc_plan'].includes(text);

type CarerRow = Omit<HeldCarer, 'carerId'> & { pupilId: string; carerId: string };

async function carers(tx: Tx, ids: Ids, all: All): Promise<void> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<CarerRow>`
    select t.pupil_id, t.pupil_carer_id, c.carer_id, c.title, c.forename, c.surname, c.phone, c.email, c.address,
      t.relationship, t.has_parental_responsibility, t.lives_with, t.priority, t.source,
      c.version as carer_version, t.version as tie_version
    from pupil_carers t join carers c on c.school_id = t.school_id and c.carer_id = t.carer_id
    where t.school_id = ${actor.schoolId} and t.pupil_id = any(${[...ids]}::uuid[])
      and (t.until_on is null or t.until_on >= ${today}::date)
    order by t.priority`.execute(tx);
  for (const row of rows) all.get(row.pupilId)?.carers.push({ ...row, carerId: CarerId.parse(row.carerId) });
}

async function sums(tx: Tx, ids: Ids, all: All): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const attendance = await tx
    .selectFrom('attendance')
    .select(['pupilId', 'fromOn', 'sessionsPossible as possible', 'sessionsAttended as attended'])
    .where('schoolId', '=', schoolId)
    .where('pupilId', 'in', atLeastOne(ids))
    .execute();
  for (const row of attendance)
    all.get(row.pupilId)?.attendance.push({ ...row, fromOn: schoolDate(row.fromOn) });
  const suspensions = await tx
    .selectFrom('suspensions')
    .select(['pupilId', 'fromOn', 'category'])
    .where('schoolId', '=', schoolId)
    .where('pupilId', 'in', atLeastOne(ids))
    .execute();
  for (const row of suspensions)
    all.get(row.pupilId)?.suspensions.push({ ...row, fromOn: schoolDate(row.fromOn) });
}
