/** A field that changed: what it was, what it is. Absent sides are null. */
export type Change = { readonly before: unknown; readonly after: unknown };
export type Changes = Readonly<Record<string, Change>>;

/** The fields that differ between two records. Equal records give an empty object: nothing to record. */
export function changesBetween<T extends Record<string, unknown>>(
  before: Partial<T>,
  after: Partial<T>,
): Changes {
  const changes: Record<string, Change> = {};
  for (const [name, value] of Object.entries(after)) {
    const was = before[name] ?? null;
    if (JSON.stringify(was) !== JSON.stringify(value ?? null))
      changes[name] = { before: was, after: value ?? null };
  }
  return changes;
}

export const nothingChanged = (changes: Changes): boolean => Object.keys(changes).length === 0;
