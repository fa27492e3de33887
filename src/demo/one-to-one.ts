import { PupilId } from '#src/kernel/ids.ts';
import type { Area } from '#src/modules/provision/index.ts';
import { yearWords } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** Mornings of one adult with one pupil, through the whole year. */
export type OneToOne = {
  readonly pupilId: PupilId;
  readonly staffId: string;
  readonly name: string;
  readonly area: Area;
  readonly startsAt: string;
  readonly minutes: number;
};

/** So long each morning: from eleven hours a week to fifteen, each of which passes the school's own part in a year. */
const mornings = [150, 165, 135, 180, 150] as const;

const areaOf = (need: string | undefined): Area => {
  if (need === 'SEMH') return 'semh';
  if (need === 'SLCN' || need === 'ASD') return 'communication';
  return ['HI', 'VI', 'MSI', 'PD'].includes(need ?? '') ? 'sensory_physical' : 'cognition';
};
const words: Readonly<Record<Area, string>> = {
  communication: 'Communication support',
  cognition: 'Learning support',
  semh: 'Regulation support',
  sensory_physical: 'Physical and sensory support',
};

/** Pupils with an EHC plan who are in no unit, each with an adult who runs no group. */
export async function listOneToOne(tx: Tx, adults: readonly string[]): Promise<readonly OneToOne[]> {
  const most = Math.min(adults.length, mornings.length);
  const rows = await tx
    .selectFrom('registerLines')
    .select(['pupilId', 'needTypes', 'yearGroup'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('status', '=', 'ehc_plan')
    .where('isOnRoll', '=', true)
    .where('specialPlace', 'is', null)
    .orderBy('yearRank')
    .orderBy('surname')
    .orderBy('pupilId')
    .execute();
  // Spread over the years, and not the youngest alone.
  const chosen = rows
    .filter((_, at) => at % Math.max(1, Math.floor(rows.length / most)) === 0)
    .slice(0, most);
  return chosen.map(({ pupilId, needTypes, yearGroup }, at) => {
    const area = areaOf(needTypes[0]);
    return {
      pupilId: PupilId.parse(pupilId),
      staffId: adults[at] ?? '',
      name: [`${words[area]}, one to one`, ...(yearGroup === null ? [] : [yearWords(yearGroup)])].join(', '),
      area,
      startsAt: '09:00',
      minutes: mornings[at] ?? mornings[0],
    };
  });
}
