import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { takeBackAbsence } from '../commands/mark-absent.ts';
import { findAbsence } from '../queries/list-absences.ts';

/** Takes back that somebody is away: they are at work after all. */
export default deed({
  path: '/team/absences/:absenceId/take-back',
  params: z.object({ absenceId: z.uuid() }),
  may: 'cover.mark',
  from: () => '/team/absent',
  load: ({ tx, params }) => findAbsence(tx, params.absenceId),
  submit: async ({ tx, subject }) => {
    const done = await takeBackAbsence(tx, subject);
    return done.ok
      ? goTo(
          '/team/absent',
          `${subject.name} is at work. What others took over stands until it is taken back`,
        )
      : refuse('Somebody has taken this back already.');
  },
});
