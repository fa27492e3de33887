import type { Result } from '../../../kernel/result.ts';

/**
 * The checks of the numbers that name a pupil. They belong to `pupils` and are handed in, so that reading
 * stays pure and in its own module.
 */
export type IdentifierChecks = {
  readonly upn: (
    text: string,
  ) => Result<
    { readonly upn: string; readonly isTemporary: boolean; readonly isLaKnown: boolean },
    'wrong_shape' | 'wrong_check_letter'
  >;
  readonly uln: (text: string) => Result<string, 'wrong_shape' | 'wrong_check_digit'>;
  readonly postcode: (text: string) => Result<string, 'wrong_shape'>;
};

type Words = { readonly message: string; readonly todo: string };

export const wordsForUpn: Record<'wrong_shape' | 'wrong_check_letter', Words> = {
  wrong_shape: {
    message: 'This is not a UPN: a letter, then 12 figures (the last may be a letter).',
    todo: 'Copy the UPN from the school’s system again.',
  },
  wrong_check_letter: {
    message: 'The first letter of this UPN does not fit its figures, so one of them is wrong.',
    todo: 'Compare the UPN with the school’s system and correct it there.',
  },
};

export const wordsForUln: Words = {
  message: 'This is not a ULN: its ten figures do not fit together.',
  todo: 'Compare the number with the learning records service. The rest of the row was read.',
};

export const wordsForUnknownLa: Words = {
  message: 'No authority is known by figures 2 to 4 of this UPN.',
  todo: 'Look whether the UPN is right. It was read as it stands.',
};

export const wordsForPostcode: Words = {
  message: 'This has not the shape of a postcode; it was kept as written.',
  todo: 'Check the postcode.',
};
