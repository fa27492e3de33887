import type { StatusRefusal } from '../domain/status-change.ts';

/** Why a change of status is refused, said at the field that it is about. */
export const statusWording: Readonly<Record<StatusRefusal, Readonly<Record<string, string>>>> = {
  before_birth: { fromOn: 'From must not be before the pupil was born' },
  in_future: { fromOn: 'From must be today or in the past' },
  before_current: {
    fromOn:
      'From must not be before the status on record began. If that one is wrong, withdraw it on the page of all statuses',
  },
  same_status: { status: 'Select another status: the pupil has this one' },
  no_reason: { reason: 'Enter the reason' },
  plan_not_ceased: {
    isPlanCeased:
      'A pupil leaves an EHC plan only when the local authority ceases to maintain it. Tick to say that it has',
  },
  nsa_with_plan: {
    status:
      'The primary need is NSA, no specialist assessment, which cannot stand beside an EHC plan. Change the needs to those of the plan first',
  },
  told_before_birth: { parentsToldOn: 'Parents told on must not be before the pupil was born' },
  told_in_future: { parentsToldOn: 'Parents told on must be today or in the past' },
};
