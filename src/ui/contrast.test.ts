import { compileString } from 'sass';
import { describe, expect, test } from 'vitest';
import { readingTints } from './reading.ts';

const { css } = compileString('@use "tokens"; @use "tints";', { loadPaths: ['src/ui/styles'] });

/** The custom properties of the block with exactly this selector. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no tokens for ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]),
  );
}

/** Relative luminance, WCAG 2.2. `#fff` → 1 */
function luminance(colour: string): number {
  const hex = colour.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Ink on ground: words that are printed so somewhere. */
const words: readonly (readonly [ink: string, ground: string])[] = [
  ...['paper', 'sheet', 'hover', 'line-2'].flatMap((ground) => [
    ['ink', ground] as const,
    ['ink-2', ground] as const,
  ]),
  ...['paper', 'sheet', 'hover', 'accent-soft'].map((ground) => ['accent', ground] as const),
  ...['paper', 'sheet'].flatMap((ground) => [
    ['accent-deep', ground] as const,
    ['late-ink', ground] as const,
    ['good-ink', ground] as const,
  ]),
  ...['support', 'plan', 'good', 'warn', 'late'].map((kind) => [`${kind}-ink`, `${kind}-soft`] as const),
  ['ink-2', 'accent-soft'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-deep'],
  ['top-ink', 'top'],
  ['sheet', 'warn-ink'],
];

/** Edges and marks that carry meaning: 3:1 is enough (WCAG 1.4.11). */
const marks = [
  ['edge', 'sheet'],
  ['edge', 'paper'],
  ['accent', 'line-2'],
  ['focus', 'top'],
] as const;

const of = (tokens: Record<string, string>, name: string): string => {
  const colour = tokens[name];
  if (!colour) throw new Error(`no token ${name}`);
  return colour;
};

test('measures black on white as 21', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#fff')).toBeCloseTo(4.54, 2);
});

describe.each(readingTints)('the tint %s', (tint) => {
  const base = tokensOf(':root');
  const tokens = tint === 'none' ? base : { ...base, ...tokensOf(`:root[data-tint=${tint}]`) };

  test.each(words)('prints %s on %s at 4.5:1 or more', (ink, ground) => {
    expect(contrast(of(tokens, ink), of(tokens, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)('draws %s on %s at 3:1 or more', (mark, ground) => {
    expect(contrast(of(tokens, mark), of(tokens, ground))).toBeGreaterThanOrEqual(3);
  });

  // The ring stands outside what it rings, so its ground is the paper or a sheet.
  test.each(['paper', 'sheet'])('rings the focus in a colour that stands out on %s', (ground) => {
    const rings = ['focus', 'ink'].map((ring) => contrast(of(tokens, ring), of(tokens, ground)));
    expect(Math.max(...rings)).toBeGreaterThanOrEqual(3);
  });
});
