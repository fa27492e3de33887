import { z } from 'zod';
import {
  type Reading,
  readingMotions,
  readingSizes,
  readingSpacings,
  readingTints,
  readingTypefaces,
  usualReading,
} from '#src/ui/reading.ts';
import type { SignedIn } from './session.ts';

export const ReadingSchema: z.ZodType<Reading> = z.object({
  size: z.enum(readingSizes),
  spacing: z.enum(readingSpacings),
  tint: z.enum(readingTints),
  typeface: z.enum(readingTypefaces),
  motion: z.enum(readingMotions),
  keys: z.enum(['on', 'off']).optional(),
});

/** What somebody chose on the page of reading preferences; the usual when nothing, or nothing known. */
export function readingOf(person: SignedIn | null): Reading {
  if (person?.reading === null || person === null) return usualReading;
  const kept = ReadingSchema.safeParse(JSON.parse(person.reading));
  return kept.success ? kept.data : usualReading;
}
