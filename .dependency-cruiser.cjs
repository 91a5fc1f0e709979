/** The house's walls (docs/architecture.md). Each rule says why it is there. */
const lib = (name, allowed) => ({
  name: `${name}-imports`,
  comment: `libs/${name} may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^libs/${name}/`, pathNot: '\\.(int-)?spec\\.ts$|\\.fixtures\\.ts$' },
  to: { path: `^libs/(?!(${[name, ...allowed].join('|')})/)` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'apps-are-apart',
      comment: 'Apps are deployed alone; only standalone puts them together.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/|\\.((int-)?spec|fixtures)\\.ts$' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-know-no-app',
      comment: 'A library serves any app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'kafkajs-in-event-log-only',
      comment: 'The client can be exchanged in one place. local-stack asks the broker whether it is ready.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/(event-log|local-stack)/|\\.(int-)?spec\\.ts$' },
      to: { path: 'node_modules/kafkajs/' },
    },
    {
      name: 'pure-rooms',
      comment:
        'Deciding, encoding and proving do no I/O and know no framework, so that they can be trusted and tested alone.',
      severity: 'error',
      from: {
        path: '^libs/(kernel|contracts|domain|transparency|access)/',
        pathNot: '\\.((int-)?spec|fixtures)\\.ts$',
      },
      to: {
        path: 'node_modules/(@nestjs|pg|typeorm|kafkajs|fastify)|^(node:)?(fs|net|http|https|child_process|worker_threads)',
      },
    },
    {
      name: 'testing-for-specs-only',
      comment: 'What only tests need never ships in an app.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/testing/|\\.(int-)?spec\\.ts$|\\.fixtures\\.ts$|spec-' },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'local-stack-for-standalone-only',
      comment: 'A deployment brings its own services.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/standalone/|^libs/local-stack/|\\.(int-)?spec\\.ts$' },
      to: { path: '^libs/local-stack/' },
    },
    {
      name: 'checks-are-pure',
      comment:
        'A check judges what it is given, so that each can be shown to find its planted bug; readers do the reading.',
      severity: 'error',
      from: { path: '^libs/verification/src/checks/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/verification/src/readers/|node_modules/|^(node:)?(fs|net|http|https|child_process)' },
    },
    lib('kernel', []),
    lib('contracts', ['kernel']),
    lib('domain', ['kernel', 'contracts']),
    lib('access', ['kernel', 'contracts']),
    lib('journal', ['kernel', 'contracts', 'domain', 'postgres']),
    lib('event-log', ['kernel', 'contracts', 'platform']),
    lib('projections', ['kernel', 'contracts', 'event-log', 'postgres']),
    lib('client', []),
    lib('accepting', ['kernel', 'domain', 'journal', 'platform']),
    lib('membership', ['kernel', 'contracts', 'domain', 'event-log', 'platform', 'postgres']),
    lib('postgres', []),
    lib('transparency', []),
    lib('verification', ['kernel', 'contracts', 'domain', 'journal', 'event-log', 'transparency']),
    lib('platform', ['kernel']),
    lib('local-stack', ['kernel', 'platform']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['bus-source', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
