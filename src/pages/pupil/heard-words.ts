import { type Actor, may } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { audiencesOpen, type HeardRecord } from '#src/modules/privacy/index.ts';
import { alertKinds, alertsOf, contactKinds, contactWords } from '#src/modules/pupils/index.ts';
import { needLabel, senStatuses, statusLabel } from '#src/modules/register/index.ts';

/** What a record says, short enough to know it by. */
export function heardWords({ kind, label, part }: HeardRecord): string {
  if (kind === 'need') return needLabel(label);
  if (kind === 'status') {
    const status = senStatuses.find((one) => one === label);
    return status === undefined ? label : statusLabel[status];
  }
  const note = contactKinds.find((one) => one === part);
  const alert = alertKinds.find((one) => one === part);
  const head = note !== undefined ? contactWords[note] : alert !== undefined ? alertsOf[alert].label : '';
  return [head, label.slice(0, 300)].filter(Boolean).join(': ');
}

/** A record as a page has it. `part` is the kind of an alert. */
export type Heard = Pick<HeardRecord, 'kind' | 'audience' | 'recordId'> & { readonly part?: string };

/** Where the readers of a record are changed; undefined for who may not change them. */
export const audienceAddress = (
  pupilId: PupilId,
  { kind, audience, recordId, part }: Heard,
  actor: Actor,
): string | undefined =>
  may(actor, 'audience.change') && audiencesOpen({ kind, audience, part: part ?? null }, actor).length > 0
    ? `/pupils/${pupilId}/audience/${kind}/${recordId}`
    : undefined;
