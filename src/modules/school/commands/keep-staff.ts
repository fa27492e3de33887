import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId, type PersonId, StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { schoolEvents } from '../domain/school.events.ts';
import type { StaffFacts, StaffMember } from '../domain/school-records.ts';

const record = recorder(schoolEvents);

/** A name and a post must be there; the rest may be left out. */
export type NewStaff = Pick<StaffFacts, 'forename' | 'surname' | 'post'> & {
  readonly [K in Exclude<keyof StaffFacts, 'forename' | 'surname' | 'post'>]?: StaffFacts[K] | undefined;
} & { readonly source: string };

/** Adds somebody who works at the school. They sign in only when an account is linked to them. */
export async function addStaff(
  tx: Tx,
  given: NewStaff,
): Promise<Result<StaffId, 'code_taken' | 'left_before_start'>> {
  const facts: StaffFacts = {
    code: given.code ?? null,
    title: given.title ?? null,
    forename: given.forename,
    surname: given.surname,
    post: given.post,
    email: given.email ?? null,
    startedOn: given.startedOn ?? null,
    leftOn: given.leftOn ?? null,
  };
  if (leftTooEarly(facts)) return refused('left_before_start');
  if (facts.code !== null && (await isCodeTaken(tx, facts.code, null))) return refused('code_taken');
  const staffId = StaffId.parse(newId());
  await add(tx, 'staff', [{ staffId, personId: null, ...facts, source: given.source }]);
  const changes = changesBetween<StaffFacts>({}, facts);
  await record(tx, { type: 'StaffAdded', audience: 'leaders', subjectId: staffId, changes });
  return done(staffId);
}

/** Changes what is known of somebody. A last day at the school ends their charge of every group with it. */
export async function changeStaff(
  tx: Tx,
  staff: StaffMember,
  set: Partial<StaffFacts> & { readonly source?: string },
): Promise<Result<Changes, 'code_taken' | 'left_before_start' | 'in_charge_later'>> {
  const { source: _, ...facts } = set;
  const changes = changesBetween<StaffFacts>(staff, facts);
  if (nothingChanged(changes)) return done(changes);
  const after = { ...staff, ...facts };
  if (leftTooEarly(after)) return refused('left_before_start');
  if (after.code !== null && (await isCodeTaken(tx, after.code, staff.staffId))) return refused('code_taken');
  if (facts.leftOn != null && !(await endPlaces(tx, staff.staffId, facts.leftOn)))
    return refused('in_charge_later');
  await amend(tx, 'staff', staff.staffId, { ...set, version: staff.version + 1 });
  await record(tx, { type: 'StaffChanged', audience: 'leaders', subjectId: staff.staffId, changes });
  return done(changes);
}

/**
 * Says which account is this member of staff's: what they teach becomes what they may see. Null unlinks. An
 * account is one member of staff at most.
 */
export async function linkStaffToPerson(
  tx: Tx,
  staff: StaffMember,
  personId: PersonId | null,
): Promise<Result<Changes, 'linked_to_another'>> {
  const changes = changesBetween({ personId: staff.personId }, { personId });
  if (nothingChanged(changes)) return done(changes);
  if (personId !== null) {
    const other = await tx
      .selectFrom('staff')
      .select('staffId')
      .where('schoolId', '=', tx.scope.actor.schoolId)
      .where('personId', '=', personId)
      .executeTakeFirst();
    if (other !== undefined) return refused('linked_to_another');
  }
  await amend(tx, 'staff', staff.staffId, { personId, version: staff.version + 1 });
  await record(tx, { type: 'StaffLinked', audience: 'leaders', subjectId: staff.staffId, changes });
  return done(changes);
}

const leftTooEarly = ({ startedOn, leftOn }: Pick<StaffFacts, 'startedOn' | 'leftOn'>): boolean =>
  startedOn !== null && leftOn !== null && leftOn < startedOn;

async function isCodeTaken(tx: Tx, code: string, by: StaffId | null): Promise<boolean> {
  const same = await tx
    .selectFrom('staff')
    .select('staffId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('code', '=', code)
    .$if(by !== null, (query) => query.where('staffId', '!=', by))
    .executeTakeFirst();
  return same !== undefined;
}

/** False when a place begins only after the last day: it must be taken away first, by a person who sees it. */
async function endPlaces(tx: Tx, staffId: StaffId, leftOn: string): Promise<boolean> {
  const places = await tx
    .selectFrom('groupStaff')
    .select(['groupStaffId', 'fromOn', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('staffId', '=', staffId)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>', leftOn)]))
    .execute();
  if (places.some((place) => place.fromOn > leftOn)) return false;
  for (const { groupStaffId, version } of places)
    await amend(tx, 'groupStaff', groupStaffId, { untilOn: leftOn, version: version + 1 });
  return true;
}
