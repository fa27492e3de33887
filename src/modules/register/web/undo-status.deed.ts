import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { type UndoRefusal, undoStatusChange } from '../commands/undo-status-change.ts';
import { entryIn, findSenRecord } from '../queries/find-sen-record.ts';

const wording: Readonly<Record<UndoRefusal, string>> = {
  not_today: 'Only a change made today can be undone. Withdraw the status instead.',
  not_latest: 'This status is no longer the latest. Withdraw it instead.',
};

const historyOf = ({ pupilId }: { pupilId: PupilId }) => `/pupils/${pupilId}/status/history`;

/** Takes back a change of status on the day on which it was made. */
export default deed({
  path: '/pupils/:pupilId/status/:statusId/undo',
  params: z.object({ pupilId: PupilId, statusId: z.uuid() }),
  may: 'register.change',
  from: historyOf,
  load: async ({ tx, params }) => {
    const record = await findSenRecord(tx, params.pupilId);
    return record === null ? null : (entryIn(record, params.statusId) ?? null);
  },
  submit: async ({ tx, params, subject }) => {
    const done = await undoStatusChange(tx, subject.statusId);
    return done.ok
      ? goTo(historyOf(params), 'Undone. The record stands as it was.')
      : refuse(wording[done.refusal]);
  },
});
