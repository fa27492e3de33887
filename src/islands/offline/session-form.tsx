import type { Account, TakenSession } from '../../modules/provision/domain/offline/outbox.ts';
import { type LostReason, lostReasons } from '../../modules/provision/domain/session.ts';
import { ButtonRow, SubmitButton } from '../../ui/buttons.tsx';
import { CheckboxesField } from '../../ui/checkboxes-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Acts, pressed } from './seen.ts';

const reasons = lostReasons.map(({ code, words }) => ({ value: code, label: words }));
/** As the ordinary form’s. */
const longest = 500;

const reasonOf = (given: FormDataEntryValue | null): LostReason =>
  lostReasons.find(({ code }) => code === given)?.code ?? 'other';

const lineOf = (given: FormDataEntryValue | null): string | null =>
  (typeof given === 'string' ? given.trim().slice(0, longest) : '') || null;

/** What was filled in, as it is kept. */
export function accountFrom(typed: FormData, state: Account['state']): Account {
  const reason = reasonOf(typed.get('reason'));
  const isHeld = state === 'held';
  return {
    state,
    reason: isHeld ? null : reason,
    missing: isHeld ? typed.getAll('missing').map((pupilId) => ({ pupilId: String(pupilId), reason })) : [],
    note: lineOf(typed.get('note')),
    nextStep: lineOf(typed.get('nextStep')),
  };
}

/** Who was not there and why, or why it did not happen; one line of note and what comes next. */
export function SessionForm({
  session,
  account,
  state,
  acts,
}: {
  session: TakenSession;
  account: Account | null;
  state: Account['state'];
  acts: Acts;
}) {
  const press = (event: SubmitEvent): void => {
    const deed = pressed(event);
    if (deed === 'keep' && event.currentTarget instanceof HTMLFormElement)
      acts.tell(session, accountFrom(new FormData(event.currentTarget), state));
    else if (deed === 'other') acts.open(session, otherOf(state));
    else acts.close();
  };
  const missing = account?.missing ?? [];
  const isHeld = state === 'held';
  return (
    <form class="post" onSubmit={press}>
      {isHeld && (
        <CheckboxesField
          name="missing"
          label="Who was not there?"
          options={session.pupils.map(({ pupilId, mark }) => ({ value: pupilId, label: mark }))}
          values={missing.map(({ pupilId }) => pupilId)}
        />
      )}
      <SelectField
        name="reason"
        label={isHeld ? 'Why they were not there' : 'Why it did not happen'}
        options={reasons}
        value={
          (isHeld ? missing[0]?.reason : account?.reason) ?? (isHeld ? 'pupil_absent' : 'adult_elsewhere')
        }
      />
      <TextField name="note" label="Note" hint="One line. Initials, no names" value={account?.note ?? ''} />
      <TextField name="nextStep" label="Next time" value={account?.nextStep ?? ''} />
      <ButtonRow>
        <SubmitButton name="deed" value="keep">
          Keep
        </SubmitButton>
        <SubmitButton kind="second" name="deed" value="other">
          {isHeld ? 'It did not happen' : 'It did happen'}
        </SubmitButton>
        <SubmitButton kind="second" name="deed" value="cancel">
          Cancel
        </SubmitButton>
      </ButtonRow>
    </form>
  );
}

const otherOf = (state: Account['state']): Account['state'] => (state === 'held' ? 'cancelled' : 'held');
