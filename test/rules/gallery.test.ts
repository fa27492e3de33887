import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { load } from 'cheerio';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { galleryPages } from '#test/ui/gallery.tsx';

const Manifest = z.record(z.string(), z.object({ file: z.string() }));

/** The built assets, so that the pages written below can be opened in a browser; none before the first build. */
function builtAssets() {
  const manifest = 'dist/client/manifest.json';
  if (!existsSync(manifest)) return { css: [], js: [] };
  const files = Object.values(Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8')))).map(
    ({ file }) => file,
  );
  const ending = (end: string) =>
    files.filter((file) => file.endsWith(end) && !file.includes('/offline/')).map((file) => `/${file}`);
  return { css: ending('.css'), js: ending('.js') };
}

const pages = galleryPages(builtAssets()).map(({ name, page }) => ({
  name,
  html: `<!doctype html>${render(page)}`,
}));

describe.each(pages)('the gallery page $name', ({ name, html }) => {
  const $ = load(html);

  test('has no inline style or script, which the content security policy forbids', () => {
    mkdirSync('dist/gallery', { recursive: true });
    writeFileSync(`dist/gallery/${name}.html`, html);
    expect($('[style], style').length).toBe(0);
    expect($('script:not([src]), [onclick], [onchange], [onsubmit]').length).toBe(0);
  });

  test('gives no id twice', () => {
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('names every control by a label', () => {
    const nameless = $('input:not([type=hidden]), select, textarea')
      .toArray()
      .filter((control) => $(`label[for="${$(control).attr('id')}"]`).length !== 1);
    expect(nameless.map((control) => $(control).attr('name'))).toEqual([]);
  });

  test('points every description and summary link at something that is there', () => {
    const pointed = $('[aria-describedby], [aria-labelledby], [aria-controls], a[href^="#"]')
      .toArray()
      .flatMap((element) => {
        const {
          'aria-describedby': by,
          'aria-labelledby': labelled,
          'aria-controls': controls,
          href,
        } = $(element).attr() ?? {};
        return [by, labelled, controls, href?.startsWith('#') ? href.slice(1) : undefined];
      })
      .flatMap((ids) => ids?.split(' ') ?? []);
    expect(pointed.filter((id) => $(`[id="${id}"]`).length === 0)).toEqual([]);
  });

  test('has one heading of the first rank', () => {
    expect($('h1').length).toBe(1);
  });
});
