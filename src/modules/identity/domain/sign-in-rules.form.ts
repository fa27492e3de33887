import { form, tick, version, wholeNumber } from '#src/kernel/form.ts';

/** The bounds of the database's own check. */
export const idleBounds = { min: 2, max: 120 } as const;

export const signInRulesForm = form({
  requiresSecondStep: tick({
    label: 'Those who see the whole school sign in with a second step',
    hint: 'A code from an app, or a passkey. Roles of the trust likewise.',
  }),
  idleMinutes: wholeNumber({
    label: 'Minutes until an idle screen locks',
    hint: 'From 2 to 120. Fifteen is usual.',
    ...idleBounds,
    width: 4,
    missing: 'Enter the minutes',
  }),
  version: version(),
});

export const trustSignInRulesForm = form({
  requiresSecondStep: tick({ label: 'Those with a role in the trust sign in with a second step' }),
  version: version(),
});

/** What a school asks of those who sign in. */
export type SignInRules = {
  readonly requiresSecondStep: boolean;
  readonly idleMinutes: number;
  readonly version: number;
};
