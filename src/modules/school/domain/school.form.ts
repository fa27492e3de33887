import { z } from 'zod';
import { form, oneOf, optionalText, text, tick, version } from '#src/kernel/form.ts';

export const phases = [
  { value: 'nursery', label: 'Nursery' },
  { value: 'infant', label: 'Infant' },
  { value: 'junior', label: 'Junior' },
  { value: 'primary', label: 'Primary' },
  { value: 'middle', label: 'Middle' },
  { value: 'secondary', label: 'Secondary' },
  { value: 'all-through', label: 'All-through' },
  { value: 'special', label: 'Special' },
  { value: 'alternative', label: 'Alternative provision' },
] as const;

export const Phase = z.enum(phases.map((phase) => phase.value));
export type Phase = z.output<typeof Phase>;

/** Digits as people type them: spaces and the stroke of 209/1200 are left out. */
const digits = (given: { label: string; hint: string; count: number }) => ({
  label: given.label,
  hint: given.hint,
  kind: 'text' as const,
  width: 10 as const,
  max: 12,
  schema: z
    .string({ error: `Enter the ${given.label}` })
    .transform((typed) => typed.replace(/[\s/]/g, ''))
    .pipe(
      z.string().regex(new RegExp(`^\\d{${given.count}}$`), `${given.label} must be ${given.count} digits`),
    ),
});

/** What a school is known by. URN and LAESTAB as in Get Information about Schools. */
export const schoolFields = {
  schoolName: text({ label: 'Name of the school', max: 200 }),
  urn: digits({ label: 'URN', hint: 'Six digits, from Get Information about Schools', count: 6 }),
  laestab: digits({ label: 'LAESTAB', hint: 'Seven digits, such as 209/1200', count: 7 }),
  phase: oneOf({ label: 'Phase', options: phases, kind: 'select', missing: 'Select the phase' }),
};

export const schoolDetailsForm = form({
  name: schoolFields.schoolName,
  phase: schoolFields.phase,
  hasSenUnit: tick({ label: 'Has a special (SEN) unit' }),
  hasResourcedProvision: tick({ label: 'Has resourced provision' }),
  version: version(),
});

export const siteForm = form({
  name: text({ label: 'Name of the site', max: 100 }),
  address: optionalText({ label: 'Address', max: 400, kind: 'longText' }),
  isMain: tick({ label: 'This is the main site' }),
});
