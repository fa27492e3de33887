export type RowTyped = { readonly pupilId: string; readonly text: string };

/** The rows that somebody typed, with their place on the page. Pupils and scores come as two lists of one length. */
export const rowsTyped = (
  pupilIds: readonly string[],
  scores: readonly string[],
): readonly (RowTyped & { readonly at: number })[] =>
  pupilIds.flatMap((pupilId, at) => {
    const text = scores[at] ?? '';
    return text === '' ? [] : [{ pupilId, text, at }];
  });
