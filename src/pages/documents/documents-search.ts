import { z } from 'zod';
import { isDocumentKind } from '#src/modules/documents/index.ts';

const Kinds = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().filter(isDocumentKind))
  .catch([])
  .default([]);

/** `?q=receptive&kind=speech&kind=psychology&page=2`; what is no kind is left out. */
export const DocumentsSearch = z
  .object({
    q: z.string().trim().max(200).catch('').default(''),
    kind: Kinds,
    page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
  })
  .transform(({ kind, ...rest }) => ({ ...rest, kinds: kind }));
export type DocumentsFilter = z.output<typeof DocumentsSearch>;

/** The address of another page of the same search. */
export function addressOfPage(action: string, filter: DocumentsFilter, page: number): string {
  const search = new URLSearchParams(filter.kinds.map((kind) => ['kind', kind]));
  if (filter.q !== '') search.set('q', filter.q);
  if (page > 1) search.set('page', String(page));
  const query = search.toString();
  return query === '' ? action : `${action}?${query}`;
}
