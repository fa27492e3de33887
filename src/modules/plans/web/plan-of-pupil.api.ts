import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import { planStates, sectionKinds, targetAreas } from '../domain/plan.ts';
import { contentOf } from '../domain/plan-version.ts';
import { findPlanAtWork } from '../queries/find-plan.ts';
import { listPlanVersions } from '../queries/list-plan-versions.ts';
import { OfPupil } from './plan-of-pupil.ts';

const words = z.string().nullable();
const content = {
  cycle: z.int(),
  reviewOn: Day.nullable(),
  sharedOn: Day.nullable(),
  sharedWith: words,
  sections: z.array(z.object({ kind: z.enum(sectionKinds), words: z.string() })),
  targets: z.array(
    z.object({
      targetId: z.uuid(),
      area: z.enum(targetAreas),
      words: z.string(),
      baseline: words,
      success: words,
      byOn: Day.nullable(),
      strategies: z.array(z.object({ words: z.string(), who: words, howOften: words })),
    }),
  ),
};

/** The plan of a pupil: at work, and every one that was issued. */
export default endpoint({
  method: 'GET',
  path: '/pupils/:pupilId/plan',
  summary: 'The plan of a pupil: the one at work with its words, and every issued number as it was issued',
  params: OfPupil,
  may: 'plan.read',
  about: ({ pupilId }) => [PupilId.parse(pupilId)],
  answer: z.object({
    pupilId: z.uuid(),
    atWork: z
      .object({
        planId: z.uuid(),
        state: z.enum(planStates),
        begunOn: Day,
        issuedOn: Day.nullable(),
        ...content,
      })
      .nullable(),
    issued: z
      .array(z.object({ number: z.int(), issuedOn: Day, issuedBy: words, ...content }))
      .describe('The newest first'),
  }),
  handle: async ({ tx, params: { pupilId } }) => {
    if ((await findPupil(tx, pupilId)) === null) return null;
    const plan = await findPlanAtWork(tx, pupilId);
    const versions = await listPlanVersions(tx, pupilId);
    return {
      pupilId,
      atWork:
        plan === null
          ? null
          : {
              ...contentOf(plan),
              planId: plan.planId,
              state: plan.state,
              begunOn: plan.begunOn,
              issuedOn: plan.issuedOn,
            },
      issued: versions.map(({ number, issuedOn, issuedBy, content: held }) => ({
        ...held,
        number,
        issuedOn,
        issuedBy,
      })),
    };
  },
});
