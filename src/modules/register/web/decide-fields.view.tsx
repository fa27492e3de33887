import { listCodesInForce } from '#src/kernel/codes/codes.ts';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import type { PersonId } from '#src/kernel/ids.ts';
import type { Colleague } from '#src/modules/identity/index.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import type { Outcome } from '../domain/concern.ts';
import { decideConcernForm } from '../domain/decide-concern.form.ts';
import { needLabel, needsInOrder } from '../domain/needs.ts';
import { tellParentsRule } from '../domain/sen-status.ts';
import type { SenRecord } from '../queries/find-sen-record.ts';

const { fields } = decideConcernForm;

export type DecideFieldsProps = {
  readonly outcome: Outcome;
  readonly attempt: Attempt;
  readonly colleagues: readonly Colleague[];
  readonly me: PersonId;
  readonly today: SchoolDate;
  readonly record: SenRecord;
  readonly isMonitored: boolean;
};

/** What each decision asks besides its reason. */
export function DecideFields(props: DecideFieldsProps) {
  const { outcome, attempt, isMonitored } = props;
  if (outcome === 'sen_support') return <SupportFields {...props} />;
  if (outcome !== 'no_action') return <TaskFields {...props} />;
  return isMonitored ? <FormField of={fields.endsMonitoring} attempt={attempt} /> : null;
}

const dueOf = {
  monitor: {
    ...fields.dueOn,
    isOptional: false,
    label: 'Look again on',
    hint: 'Becomes a task for that day',
  },
  assess: { ...fields.dueOn, isOptional: false, label: 'Assess by', hint: 'Becomes a task with this date' },
} as const;
const ownerOf = {
  monitor: { ...fields.ownerPersonId, isOptional: false, label: 'Who looks again' },
  assess: { ...fields.ownerPersonId, isOptional: false, label: 'Who assesses' },
} as const;

function TaskFields({ outcome, attempt, colleagues, me }: DecideFieldsProps) {
  const kind = outcome === 'monitor' ? 'monitor' : 'assess';
  return (
    <>
      <FormField of={dueOf[kind]} attempt={attempt} />
      <FormField
        of={ownerOf[kind]}
        attempt={attempt}
        value={me}
        options={colleagues.map((one) => ({ value: one.personId, label: one.knownAs }))}
      />
    </>
  );
}

const required = {
  sinceOn: { ...fields.sinceOn, isOptional: false },
  needType: {
    ...fields.needType,
    isOptional: false,
    hint: 'NSA stands for a need that is still being worked out',
  },
} as const;

function SupportFields({ attempt, today, record: { needs } }: DecideFieldsProps) {
  const types = listCodesInForce(senType, today).map(({ code }): string => code);
  return (
    <>
      <FormField of={required.sinceOn} attempt={attempt} value={today} />
      {needs.length > 0 ? (
        <p>Needs on record, which stay: {needsInOrder(needs)}.</p>
      ) : (
        <>
          <FormField
            of={required.needType}
            attempt={attempt}
            options={types.map((value) => ({ value, label: `${needLabel(value)} (${value})` }))}
          />
          <FormField of={fields.ownWords} attempt={attempt} />
        </>
      )}
      <Card title="Parents">
        <Inset>{tellParentsRule}</Inset>
        <FormField of={fields.parentsToldOn} attempt={attempt} />
        <FormField of={fields.toldHow} attempt={attempt} />
      </Card>
    </>
  );
}
