/** Written words as they are laid out: paragraphs, and lists of the lines that begin with a dash. */
export type Block =
  | { readonly kind: 'text'; readonly words: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const dash = /^\s*[-•*]\s+/;

/** `One.\n- a\n- b` → a paragraph and a list of two. Lines of a paragraph run on. */
export function blocksOf(words: string): readonly Block[] {
  const blocks: Block[] = [];
  let isBroken = true;
  for (const line of words.split(/\r?\n/)) {
    const said = line.trim();
    const last = blocks.at(-1);
    if (dash.test(line)) {
      const item = line.replace(dash, '').trim();
      if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, item] };
      else blocks.push({ kind: 'list', items: [item] });
    } else if (said !== '') {
      if (last?.kind === 'text' && !isBroken) {
        blocks[blocks.length - 1] = { kind: 'text', words: `${last.words} ${said}` };
      } else blocks.push({ kind: 'text', words: said });
    }
    isBroken = said === '';
  }
  return blocks;
}
