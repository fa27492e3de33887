import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { findFactsRead, listFactsNow } from '#src/modules/reports/index.ts';

const Said = z.object({ words: z.string(), source: z.string() });

/** All that Sendero can put into a form about a pupil, as it stands today. */
export default endpoint({
  method: 'GET',
  path: '/pupils/:pupilId/facts',
  summary: 'What forms can be filled with for a pupil, each with where it comes from',
  params: z.object({ pupilId: PupilId }),
  may: 'form.fill',
  about: ({ pupilId }) => [PupilId.parse(pupilId)],
  answer: z.object({
    pupilId: z.uuid(),
    items: z.array(
      z.object({
        fact: z.string(),
        name: z.string(),
        group: z.string(),
        isSeen: z.boolean().describe('False: the role of this token may not see it'),
        values: z.array(Said).describe('Empty where nothing is recorded'),
      }),
    ),
  }),
  handle: async ({ tx, actor, params: { pupilId } }) => {
    const read = await findFactsRead(tx, { pupilId, filler: actor.knownAs });
    if (read === null) return null;
    return {
      pupilId,
      items: listFactsNow(read, actor.sees).map(({ key, group, name, isSeen, answers }) => ({
        fact: key,
        name,
        group,
        isSeen,
        values: answers.map(({ words, source }) => ({ words, source })),
      })),
    };
  },
});
