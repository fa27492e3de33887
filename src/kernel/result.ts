/** An outcome we expect: either a value, or a named refusal that the page puts into words. */
export type Result<T, R extends string> = { readonly ok: true; readonly value: T } | Refused<R>;
export type Refused<R extends string> = { readonly ok: false; readonly refusal: R };

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const refused = <R extends string>(refusal: R): Refused<R> => ({ ok: false, refusal });

/** Closes a switch over a union: a new member without a case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
