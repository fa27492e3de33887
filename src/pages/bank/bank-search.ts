import { z } from 'zod';
import { type BankSearch, bankAges, targetAreas } from '#src/modules/plans/index.ts';

/** A choice that says: whatever the need, whatever the age. */
export const any = 'any';

const Several = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().map((one) => one.slice(0, 10)))
  .catch([])
  .default([]);

/** `?q=spell&need=SPLD&need=MLD&age=ks2&area=cognition&page=2` */
export const BankAsked = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  need: Several,
  age: z
    .enum([any, ...bankAges])
    .optional()
    .catch(undefined),
  area: z.enum(targetAreas).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type BankAsked = z.output<typeof BankAsked>;

/** What is searched for: what was asked, else what fits the pupil. */
export const searchOf = (asked: BankAsked, fitting: Pick<BankSearch, 'needs' | 'age'>): BankSearch => ({
  q: asked.q,
  needs: asked.need.length === 0 ? fitting.needs : asked.need.filter((one) => one !== any),
  age: asked.age === undefined ? fitting.age : asked.age === any ? null : asked.age,
  area: asked.area ?? null,
});

/** What the address holds of a search, but for one part of it. */
export const kept = (asked: BankAsked, without: keyof BankAsked): readonly (readonly [string, string])[] =>
  [
    ['q', asked.q] as const,
    ...asked.need.map((one) => ['need', one] as const),
    ['age', asked.age ?? ''] as const,
    ['area', asked.area ?? ''] as const,
  ].filter(([name, value]) => name !== without && value !== '');

/** The same search, with an entry taken from it. */
export const addressOfEntry = (action: string, asked: BankAsked, key: string): string =>
  `${action}?${new URLSearchParams([...kept(asked, 'page').map(([name, value]) => [name, value]), ['from', key]])}`;

/** The address of another page of the same search. */
export function addressOfPage(action: string, asked: BankAsked, page: number): string {
  const search = new URLSearchParams(kept(asked, 'page').map(([name, value]) => [name, value]));
  if (page > 1) search.set('page', String(page));
  return `${action}?${search}`;
}
