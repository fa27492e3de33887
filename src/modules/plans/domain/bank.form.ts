import { z } from 'zod';
import { anyOf, form, optionalText, text, type Values, version } from '#src/kernel/form.ts';
import { areaField, strategiesTyped, strategyFields } from './plan.form.ts';
import { ageWords, type BankEntry, bankAges, bankNeeds } from './target-bank.ts';

const needs = anyOf({
  label: 'Types of need it is meant for',
  hint: 'None of them: for any need',
  options: bankNeeds.map((value) => ({ value, label: value })),
});

/** An entry of the school's bank. */
export const bankForm = form({
  area: areaField(),
  words: text({
    label: 'Target',
    hint: 'What a pupil will be able to do. Leave what each school or teacher decides as a blank, such as [number]',
    max: 1000,
    kind: 'longText',
    missing: 'Enter the target',
  }),
  success: optionalText({ label: 'What success looks like', max: 1000 }),
  ages: anyOf({
    label: 'Ages',
    hint: 'None of them: for every age',
    options: bankAges.map((value) => ({ value, label: ageWords[value] })),
  }),
  needs,
  ...strategyFields,
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});

export const withdrawBankForm = form({
  why: text({ label: 'Why it is taken out', max: 1000, missing: 'Enter why it is taken out' }),
  version: { ...version(), schema: z.coerce.number().int().min(0) },
});

/** What was typed as an entry. No age chosen means every age. */
export function bankTyped(
  typed: Values<typeof bankForm>,
): Pick<BankEntry, 'area' | 'needs' | 'ages' | 'words' | 'success' | 'strategies'> {
  const { area, words, success = null, ages, needs } = typed;
  return {
    area,
    words,
    success,
    ages: ages.length === 0 ? bankAges : ages,
    needs,
    strategies: strategiesTyped(typed),
  };
}
