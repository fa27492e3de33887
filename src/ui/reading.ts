import { z } from 'zod';

/** How a person likes to read. Printed as `data-` attributes on `<html>`; the styles do the rest. */
export const readingSizes = ['normal', 'large', 'larger'] as const;
export const readingSpacings = ['normal', 'wide'] as const;
export const readingTints = ['none', 'cream', 'blue', 'green', 'rose', 'dark'] as const;
export const readingTypefaces = ['atkinson', 'system'] as const;
export const readingMotions = ['normal', 'reduced'] as const;

export type Reading = {
  readonly size: (typeof readingSizes)[number];
  readonly spacing: (typeof readingSpacings)[number];
  readonly tint: (typeof readingTints)[number];
  readonly typeface: (typeof readingTypefaces)[number];
  readonly motion: (typeof readingMotions)[number];
  /** `off` for people whose speech input or tremor would press `/` by accident (WCAG 2.1.4). */
  readonly keys?: 'on' | 'off' | undefined;
};

export const usualReading: Reading = {
  size: 'normal',
  spacing: 'normal',
  tint: 'none',
  typeface: 'atkinson',
  motion: 'normal',
};

/** Only what differs from the usual is printed. */
export const readingAttributes = (reading: Reading) => ({
  'data-size': reading.size === 'normal' ? undefined : reading.size,
  'data-spacing': reading.spacing === 'normal' ? undefined : reading.spacing,
  'data-tint': reading.tint === 'none' ? undefined : reading.tint,
  'data-typeface': reading.typeface === 'atkinson' ? undefined : reading.typeface,
  'data-motion': reading.motion === 'normal' ? undefined : reading.motion,
  'data-keys': reading.keys === 'off' ? 'off' : undefined,
});

const ReadingSchema: z.ZodType<Reading> = z.object({
  size: z.enum(readingSizes),
  spacing: z.enum(readingSpacings),
  tint: z.enum(readingTints),
  typeface: z.enum(readingTypefaces),
  motion: z.enum(readingMotions),
  keys: z.enum(['on', 'off']).optional(),
});

/** What somebody chose on the page of reading preferences; the usual when nothing, or nothing known. */
export function readingOf(person: { readonly reading: string | null } | null): Reading {
  if (person === null || person.reading === null) return usualReading;
  const kept = ReadingSchema.safeParse(JSON.parse(person.reading));
  return kept.success ? kept.data : usualReading;
}
