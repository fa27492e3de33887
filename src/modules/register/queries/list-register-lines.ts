import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { RegisterShow } from '../domain/register-filter.ts';
import type { RegisterLine } from '../domain/register-lines.ts';
import { SenStatus } from '../domain/sen-status.ts';
import { specialPlaceKind } from '../domain/special-places.ts';

const whom = {
  register: sql<boolean>`is_on_roll and status in ('monitoring', 'sen_support', 'ehc_plan')`,
  monitored: sql<boolean>`is_on_roll and status = 'monitoring'`,
  all: sql<boolean>`is_on_roll`,
  former: sql<boolean>`(is_on_roll and status = 'none' and since_on is not null)
    or (not is_on_roll and status in ('sen_support', 'ehc_plan'))`,
} as const satisfies Record<RegisterShow, unknown>;

/** The lines of the register that the actor may see, by name. One statement over the read model. */
export async function listRegisterLines(tx: Tx, show: RegisterShow): Promise<readonly RegisterLine[]> {
  const rows = await tx
    .selectFrom('registerLines')
    .select(['pupilId', 'surname', 'forename', 'bornOn', 'yearGroup', 'yearRank', 'className', 'isOnRoll'])
    .select(['enrolmentStatus', 'referringSchool', 'status', 'sinceOn', 'isParentsTold', 'needTypes'])
    .select(['keyWorker', 'isFsm', 'isEal', 'isPupilPremium', 'specialPlace'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(whom[show])
    .orderBy('surname')
    .orderBy('forename')
    .execute();
  return rows.map(lineOf);
}

type Row = Omit<RegisterLine, 'pupilId' | 'bornOn' | 'status' | 'sinceOn' | 'specialPlace'> & {
  readonly pupilId: string;
  readonly bornOn: string;
  readonly status: string;
  readonly sinceOn: string | null;
  readonly specialPlace: string | null;
};

const lineOf = (row: Row): RegisterLine => ({
  ...row,
  pupilId: PupilId.parse(row.pupilId),
  bornOn: schoolDate(row.bornOn),
  status: SenStatus.parse(row.status),
  sinceOn: row.sinceOn === null ? null : schoolDate(row.sinceOn),
  specialPlace: row.specialPlace === null ? null : specialPlaceKind(row.specialPlace),
});

/** The line of one pupil: null when the pupil is not the actor's to see. */
export async function findRegisterLine(tx: Tx, pupilId: PupilId): Promise<RegisterLine | null> {
  const row = await tx
    .selectFrom('registerLines')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { schoolId: _, audience: __, ...line } = row;
  return lineOf(line);
}
