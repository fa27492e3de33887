import { z } from 'zod';
import { endpoint, refuseAsStale, refuseWith } from '#src/api/endpoint.ts';
import { dayField, flagField } from '#src/api/parts.ts';
import { changeStatus } from '../commands/change-status.ts';
import { changeStatusForm } from '../domain/change-status.form.ts';
import { ownSource } from '../domain/sen-status.ts';
import { isUpToDate, loadPupil, OfPupil, staleWords, statusSeen } from './pupil-of-register.ts';
import { statusWording } from './status-wording.ts';

const { status, fromOn, reason, isPlanCeased, parentsToldOn } = changeStatusForm.fields;

/** Changes where a pupil stands, with the reason, as the page does. */
export default endpoint({
  method: 'POST',
  path: '/pupils/:pupilId/status',
  summary: 'Change the SEN status of a pupil',
  params: OfPupil,
  body: z.strictObject({
    status: status.schema,
    fromOn: dayField(fromOn.schema),
    reason: reason.schema,
    isPlanCeased: flagField(isPlanCeased.schema).optional(),
    parentsToldOn: dayField(parentsToldOn.schema).optional(),
    version: z.string({ error: 'Send the statusVersion that you read' }).max(400),
  }),
  example: { status: 'sen_support', fromOn: '2026-11-02', reason: 'Agreed with the family', version: 'none' },
  may: 'register.change',
  about: { none: 'It answers with ids; the change is an event' },
  answer: z.object({ statusId: z.uuid(), version: z.string() }),
  handle: async ({ tx, params: { pupilId }, body: { version, ...change } }) => {
    const pupil = await loadPupil(tx, pupilId);
    if (pupil === null) return null;
    if (!(await isUpToDate(tx, pupil, { seen: version, of: statusSeen }))) return refuseAsStale(staleWords);
    const told = { source: ownSource, sourceOn: tx.scope.today };
    const done = await changeStatus(tx, { ...change, pupilId, told });
    if (!done.ok) return refuseWith(statusWording[done.refusal]);
    const after = await loadPupil(tx, pupilId);
    return { statusId: done.value, version: after === null ? version : statusSeen(after) };
  },
});
