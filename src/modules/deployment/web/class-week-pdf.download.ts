import { z } from 'zod';
import { GroupId } from '#src/kernel/ids.ts';
import { getGroup } from '#src/modules/school/index.ts';
import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { getWeek } from '../queries/get-week.ts';
import { pupilsOfPaper } from './paper-of-adult.ts';
import { forWhom, shownOf } from './team-words.ts';
import { fileOf, type Paper, weekSheet } from './week-paper.ts';

/** Who helps in a class, and who of it goes where, on A4: for the wall of the classroom’s cupboard. */
export default download({
  path: '/team/classes/:groupId/week.pdf',
  params: z.object({ groupId: GroupId }),
  may: 'week.read',
  about: pupilsOfPaper,
  load: async ({ tx, actor, params }): Promise<Paper> => {
    const { today } = tx.scope;
    const { name } = await getGroup(tx, params.groupId);
    const week = await getWeek(tx, today);
    const shown = shownOf(week).filter(
      ({ demand }) =>
        demand.groupName === name ||
        demand.pupilIds.some((pupilId) => week.pupils.get(pupilId)?.className === name),
    );
    return { title: `Help for ${name}`, week, shown, madeBy: actor.knownAs, today };
  },
  send: async (paper) => ({
    type: 'application/pdf',
    body: await makePdf(
      weekSheet(paper, ({ demand, adultName }) =>
        [demand.title, forWhom(paper.week, demand), adultName].filter(Boolean).join(', '),
      ),
    ),
    fileName: fileOf('class', paper.today),
  }),
});
