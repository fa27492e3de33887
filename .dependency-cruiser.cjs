const IN = '^src/modules/([^/]+)/';
const TEST = '\\.test\\.tsx?$';
const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...from, pathNot: [TEST, ...[from.pathNot ?? []].flat()] },
  to,
});

// The modules in their one order: each may use the front door of those before it, never of one after it.
const order = [
  'statutory',
  'school',
  'identity',
  'tasks',
  'pupils',
  'documents',
  'register',
  'assessments',
  'resources',
  'provision',
  'plans',
  'voice',
  'meetings',
  'workforce',
  'ehcp',
  'health',
  'exams',
  'care',
  'funding',
  'deployment',
  'transfer',
  'privacy',
  'imports',
  'publishing',
  'reports',
  'trust',
];
const inOrder = order
  .slice(0, -1)
  .map((module, at) =>
    rule(
      'modules-in-order',
      `${module} stands before the module it imports. Announce an event and let the later module react, or compose both in src/pages.`,
      { path: `^src/modules/${module}/` },
      { path: `^src/modules/(${order.slice(at + 1).join('|')})/` },
    ),
  );

module.exports = {
  forbidden: [
    rule('no-cycles', 'Two files need each other: move what both need to a third.', {}, { circular: true }),
    rule(
      'kernel-stands-alone',
      'The kernel knows nothing of schools or machines: put this in a module or in platform.',
      { path: '^src/kernel' },
      { pathNot: ['^src/kernel', 'node_modules/(zod|temporal-polyfill)/'] },
    ),
    rule(
      'domain-is-pure',
      'Rules stay pure: load facts in queries and hand them in; types alone may come from other front doors.',
      { path: `${IN}domain/` },
      {
        pathNot: ['^src/kernel', '^src/modules/$1/domain/', 'node_modules/zod/'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'only-queries-and-commands-touch-the-database',
      'Put the SQL in a query or a command and call that.',
      { path: '^src/(modules|ui|islands|pages)', pathNot: [`${IN}(queries|commands)/`] },
      { path: ['node_modules/(kysely|pg)/', '^src/platform/db'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'queries-and-commands-know-no-web',
      'Imports, the API and jobs use the same commands: leave pages out of them.',
      { path: `${IN}(queries|commands)/` },
      { path: ['^src/(ui|islands|platform/http)', `${IN}(web|jobs)/`, 'node_modules/(hono|preact)'] },
    ),
    rule(
      'queries-never-write',
      'A GET changes nothing: call the command from the page.',
      { path: `${IN}queries/` },
      { path: `${IN}commands/` },
    ),
    rule(
      'modules-meet-at-the-front-door',
      "Import from the other module's index.ts; export there what is missing.",
      { path: IN },
      { path: IN, pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    ),
    rule(
      'front-doors-show-no-pages',
      'A front door exports domain types, queries, commands and reactions; pages find each other by address.',
      { path: '^src/modules/[^/]+/index\\.ts$' },
      { path: `${IN}web/` },
    ),
    ...inOrder,
    rule(
      'platform-and-ui-know-no-module',
      'Hand it in from src/start.ts instead.',
      { path: '^src/(platform|ui|paper)' },
      { path: '^src/(modules|app|islands|pages|start|jobs|reactions)' },
    ),
    rule(
      'ui-is-only-markup',
      'Hand the component its text and links as props.',
      { path: '^src/ui' },
      { path: '^src/platform' },
    ),
    rule(
      'islands-carry-no-server-code',
      'The browser gets forms, rules and markup only.',
      { path: '^src/islands' },
      { path: ['^src/platform', `${IN}(queries|commands|web|jobs)/`, 'node_modules/(hono|kysely|pg)/'] },
    ),
    rule(
      'no-test-code-in-production',
      'Move what production needs out of the test.',
      { path: '^src' },
      { path: ['^test/', TEST] },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
