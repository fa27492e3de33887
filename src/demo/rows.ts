import type { Insertable } from 'kysely';
import type { DB } from '#src/platform/db/schema.ts';

/** Rows for many tables at once, the school's id left to the loader. */
export type Rows = { readonly [T in keyof DB]?: readonly Omit<Insertable<DB[T]>, 'schoolId'>[] };
