/** Why a plan was not changed. */
export type PlanRefusal = 'not_now' | 'stale';

export const planRefusalWords: Readonly<Record<PlanRefusal, string>> = {
  not_now: 'This cannot be done while the plan stands as it does. Open the plan to see what can',
  stale:
    'Somebody changed this while you were writing. Nothing was overwritten: compare the two and save again if yours is right',
};
