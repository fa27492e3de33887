import { defineConfig } from 'vite';

const root = import.meta.dirname;

/**
 * Browser assets: `vite build` → `dist/client`, names with a hash, listed in `dist/client/manifest.json` under
 * `src/ui/styles/styles.scss` and `src/islands/sendero.ts`. Nothing is inlined: the content security policy
 * allows files of our own only.
 */
const client = {
  outDir: 'dist/client',
  emptyOutDir: true,
  manifest: 'manifest.json',
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  rolldownOptions: {
    input: [`${root}/src/ui/styles/styles.scss`, `${root}/src/islands/sendero.ts`],
  },
};

/** The server bundle, `vite build --ssr src/main.ts`, has its own folder and no copy of the public files. */
const server = { outDir: 'dist/server', emptyOutDir: true, copyPublicDir: false };

export default defineConfig(({ isSsrBuild }) => ({
  root,
  publicDir: 'src/ui/public',
  build: isSsrBuild ? server : client,
  css: { preprocessorOptions: { scss: { loadPaths: [`${root}/node_modules/govuk-frontend/dist`] } } },
}));
