import { defineConfig } from 'vitest/config';

/** Three projects: rules (no database), pages (real PostgreSQL, through HTTP), journeys (Chromium). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['src/**/*.test.{ts,tsx}', 'test/rules/**/*.test.ts'],
          exclude: [
            'src/**/*.page.test.{ts,tsx}',
            'src/**/{queries,commands,jobs}/*.test.ts',
            'src/platform/**/*.db.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'pages',
          include: [
            'src/**/*.page.test.{ts,tsx}',
            'src/**/{queries,commands,jobs}/*.test.ts',
            'src/platform/**/*.db.test.ts',
            'test/pages/**/*.test.ts',
          ],
          globalSetup: ['test/database.setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/database.setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
