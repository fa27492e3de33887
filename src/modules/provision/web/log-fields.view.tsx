import type { Attempt } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { logForm } from '../domain/session.form.ts';
import type { NamedPupil } from '../queries/list-runs.ts';
import type { LoggedSession } from '../queries/list-sessions.ts';

const { fields } = logForm;

/** What can be said of a session, new or logged. */
export function LogFields({
  attempt,
  pupils,
  session,
  state,
  plannedMinutes,
}: {
  attempt: Attempt;
  pupils: readonly NamedPupil[];
  session: LoggedSession | null;
  state: 'held' | 'cancelled';
  plannedMinutes: number;
}) {
  const missing = session?.pupils.filter((one) => one.state !== 'present') ?? [];
  const wasHeld = session === null || session.state === 'held';
  return (
    <>
      <HiddenField name="version" value={String(session?.version ?? 0)} />
      <Card>
        <FormField of={fields.state} attempt={attempt} value={session?.state ?? state} />
        <FormField of={fields.reason} attempt={attempt} value={session?.reason} />
      </Card>
      <Card title="If it happened">
        <FormField
          of={fields.missing}
          attempt={attempt}
          value={wasHeld ? missing.map(({ pupilId }) => pupilId) : []}
          options={pupils.map((one) => ({ value: one.pupilId, label: `${one.forename} ${one.surname}` }))}
        />
        <FormField
          of={fields.missingWhy}
          attempt={attempt}
          value={wasHeld ? (missing[0]?.reason ?? 'pupil_absent') : 'pupil_absent'}
        />
        <FormField
          of={fields.minutes}
          attempt={attempt}
          value={session?.state === 'held' ? session.minutesHeld : plannedMinutes}
        />
        <FormField of={fields.isExtra} attempt={attempt} value={session?.isExtra ?? false} />
      </Card>
      <Card title="In a line">
        <FormField of={fields.note} attempt={attempt} value={session?.note} />
        <FormField of={fields.nextStep} attempt={attempt} value={session?.nextStep} />
      </Card>
    </>
  );
}
