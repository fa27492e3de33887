import type { Attempt, Option } from '#src/kernel/form.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { clockOf } from '../domain/clock-times.ts';
import type { DemandFact } from '../domain/full-week.ts';
import { demandForm } from '../domain/set-up.form.ts';

const { fields } = demandForm;
const clock = (minute: number | null | undefined) => (minute == null ? undefined : clockOf(minute));

/** When it may be given, where, and by whom: the same of every demand. */
export function AskedFields({
  attempt,
  held,
  adults,
}: {
  attempt: Attempt;
  held: DemandFact | null;
  adults: readonly Option[];
}) {
  return (
    <>
      <Card title="When and where">
        <FormField of={fields.weekdays} attempt={attempt} value={held?.weekdays?.map(String)} />
        <FormField of={fields.fromMinute} attempt={attempt} value={clock(held?.fromMinute)} />
        <FormField of={fields.untilMinute} attempt={attempt} value={clock(held?.untilMinute)} />
        <FormField of={fields.kinds} attempt={attempt} value={held?.slotKinds} />
        <FormField of={fields.room} attempt={attempt} value={held?.room} />
      </Card>
      <Card title="By whom">
        <FormField of={fields.skills} attempt={attempt} value={held?.skillNames.join('\n')} />
        {adults.length > 0 && (
          <FormField of={fields.adults} attempt={attempt} value={held?.staffIds} options={adults} />
        )}
      </Card>
    </>
  );
}

/** All fields of a demand that is made by hand. */
export function DemandFields({
  attempt,
  held,
  adults,
  classes,
  today,
}: {
  attempt: Attempt;
  held: DemandFact | null;
  adults: readonly Option[];
  classes: readonly Option[];
  today: string;
}) {
  const names = held?.pupils.map(({ forename, surname }) => `${forename} ${surname}`).join('\n');
  return (
    <>
      <Card title="What and for whom">
        <FormField of={fields.kind} attempt={attempt} value={held?.kind} />
        <FormField of={fields.name} attempt={attempt} value={held?.name} />
        <FormField of={fields.names} attempt={attempt} value={names} />
        <FormField of={fields.groupId} attempt={attempt} value={held?.groupId} options={classes} />
      </Card>
      <Card title="How much, and how it is weighed">
        <FormField of={fields.times} attempt={attempt} value={held?.times ?? 1} />
        <FormField of={fields.length} attempt={attempt} value={held?.length ?? 1} />
        <FormField of={fields.oncePerDay} attempt={attempt} value={held?.oncePerDay ?? true} />
        <FormField of={fields.force} attempt={attempt} value={held?.force ?? 'intervention'} />
        <FormField of={fields.need} attempt={attempt} value={held?.need ?? 3} />
      </Card>
      <AskedFields attempt={attempt} held={held} adults={adults} />
      <Card title="For how long">
        <FormField of={fields.fromOn} attempt={attempt} value={held?.fromOn ?? today} />
        <FormField of={fields.untilOn} attempt={attempt} value={held?.untilOn} />
      </Card>
    </>
  );
}
