/** What the form calls it, and the fact that goes there; null where a person writes by hand. */
type Asked = readonly [label: string, fact: string | null];

/** A part of a form that we write ourselves, in the order in which it is read. */
export type FormPart =
  | { readonly kind: 'heading' | 'text'; readonly words: string }
  /** Labels on the left, room on the right. */
  | { readonly kind: 'fields'; readonly asked: readonly Asked[] }
  /** A question with a wide box under it. */
  | { readonly kind: 'question'; readonly asked: Asked }
  /** Heads with empty rows under them. */
  | { readonly kind: 'rows'; readonly asked: readonly Asked[]; readonly count: number }
  | { readonly kind: 'ticks'; readonly asked: Asked; readonly options: readonly string[] };

export type FormDesign = {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly FormPart[];
};

export const heading = (words: string): FormPart => ({ kind: 'heading', words });
export const text = (words: string): FormPart => ({ kind: 'text', words });
export const fields = (...asked: readonly Asked[]): FormPart => ({ kind: 'fields', asked });
export const question = (label: string, fact: string | null): FormPart => ({
  kind: 'question',
  asked: [label, fact],
});
export const rows = (count: number, ...asked: readonly Asked[]): FormPart => ({ kind: 'rows', asked, count });
export const ticks = (label: string, fact: string | null, ...options: readonly string[]): FormPart => ({
  kind: 'ticks',
  asked: [label, fact],
  options,
});

/** The facts in the order of the places, which is the order of the parts. */
export const factsInOrder = ({ parts }: FormDesign): readonly Asked[] =>
  parts.flatMap((part) => {
    switch (part.kind) {
      case 'fields':
      case 'rows':
        return part.asked;
      case 'question':
      case 'ticks':
        return [part.asked];
      default:
        return [];
    }
  });
