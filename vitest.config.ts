import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest is begun first, so that no core waits for it at the end. */
const longest = ['every-page', 'kills', 'gallery', 'routes', 'import-twice', 'backup', 'import-systems'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

/** Three projects: rules (no database), pages (real PostgreSQL, through HTTP), journeys (Chromium). */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'rules',
          // No test measures time by this: a machine that does other work beside must not fail one.
          testTimeout: 30_000,
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
