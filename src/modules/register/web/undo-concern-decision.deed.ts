import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { holdPupil } from '../commands/hold-pupil.ts';
import { undoConcernDecision } from '../commands/undo-concern-decision.ts';
import type { UndoDecisionRefusal } from '../domain/concern-decision.ts';
import { findConcern } from '../queries/list-concerns.ts';

const wording: Readonly<Record<UndoDecisionRefusal, string>> = {
  not_latest: 'This decision is no longer in force. Nothing was undone.',
  not_today: 'Only a decision made today can be undone. Decide anew instead.',
  built_on:
    'Something was done since with the task, the status or the needs of this decision. Decide anew instead.',
};

const concernAt = ({ concernId }: { concernId: string }) => `/concerns/${concernId}`;

/** Takes back a decision on the day on which it was made. */
export default deed({
  path: '/concerns/:concernId/decisions/:concernDecisionId/undo',
  params: z.object({ concernId: z.uuid(), concernDecisionId: z.uuid() }),
  may: 'concern.decide',
  from: concernAt,
  load: async ({ tx, params }) => {
    const found = await findConcern(tx, params.concernId);
    if (found === null) return null;
    await holdPupil(tx, found.pupilId);
    const concern = await findConcern(tx, params.concernId);
    const decision = concern?.decisions.find((one) => one.concernDecisionId === params.concernDecisionId);
    return concern === null || decision === undefined ? null : { concern, decision };
  },
  submit: async ({ tx, params, subject }) => {
    const done = await undoConcernDecision(tx, subject);
    return done.ok
      ? goTo(concernAt(params), 'Undone. The concern waits for a decision as before.')
      : refuse(wording[done.refusal]);
  },
});
