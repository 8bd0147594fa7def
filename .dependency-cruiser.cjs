/*
 * Who may import whom: imports only go down (docs/decisions has the reasons). `import type` counts like any import.
 * Each room lists what it may import of ours besides itself; everything else of ours is forbidden.
 */
const features =
  'identity|submissions|files|payments|reconciliation|signing|receipts|messages|audit|claims|enforcement|events';

const core = '^lib/core/';
const expressions = '^lib/expressions/';
const pure = '^lib/(forms|pricing|texts)/';
const db = '^lib/db/';
const http = '^lib/http/';
const anyFeature = `^lib/(${features})/`;
const services = '^lib/services/';
const workflow = '^lib/workflow/';
const components = '^components/';

/** Everything that is ours, as seen by a resolved path. */
const ours =
  '^(lib|app|components|worker|prisma|sandbox|scripts|e2e|bench|examples)/|^(proxy|instrumentation)[.]ts$';

/** A test, or a helper in a folder `testing`, may set up whatever its subject needs; the subject itself may not. */
const tests = '[.]test[.]tsx?$|/testing/';

const doors = '^(app|worker)/|^(proxy|instrumentation)[.]ts$';
const tools = '^(scripts|prisma/seed)/';

const rooms = [
  { name: 'core', from: core, may: [] },
  { name: 'expressions', from: expressions, may: [core] },
  {
    name: 'forms-pricing-texts',
    from: '^lib/(forms|pricing|texts)/',
    may: [core, expressions],
    itself: '^lib/$1/',
  },
  { name: 'sdk', from: '^lib/sdk/([^/]+)/', may: [], itself: '^lib/sdk/$1/' },
  { name: 'db', from: db, may: [core] },
  { name: 'http', from: http, may: [core, db] },
  {
    name: 'features',
    from: `^lib/(${features})/`,
    except: '^lib/payments/providers/',
    may: [core, expressions, pure, db],
    itself: '^lib/$1/',
  },
  {
    name: 'payment-providers',
    from: '^lib/payments/providers/([^/.]+)',
    may: [core, expressions, pure, db, '^lib/payments/', '^lib/sdk/$1/', '^lib/sdk/[^/]+/$1/'],
    itself: '^lib/payments/',
  },
  { name: 'services', from: services, may: [core, expressions, pure, db, http, anyFeature] },
  { name: 'workflow', from: workflow, may: [core, expressions, pure, db, http, anyFeature, services] },
  { name: 'components', from: components, may: [core, expressions, pure] },
  {
    name: 'doors',
    from: doors,
    may: [core, expressions, pure, db, http, anyFeature, services, workflow, components, doors],
  },
  {
    name: 'tools',
    from: tools,
    may: [
      core,
      expressions,
      pure,
      db,
      http,
      anyFeature,
      services,
      workflow,
      components,
      doors,
      '^prisma/',
      '^sandbox/',
      tools,
    ],
  },
  { name: 'guests', from: '^(sandbox|bench|e2e|examples)/', testsToo: true, may: [], itself: '^$1/' },
];

/** Every folder of lib is one of the rooms above: a new one is added here on purpose, not by accident. */
const knownRooms = `^lib/(core|expressions|forms|pricing|texts|sdk|db|http|services|workflow|${features})/`;

module.exports = {
  forbidden: [
    ...rooms.map(({ name, from, may, except, itself, testsToo }) => ({
      name: `rank-${name}`,
      comment: `${from} may import only ${[itself ?? from, ...may].join(' ')}`,
      severity: 'error',
      from: { path: from, pathNot: [...(testsToo ? [] : [tests]), ...(except ? [except] : [])] },
      to: { path: ours, pathNot: [itself ?? from, ...may] },
    })),
    {
      name: 'unknown-room',
      comment: 'A folder of lib that has no rank.',
      severity: 'error',
      from: { path: '^lib/', pathNot: knownRooms },
      to: {},
    },
    {
      name: 'core-is-plain',
      comment: 'core and expressions know no React, Next or Prisma.',
      severity: 'error',
      from: { path: [core, expressions], pathNot: tests },
      to: { path: 'node_modules/(react|react-dom|next|next-auth|@prisma|prisma)/' },
    },
    {
      name: 'pure-runs-anywhere',
      comment: 'expressions, forms, pricing and texts run in the browser too: nothing of Node.',
      severity: 'error',
      from: { path: [expressions, pure], pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'prisma-only-in-db',
      comment: 'Prisma itself is used by lib/db, the seed and the scripts.',
      severity: 'error',
      from: { path: [doors, components, anyFeature, services, workflow, http], pathNot: tests },
      to: { path: 'node_modules/(@prisma|prisma)/' },
    },
    {
      name: 'portal-draws-no-pdf',
      comment:
        'PDFs are drawn by the worker, once; the portal hands out what was drawn (and cannot bundle the fonts)',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/receipts/pdf/canvas\\.ts$', reachable: true },
    },
    {
      name: 'doors-do-not-query',
      comment: 'Pages, routes and jobs call use cases; the generated client is for the rooms below.',
      severity: 'error',
      from: { path: doors, pathNot: tests },
      to: { path: '^lib/db/generated/' },
    },
    {
      name: 'no-test-in-production',
      comment: 'Only tests import tests and the test database.',
      severity: 'error',
      from: { path: ours, pathNot: [tests, '^scripts/test-(database|server)[.]ts$', '^e2e/'] },
      to: { path: [tests, '^scripts/test-(database|server)[.]ts$'] },
    },
    {
      name: 'no-unresolved',
      comment: 'What cannot be resolved cannot be judged.',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true, path: '^(@/|[.])' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/db/generated/'] },
    exclude: { path: '(^|/)[.](next|build|data)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
