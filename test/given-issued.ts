import { schoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { inSchool, type School } from './given.ts';
import { asOwner } from './worker-database.ts';

type Options = {
  readonly reviewOn?: string;
  readonly issuedOn?: string;
  readonly targets?: readonly string[];
};

/** A plan of a pupil as issued, with its targets: the rows alone, as the steps to it are tested elsewhere. */
export async function issuedPlan(of: School, pupilId: PupilId, options: Options = {}) {
  const { reviewOn = '2026-12-18', issuedOn = '2026-09-28', targets = ['Reads 40 words aloud'] } = options;
  const planId = newId();
  const targetIds = targets.map(() => newId());
  await inSchool(of, async (tx) => {
    const own = { schoolId: of.schoolId, planId, pupilId };
    await tx
      .insertInto('plans')
      .values({
        ...own,
        cycle: 1,
        state: 'issued',
        begunOn: schoolDate('2026-09-14'),
        sharedOn: schoolDate('2026-09-21'),
        sharedWith: 'mother, in school',
        issuedOn: schoolDate(issuedOn),
        reviewOn: schoolDate(reviewOn),
      })
      .execute();
    if (targets.length === 0) return;
    await tx
      .insertInto('planTargets')
      .values(
        targets.map((words, at) => ({
          ...own,
          targetId: targetIds[at] ?? newId(),
          area: 'cognition',
          words,
          success: 'On three days',
          baseline: 'Reads 12',
          position: at + 1,
        })),
      )
      .execute();
  });
  return { planId, targetIds };
}

const today = { 'reviewedOn-day': '24', 'reviewedOn-month': '11', 'reviewedOn-year': '2026' };

/** The hidden fields and the day of a review, as the page draws them now. */
export async function drawnReview(pupilId: PupilId): Promise<Record<string, string>> {
  const rows = await asOwner<{ planId: string; version: number; targetId: string; mark: number }>(
    `select p.plan_id as "planId", p.version, t.target_id as "targetId", coalesce(r.version, 0) as mark
     from app.plans p join app.plan_targets t on t.plan_id = p.plan_id and t.withdrawn_at is null
     left join app.target_reviews r on r.target_id = t.target_id
     where p.pupil_id = $1 and p.state = 'issued' order by t.position`,
    [pupilId],
  );
  return {
    ...today,
    planId: rows[0]?.planId ?? '',
    version: String(rows[0]?.version ?? ''),
    ...Object.fromEntries(
      rows.flatMap(({ targetId, mark }, at) => [
        [`target${at + 1}`, targetId],
        [`mark${at + 1}`, String(mark)],
      ]),
    ),
  };
}
