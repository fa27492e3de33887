const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const asWord = (name: string): RegExp =>
  new RegExp(`(?<!\\p{L})${escaped(name)}(?<own>[’']s)?(?!\\p{L})`, 'giu');

/** Whether a name stands in any of these texts as a word of its own. `Al` does not stand in `Also`. */
export const holdsName = (texts: readonly (string | null)[], name: string): boolean =>
  name.trim() !== '' && texts.some((text) => text !== null && asWord(name.trim()).test(text));

/** The text with another name in the place of one; `null` for they and their. `Amara’s book` → `Their book`. */
export function withoutName(text: string, name: string, by: string | null): string {
  if (name.trim() === '') return text;
  return text.replace(asWord(name.trim()), (_, own: string | undefined, at: number) => {
    if (by !== null) return `${by}${own ?? ''}`;
    const word = own === undefined ? 'they' : 'their';
    const isFirst = /(?:^|[.!?]\s*|\n\s*)$/.test(text.slice(0, at));
    return isFirst ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
  });
}
