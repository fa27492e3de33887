import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { cardKinds, cardOrigins, diagnosisWordsIn, findCard } from '#src/modules/plans/index.ts';

/** The lesson card of one pupil, as other programs show it. */
export default endpoint({
  method: 'GET',
  path: '/pupils/:pupilId/card',
  summary: 'The lesson card of a pupil: three must-knows, up to five should-knows',
  params: z.object({ pupilId: PupilId }),
  may: 'plan.read',
  about: ({ pupilId }) => [PupilId.parse(pupilId)],
  answer: z.object({
    pupilId: z.uuid(),
    version: z.int().describe('0 where no card was written'),
    writtenOn: Day.nullable(),
    lines: z.array(
      z.object({
        kind: z.enum(cardKinds),
        position: z.int(),
        words: z.string(),
        origin: z
          .enum(cardOrigins)
          .describe('Where in the plan it was taken from; own: written for the card'),
        isFitForSupply: z.boolean().describe('False where it names a diagnosis or a status'),
      }),
    ),
  }),
  handle: async ({ tx, params: { pupilId } }) => {
    const card = await findCard(tx, pupilId);
    if (card === null) return null;
    const { version, writtenOn } = card;
    const lines = card.lines.map((line) => ({
      ...line,
      isFitForSupply: diagnosisWordsIn(line.words).length === 0,
    }));
    return { pupilId, version, writtenOn, lines };
  },
});
