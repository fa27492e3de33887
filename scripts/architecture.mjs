// Draws docs/architecture.svg from the imports of the sources. With --check it only says whether the picture still holds.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const picture = join(root, 'docs', 'architecture.svg');
const cruiser = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8');
const order = [
  ...cruiser
    .split('const order = [')[1]
    .split(']')[0]
    .matchAll(/'([a-z]+)'/g),
].map(([, name]) => name);

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

/** `modules/school/domain/dated.ts` → `school`; `platform/db/scope.ts` → `platform`; `app.ts` → `start`. */
const areaOf = (file) => {
  const [first, second] = file.split('/');
  if (second === undefined || first === 'cli') return 'start';
  return first === 'modules' && order.includes(second) ? second : first;
};

/** Which area uses which: every path in the sources that leads to another file of theirs. */
const uses = new Map();
for (const file of sources) {
  const from = areaOf(file);
  for (const [, path] of readFileSync(join(root, 'src', file), 'utf8').matchAll(
    /'((?:\.\.?\/|#src\/)[^']+)'/g,
  )) {
    const to = areaOf(
      path.startsWith('#src/') ? path.slice(5) : posix.normalize(posix.join(posix.dirname(file), path)),
    );
    if (to !== from) uses.set(from, (uses.get(from) ?? new Set()).add(to));
  }
}
const isUsed = (from, to) => uses.get(from)?.has(to) ?? false;

const modules = order.filter((name) => existsSync(join(root, 'src', 'modules', name)));
const foldersOf = (path) =>
  readdirSync(join(root, 'src', path), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && sources.some((file) => file.startsWith(`${path}/${entry.name}/`)),
    )
    .map((entry) => entry.name);

/** What a band says it uses: other bands by name, and the modules as one. */
const bandUses = (areas) =>
  ['pages', 'demo', 'modules', 'islands', 'ui', 'platform', 'kernel'].filter((to) =>
    areas.some((from) => {
      const targets = to === 'modules' ? ['modules', ...modules] : [to];
      return !areas.includes(to) && targets.some((target) => !areas.includes(target) && isUsed(from, target));
    }),
  );

const ink = '#1c2126';
const quiet = '#4b535b';
const line = '#dcd8cf';
const accent = '#0b5755';
const width = 960;
const text = (x, y, words, more = '') => `<text x="${x}" y="${y}" ${more}>${words}</text>`;
const box = ({ x, y, w, h, fill = '#ffffff' }) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="8" fill="${fill}" stroke="${line}"/>`;
const small = `font-size="13" fill="${quiet}"`;
const usedWords = (areas) => {
  const used = bandUses(areas);
  return used.length === 0 ? 'uses nothing of ours' : `uses ${used.join(', ')}`;
};

const band = ({ x = 20, y, w = width - 40, name, says, areas }) =>
  [
    box({ x, y, w, h: 72 }),
    text(x + 18, y + 28, name, 'font-weight="700"'),
    text(x + 18, y + 48, says, small),
    text(x + 18, y + 64, usedWords(areas), `font-size="12" fill="${accent}"`),
  ].join('\n');

/** The modules in their order, and an arc from each to those before it that it uses. */
function drawModules(y) {
  const gap = 14;
  const w = (width - 76 - gap * (modules.length - 1)) / modules.length;
  const left = (at) => 38 + at * (w + gap);
  const boxes = modules.map((name, at) =>
    [
      box({ x: left(at), y: y + 44, w, h: 128, fill: '#fbfaf7' }),
      text(left(at) + 12, y + 68, name, 'font-weight="700"'),
      ...foldersOf(`modules/${name}`).map((folder, line) =>
        text(left(at) + 12, y + 87 + line * 15, folder, `font-size="12" fill="${quiet}"`),
      ),
    ].join('\n'),
  );
  const arcs = modules.flatMap((from, at) =>
    modules.slice(0, at).flatMap((to, before) => {
      if (!isUsed(from, to)) return [];
      const [start, end] = [left(at) + w / 2 - 8, left(before) + w / 2 + 8];
      const depth = y + 172 + 22 + (at - before) * 17;
      return [
        `<path d="M${start} ${y + 172} C${start} ${depth} ${end} ${depth} ${end} ${y + 176}" fill="none" stroke="${accent}" stroke-opacity="0.65" marker-end="url(#head)"/>`,
      ];
    }),
  );
  return [
    box({ x: 20, y, w: width - 40, h: 278 }),
    text(38, y + 28, 'Modules', 'font-weight="700"'),
    text(112, y + 28, 'in their order; an arc leads to a front door that is used', small),
    ...boxes,
    ...arcs,
    text(38, y + 266, usedWords(modules), `font-size="12" fill="${accent}"`),
  ].join('\n');
}

const half = (width - 56) / 2;
const drawing = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 684" role="img" aria-labelledby="title" font-family="Atkinson Hyperlegible Next, Verdana, sans-serif" font-size="16" fill="${ink}">`,
  `<title id="title">The areas of the sources, from the start of the program down to the kernel, and who uses whom</title>`,
  `<defs><marker id="head" viewBox="0 0 8 8" refX="4" refY="1" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 L4 8 L8 0" fill="none" stroke="${accent}" transform="rotate(-90 4 4)"/></marker></defs>`,
  `<rect width="${width}" height="684" fill="#ffffff"/>`,
  band({
    y: 16,
    name: 'Start',
    says: 'cli: the shell · main: the processes · app: the routes · start: the parts put together',
    areas: ['start'],
  }),
  band({ y: 102, w: half, name: 'Pages', says: 'what shows several modules', areas: ['pages'] }),
  band({
    x: 36 + half,
    y: 102,
    w: half,
    name: 'Demo',
    says: 'a trust that does not exist, from a seed',
    areas: ['demo'],
  }),
  drawModules(188),
  band({
    y: 480,
    w: half,
    name: 'Platform',
    says: foldersOf('platform').join(' · '),
    areas: ['platform'],
  }),
  band({ x: 36 + half, y: 480, w: half, name: 'UI', says: 'components and styles', areas: ['ui'] }),
  band({
    y: 566,
    w: half,
    name: 'Kernel',
    says: 'about no school: dates, ids, results, forms, code lists',
    areas: ['kernel'],
  }),
  band({
    x: 36 + half,
    y: 566,
    w: half,
    name: 'Islands',
    says: 'the scripts of the browser',
    areas: ['islands'],
  }),
  text(20, 664, 'Drawn from the imports of the sources by scripts/architecture.mjs.', small),
  '</svg>\n',
].join('\n');

if (process.argv.includes('--check')) {
  const holds = existsSync(picture) && readFileSync(picture, 'utf8') === drawing;
  if (!holds) process.stdout.write('The picture is old. Draw it again: node scripts/architecture.mjs\n');
  process.exit(holds ? 0 : 1);
}
writeFileSync(picture, drawing);
