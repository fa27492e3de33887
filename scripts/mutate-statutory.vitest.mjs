import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: process.cwd(),
  test: { include: ['src/modules/statutory/**/*.test.ts'] },
});
