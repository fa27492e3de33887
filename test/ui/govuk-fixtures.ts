import { readFileSync } from 'node:fs';
import { type CheerioAPI, load } from 'cheerio';
import { z } from 'zod';

const Fixtures = z.object({
  fixtures: z.array(z.object({ name: z.string(), options: z.unknown(), html: z.string() })),
});

/** What govuk-frontend says of one component: options, and the HTML that they must give. */
export const fixturesOf = (component: string) =>
  Fixtures.parse(
    JSON.parse(
      readFileSync(`node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`, 'utf8'),
    ),
  ).fixtures;

type Tree =
  | string
  | { readonly tag: string; readonly attributes: readonly string[]; readonly inside: readonly Tree[] };

const nodesOf = ($: CheerioAPI) => $.root().contents().toArray();
type AnyNode = ReturnType<typeof nodesOf>[number];

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

function treeOf(node: AnyNode): readonly Tree[] {
  if (node.type === 'text') return squeezed(node.data) === '' ? [] : [squeezed(node.data)];
  if (node.type !== 'tag') return [];
  const attributes = Object.entries(node.attribs)
    // The arrow of the pagination is a drawing of our own.
    .filter(([name]) => !(node.name === 'path' && name === 'd'))
    .map(([name, value]) => `${name}=${squeezed(value)}`);
  const inside = node.children.flatMap(treeOf);
  return [{ tag: node.name, attributes: attributes.sort(), inside }];
}

/** A fragment as a tree in which the order of attributes and white space do not count. */
export function normalised(html: string): readonly Tree[] {
  const $ = load(html, null, false);
  return nodesOf($).flatMap(treeOf);
}
