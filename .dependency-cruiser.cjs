// Imports run one way. Each comment is the sentence that the offender reads.
const only = (from, allowed, comment) => ({
  name: `${from}-imports-only-what-it-may`,
  comment,
  severity: 'error',
  from: { path: `^${from}/src`, pathNot: '\\.test\\.tsx?$|/testing/' },
  to: {
    path: '^(law|documents|report|screening|contract|server|console|cli)/',
    pathNot: `^(${[from, ...allowed].join('|')})/`,
  },
})

const room = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$|/testing/' },
  to: { path: to },
})

module.exports = {
  forbidden: [
    {
      name: 'law-imports-nothing',
      comment: 'law is the regulation as code: pure. It imports no package and no room of the house.',
      severity: 'error',
      from: { path: '^law/src', pathNot: '\\.test\\.ts$|/testing/' },
      to: { pathNot: '^law/src' },
    },
    only('documents', ['law'], 'documents knows law and nothing else of the house.'),
    only('screening', ['law'], 'screening knows law and nothing else of the house.'),
    only('report', ['law', 'documents'], 'report knows law and documents, no database and no server.'),
    only('contract', ['law'], 'contract knows law only: server and console both read it.'),
    only(
      'console',
      ['law', 'contract'],
      'console speaks to the server over HTTP; it shares law and contract only.',
    ),
    only(
      'server',
      ['law', 'documents', 'report', 'screening', 'contract'],
      'server does not know its doors from outside (console, cli).',
    ),
    only(
      'cli',
      ['law', 'report', 'screening', 'server'],
      'cli is a thin door: law, report, screening and what server exports.',
    ),
    room(
      'services-know-no-door',
      '^server/src/(services|db)/',
      '^server/src/(api|portal|jobs|outside)/|node_modules/(fastify|@fastify)/',
      'services and db know no api, portal, jobs or outside, and no Fastify: pass a port instead.',
    ),
    room(
      'api-stands-alone',
      '^server/src/api/',
      '^server/src/(portal|jobs)/|^server/src/services/.*-store\\.ts$',
      'api calls verbs; it touches no table, no portal and no job.',
    ),
    room(
      'portal-stands-alone',
      '^server/src/portal/',
      '^server/src/(api|jobs)/|^server/src/services/.*-store\\.ts$',
      'portal calls verbs; it touches no table, no API route and no job.',
    ),
    room(
      'jobs-stand-alone',
      '^server/src/jobs/',
      '^server/src/(api|portal)/|^server/src/services/.*-store\\.ts$',
      'jobs call verbs; they touch no table, no API route and no page.',
    ),
    {
      name: 'a-store-is-private-to-its-area',
      comment: 'A *-store.ts belongs to its area; another area asks the verb.',
      severity: 'error',
      from: { path: '^server/src/services/([^/]+)/' },
      to: { path: '^server/src/services/([^/]+)/.*-store\\.ts$', pathNot: '^server/src/services/$1/' },
    },
    {
      name: 'antd-through-the-ui-folder',
      comment: 'antd changes its majors: import it through console/src/ui only.',
      severity: 'error',
      from: { path: '^console/src', pathNot: '^console/src/ui/' },
      to: { path: 'node_modules/(antd|@ant-design)/' },
    },
    {
      name: 'no-package-that-is-not-named',
      comment: "A package uses only what its own package.json names; npm's hoisting would allow anything.",
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$|/testing/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that import each other are one idea or a missing third file.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^dist' },
    exclude: { path: '(^|/)fixtures/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
