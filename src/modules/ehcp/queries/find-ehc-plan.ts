import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type EhcPlan, perUnits, sectionLetters, versionKinds } from '../domain/ehc-plan.ts';

const Sections = z.partialRecord(z.enum(sectionLetters), z.string());
const Line = z.object({
  commitmentId: z.uuid(),
  words: z.string(),
  minutes: z.int().nullable(),
  times: z.int().nullable(),
  per: z.enum(perUnits).nullable(),
  byWhom: z.string().nullable(),
  fromOn: SchoolDate.nullable(),
  untilOn: SchoolDate.nullable(),
});
const Outcome = z.object({ outcomeKey: z.uuid(), words: z.string() });
const Parts = { outcomes: z.array(Outcome), lines: z.array(Line) };
const Version = z.object({
  number: z.int(),
  kind: z.enum(versionKinds),
  datedOn: SchoolDate,
  sections: Sections,
  ...Parts,
});
const Entry = z.object({
  entryId: z.uuid(),
  kind: z.enum(versionKinds),
  datedOn: SchoolDate,
  content: z.object({ sections: Sections, ...Parts }),
  offered: z
    .object({
      sections: Sections,
      rest: z.string(),
      from: z.string(),
      pages: z.int().nullable(),
      isCut: z.boolean(),
    })
    .nullable(),
  version: z.int(),
});
const Plan = z.object({
  ehcPlanId: z.uuid(),
  pupilId: PupilId,
  authority: z.string(),
  madeOn: SchoolDate.nullable(),
  endedOn: SchoolDate.nullable(),
  version: z.int(),
  versions: z.array(Version),
  entry: Entry.nullable(),
});

/** The EHC plan that a pupil has, else the last one that ended; null where there is none that the actor may see. */
export const findEhcPlan = (tx: Tx, pupilId: PupilId): Promise<EhcPlan | null> =>
  readPlan(tx, sql`p.pupil_id = ${pupilId}`);

/** An EHC plan by its id; null when it is not the actor's to see. */
export const findEhcPlanById = (tx: Tx, ehcPlanId: string): Promise<EhcPlan | null> =>
  readPlan(tx, sql`p.ehc_plan_id = ${ehcPlanId}`);

/** A plan with its versions, their outcomes and lines, and what is being entered, in one statement. */
async function readPlan(tx: Tx, which: ReturnType<typeof sql>): Promise<EhcPlan | null> {
  const { rows } = await sql`
    select p.ehc_plan_id, p.pupil_id, a.name as authority, p.made_on, p.ended_on, p.version,
      coalesce((select json_agg(json_build_object('number', v.number, 'kind', v.kind, 'datedOn', v.dated_on,
        'sections', v.sections,
        'outcomes', coalesce((select json_agg(json_build_object('outcomeKey', o.outcome_key, 'words', o.words)
          order by o.position) from ehc_outcomes o
          where o.school_id = v.school_id and o.ehc_plan_id = v.ehc_plan_id and o.number = v.number), '[]'),
        'lines', coalesce((select json_agg(json_build_object('commitmentId', l.commitment_id, 'words', l.words,
          'minutes', l.minutes, 'times', l.times, 'per', l.per, 'byWhom', l.by_whom, 'fromOn', l.from_on,
          'untilOn', l.until_on) order by l.position) from ehc_lines l
          where l.school_id = v.school_id and l.ehc_plan_id = v.ehc_plan_id and l.number = v.number), '[]'))
        order by v.number) from ehc_plan_versions v
        where v.school_id = p.school_id and v.ehc_plan_id = p.ehc_plan_id), '[]') as versions,
      (select json_build_object('entryId', e.ehc_entry_id, 'kind', e.kind, 'datedOn', e.dated_on,
        'content', e.content, 'offered', e.offered, 'version', e.version) from ehc_entries e
        where e.school_id = p.school_id and e.ehc_plan_id = p.ehc_plan_id and e.state = 'open') as entry
    from ehc_plans p
    join authorities a on a.school_id = p.school_id and a.authority_id = p.authority_id
    where p.school_id = ${tx.scope.actor.schoolId} and ${which}
    order by (p.ended_on is null) desc, p.ended_on desc, p.ehc_plan_id desc limit 1`.execute(tx);
  return z.array(Plan).parse(rows)[0] ?? null;
}
