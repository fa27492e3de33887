import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, Day, partOf, walk } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { caseKinds, standing } from '../domain/case.ts';
import { listCases } from '../queries/list-cases.ts';

const CaseLine = z.object({
  caseId: z.uuid(),
  pupilId: z.uuid(),
  kind: z.enum(caseKinds),
  authorityId: z.uuid().nullable(),
  facts: z.record(z.string(), z.string()).describe('What the law asks beside dates, as which phase or order'),
  openedOn: Day,
  endedOn: Day.nullable(),
  outcome: z.string().nullable(),
  events: z
    .array(z.object({ name: z.string(), happenedOn: Day }))
    .describe('What happened and stands, the earliest first; without notes'),
});

/** The cases that the token may see, with their events. */
export default endpoint({
  method: 'GET',
  path: '/cases',
  summary: 'Cases with an authority, in parts: needs assessments, reviews, consultations and the like',
  search: z.strictObject({
    ...walk,
    pupil: PupilId.optional(),
    kind: z.enum(caseKinds).optional(),
    open: z.enum(['true', 'false']).optional().describe('Only open ones, or only those that have ended'),
  }),
  may: 'case.read',
  about: ({ items }) => [...new Set(items.map(({ pupilId }) => PupilId.parse(pupilId)))],
  answer: partOf(CaseLine),
  handle: async ({ tx, search: { after = '', limit, pupil, kind, open } }) => {
    const cases = await listCases(tx, {
      ...(pupil === undefined ? {} : { pupilIds: [pupil] }),
      ...(kind === undefined ? {} : { kind }),
      ...(open === undefined ? {} : { open: open === 'true' }),
    });
    const left = cases
      .filter(({ caseId }) => caseId > after)
      .toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1));
    const part = cutPart(left.slice(0, limit + 1), limit, ({ caseId }) => caseId);
    return {
      ...part,
      items: part.items.map(
        ({ caseId, pupilId, kind: of, authorityId, facts, openedOn, endedOn, outcome, events }) => ({
          caseId,
          pupilId,
          kind: of,
          authorityId,
          facts,
          openedOn,
          endedOn,
          outcome,
          events: standing(events).map(({ name, happenedOn }) => ({ name, happenedOn })),
        }),
      ),
    };
  },
});
