import { defineConfig } from 'vite';

const root = import.meta.dirname;

/**
 * Browser assets: `vite build` → `dist/client`, names with a hash, listed in `dist/client/manifest.json` under
 * the name of what they were built from. Nothing is inlined: the content security policy
 * allows files of our own only.
 */
const client = {
  outDir: 'dist/client',
  emptyOutDir: true,
  manifest: 'manifest.json',
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  rolldownOptions: {
    input: [
      `${root}/src/ui/styles/styles.scss`,
      `${root}/src/islands/sendero.ts`,
      `${root}/src/islands/offline/offline.tsx`,
      `${root}/src/islands/offline/before-sign-out.ts`,
      `${root}/src/islands/offline/worker.ts`,
    ],
    // Apart from the script of every page: what weighs a page does not count it.
    output: {
      entryFileNames: ({ name }: { name: string }) =>
        `assets/${name === 'sendero' ? '' : 'offline/'}[name]-[hash].js`,
      chunkFileNames: 'assets/offline/[name]-[hash].js',
    },
  },
};

/**
 * The server: `vite build --ssr` → `dist/server`: the command line, the web process and the workers that read files.
 * Its dependencies go into the bundle, as one file starts faster than a thousand; PostgreSQL's programs, Typst and HiGHS stay outside.
 */
const server = {
  ssr: true,
  outDir: 'dist/server',
  emptyOutDir: true,
  copyPublicDir: false,
  target: 'node24',
  rolldownOptions: {
    input: [
      `${root}/src/cli.ts`,
      `${root}/src/web.ts`,
      `${root}/src/modules/imports/reading/read-file.worker.ts`,
      `${root}/src/modules/documents/reading/read-words.worker.ts`,
      `${root}/src/paper/pdf.worker.ts`,
      `${root}/src/paper/bundle.worker.ts`,
      `${root}/src/modules/deployment/solve/solve-week.worker.ts`,
    ],
    output: { entryFileNames: '[name].js' },
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  root,
  publicDir: 'src/ui/public',
  build: isSsrBuild ? server : client,
  ssr: { noExternal: true, external: ['pg-native', '@myriaddreamin/typst-ts-node-compiler', 'highs'] },
  css: { preprocessorOptions: { scss: { loadPaths: [`${root}/node_modules/govuk-frontend/dist`] } } },
}));
