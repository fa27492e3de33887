// Changes the rules of the law a little, one at a time, and asks whether a test notices: npm run mutate.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutate-statutory.vitest.mjs', related: false },
  // The checker of types does not know TypeScript 7.
  tsconfigFile: 'none',
  mutate: ['src/modules/statutory/domain/**/*.ts', '!src/modules/statutory/domain/**/*.test.ts'],
  // Words shown to people are held by tests where a sum depends on them; a name or a source is not a rule.
  mutator: { excludedMutations: ['StringLiteral'] },
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false },
  concurrency: 2,
  coverageAnalysis: 'perTest',
  tempDirName: 'dist/.stryker',
  thresholds: { high: 95, low: 92, break: 90 },
};
