import { z } from 'zod';
import { type Entry, keyOf } from '../domain/catalogue.ts';

export const OfEntry = z.object({ entryKey: z.string().min(1).max(60) });

export const entryHref = (entry: Pick<Entry, 'seedKey' | 'entryId'>): string =>
  `/provision/catalogue/${keyOf(entry)}`;

export const entryStale =
  'Somebody changed this while you were writing. Nothing was overwritten: compare the two and save again if yours is right';
