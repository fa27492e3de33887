import { sql } from 'kysely';
import { z } from 'zod';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { GroupId, StaffId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type Group,
  GroupKind,
  type GroupPlace,
  type StaffedGroup,
  staffName,
} from '../domain/school-records.ts';
import { yearGroupRank } from '../domain/year-group-order.ts';

const groupOf = (row: RowOf<'groups'>): Group => ({
  groupId: GroupId.parse(row.groupId),
  kind: GroupKind.parse(row.kind),
  name: row.name,
  yearGroup: row.yearGroup,
  subject: row.subject,
  fromOn: schoolDate(row.fromOn),
  untilOn: row.untilOn === null ? null : schoolDate(row.untilOn),
  source: row.source,
  version: row.version,
});

const byNumber = new Intl.Collator('en-GB', { numeric: true });
const rank = (group: Group) => (group.yearGroup === null ? 99 : (yearGroupRank(group.yearGroup) ?? 98));
const inOrder = (one: Group, other: Group) =>
  one.kind.localeCompare(other.kind) || rank(one) - rank(other) || byNumber.compare(one.name, other.name);

/** The classes and teaching groups that there are on a day: classes first, then by year group and name. */
export const listGroups = (tx: Tx, on: SchoolDate): Promise<Group[]> => listGroupsWithin(tx, on, on);

/** Those that there are on any day from the first to the last. */
async function listGroupsWithin(tx: Tx, first: SchoolDate, last: SchoolDate): Promise<Group[]> {
  const rows = await tx
    .selectFrom('groups')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('fromOn', '<=', last)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', first)]))
    .execute();
  return rows.map(groupOf).toSorted(inOrder);
}

type Dated = { readonly fromOn: SchoolDate; readonly untilOn: SchoolDate | null };
const isThere = ({ fromOn, untilOn }: Dated, on: SchoolDate): boolean =>
  fromOn <= on && (untilOn === null || untilOn >= on);

/** As `listGroups`, each with the staff in charge of it on that day. */
export const listStaffedGroups = async (tx: Tx, on: SchoolDate): Promise<StaffedGroup[]> =>
  (await listStaffedGroupsOn(tx, { first: on, last: on })).first;

/** The groups of two days, each with the staff in charge of it on its day: read once for both. */
export async function listStaffedGroupsOn(
  tx: Tx,
  days: { readonly first: SchoolDate; readonly last: SchoolDate },
): Promise<{ readonly first: StaffedGroup[]; readonly last: StaffedGroup[] }> {
  const groups = await listGroupsWithin(tx, days.first, days.last);
  const places = await listPlacesIn(tx, null);
  const staffed = (on: SchoolDate) =>
    groups
      .filter((group) => isThere(group, on))
      .map((group) => ({
        ...group,
        staff: (places.get(group.groupId) ?? []).filter((place) => isThere(place, on)),
      }));
  return { first: staffed(days.first), last: staffed(days.last) };
}

/** One group with everybody who is, was or will be in charge of it; null when the school has none of this id. */
export async function findGroup(tx: Tx, groupId: GroupId): Promise<StaffedGroup | null> {
  const row = await tx
    .selectFrom('groups')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('groupId', '=', groupId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const places = await listPlacesIn(tx, groupId);
  return { ...groupOf(row), staff: places.get(groupId) ?? [] };
}

/** As `findGroup`; throws `NotFound`. */
export async function getGroup(tx: Tx, groupId: GroupId): Promise<StaffedGroup> {
  const group = await findGroup(tx, groupId);
  if (group === null) throw new NotFound();
  return group;
}

const PlaceRow = z.object({
  groupId: GroupId,
  staffId: StaffId,
  title: z.string().nullable(),
  forename: z.string(),
  surname: z.string(),
  post: z.string(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
});

async function listPlacesIn(tx: Tx, groupId: GroupId | null): Promise<Map<GroupId, GroupPlace[]>> {
  const { rows } = await sql`
    select p.group_id, p.staff_id, s.title, s.forename, s.surname, s.post, p.from_on, p.until_on
    from group_staff p join staff s on s.school_id = p.school_id and s.staff_id = p.staff_id
    where p.school_id = ${tx.scope.actor.schoolId}
      and (${groupId}::uuid is null or p.group_id = ${groupId}::uuid)
    order by p.from_on, s.surname, s.forename`.execute(tx);
  const places = new Map<GroupId, GroupPlace[]>();
  for (const row of z.array(PlaceRow).parse(rows)) {
    const place: GroupPlace = {
      staffId: row.staffId,
      name: staffName(row),
      post: row.post,
      fromOn: schoolDate(row.fromOn),
      untilOn: row.untilOn === null ? null : schoolDate(row.untilOn),
    };
    places.set(row.groupId, [...(places.get(row.groupId) ?? []), place]);
  }
  return places;
}
