import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  lastDayKept,
  type RetentionRule,
  type RetentionYears,
  retentionRuleNames,
  ruleOf,
  shippedRules,
} from '../domain/retention.ts';

export type SettledYears = {
  readonly rule: RetentionRule;
  readonly years: number;
  /** Why the school settled other years; null where the shipped ones hold. */
  readonly why: string | null;
  readonly version: number;
};

/** The years that hold in this school, the shipped where it settled nothing. */
export async function listRetentionRules(tx: Tx): Promise<readonly SettledYears[]> {
  const rows = await tx
    .selectFrom('retentionRules')
    .select(['rule', 'years', 'why', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .execute();
  return retentionRuleNames.map((rule) => {
    const own = rows.find((row) => row.rule === rule);
    return own === undefined
      ? { rule, years: shippedRules[rule].years, why: null, version: 1 }
      : { rule, years: own.years, why: own.why, version: own.version };
  });
}

export async function getRetentionYears(tx: Tx): Promise<RetentionYears> {
  const rules = await listRetentionRules(tx);
  const yearsOf = (name: RetentionRule) =>
    rules.find(({ rule }) => rule === name)?.years ?? shippedRules[name].years;
  return { sen_pupil: yearsOf('sen_pupil'), pupil: yearsOf('pupil') };
}

const Leaver = z.object({
  pupilId: PupilId,
  name: z.string(),
  bornOn: SchoolDate,
  leftOn: SchoolDate.nullable(),
  hadSen: z.boolean(),
  isOnRoll: z.boolean(),
  isHeld: z.boolean(),
  isAsked: z.boolean(),
});
export type Leaver = z.output<typeof Leaver>;

/**
 * One row a pupil, with what decides whether the records may go. On roll: an enrolment that has not ended, also one
 * that is yet to begin. SEN: any status but none that was not withdrawn as wrong.
 */
const selectLeavers = (tx: Tx, condition: ReturnType<typeof sql>) => sql<{ leaver: unknown }>`
  select json_build_object('pupilId', p.pupil_id, 'name', coalesce(l.forename || ' ' || l.surname, 'No name'),
    'bornOn', p.born_on,
    'leftOn', (select max(e.until_on) from enrolments e
      where e.school_id = p.school_id and e.pupil_id = p.pupil_id),
    'hadSen', exists (select from sen_statuses s
      where s.school_id = p.school_id and s.pupil_id = p.pupil_id and s.status <> 'none' and s.withdrawn_at is null),
    'isOnRoll', exists (select from enrolments e where e.school_id = p.school_id and e.pupil_id = p.pupil_id
      and coalesce(e.until_on >= ${tx.scope.today}::date, true)),
    'isHeld', exists (select from retention_holds h
      where h.school_id = p.school_id and h.pupil_id = p.pupil_id and h.ended_on is null),
    'isAsked', exists (select from retention_removals r
      where r.school_id = p.school_id and r.removed_pupil_id = p.pupil_id and r.state = 'asked')) as leaver
  from pupils p
  left join pupil_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id
  where p.school_id = ${tx.scope.actor.schoolId} and ${condition}
  order by p.born_on, p.pupil_id`;

/** Pupils whose period has ended and who are not on roll, the longest ended first; those held among them. */
export async function listEnded(tx: Tx, years: RetentionYears): Promise<readonly Leaver[]> {
  const { today } = tx.scope;
  const least = Math.min(years.pupil, years.sen_pupil);
  const old = sql`p.born_on < ${today}::date - make_interval(years => ${least})`;
  const { rows } = await selectLeavers(tx, old).execute(tx);
  return rows
    .map(({ leaver }) => Leaver.parse(leaver))
    .filter((one) => !one.isOnRoll && lastDayKept(one.bornOn, years[ruleOf(one)]) < today);
}

/** What decides about one pupil; null where there is none. */
export async function findLeaver(tx: Tx, pupilId: PupilId): Promise<Leaver | null> {
  const { rows } = await selectLeavers(tx, sql`p.pupil_id = ${pupilId}`).execute(tx);
  const [row] = rows;
  return row === undefined ? null : Leaver.parse(row.leaver);
}
