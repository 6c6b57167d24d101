// Who may import whom. The wings stand in the order of the method; the doors stand on top.

const wings = ['foundation', 'community', 'listen', 'discuss', 'act', 'evaluate', 'appreciate', 'statistics'];

/** A wing imports only wings to its left. */
const direction = wings.map((wing, at) => ({
  name: `${wing}-looks-left-only`,
  severity: 'error',
  from: { path: `^src/${wing}/`, pathNot: '-api[^/]*\\.ts$|\\.test\\.ts$' },
  to: { path: `^src/(${[...wings.slice(at + 1), 'api', 'open311', 'routes', 'ui', 'demo'].join('|')})/` },
}));

/** Another room is entered through its index.ts only. */
const rooms = wings
  .slice(1)
  .map((wing) => ({
    name: `${wing}-through-the-index`,
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/${wing}/([^/]+)/|\\.test\\.ts$` },
    to: { path: `^src/${wing}/[^/]+/`, pathNot: `^src/${wing}/[^/]+/(index|[a-z-]+-api[a-z-]*)\\.ts$` },
  }));
const sameWing = wings
  .slice(1)
  .map((wing) => ({
    name: `${wing}-rooms-meet-at-the-door`,
    severity: 'error',
    from: { path: `^src/${wing}/([^/]+)/`, pathNot: '\\.test\\.ts$' },
    to: { path: `^src/${wing}/([^/]+)/`, pathNot: [`^src/${wing}/$1/`, `^src/${wing}/[^/]+/index\\.ts$`] },
  }));

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...direction,
    ...rooms,
    ...sameWing,
    {
      name: 'rooms-know-no-door',
      comment: 'Only *-api.ts knows Hono; no room knows Svelte.',
      severity: 'error',
      from: { path: `^src/(${wings.join('|')})/`, pathNot: '-api[^/]*\\.ts$|\\.test\\.ts$' },
      to: { path: 'node_modules/(svelte|@sveltejs|hono|@hono)/' },
    },
    {
      name: 'doors-ask-rooms',
      comment: 'Pages and API call commands and queries; they never talk to the database.',
      severity: 'error',
      from: { path: '^src/(routes|ui|api)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/foundation/server/|node_modules/(kysely|pg|pg-boss)/' },
    },
    {
      name: 'nothing-heavy-reaches-the-browser',
      severity: 'error',
      from: { path: '\\.svelte$' },
      to: { path: 'node_modules/(zod|kysely|pg|pg-boss|hono)/|^src/foundation/server/', reachable: true },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { path: '^src/', pathNot: '\\.test\\.ts$' }, to: { path: '^tests/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.svelte-kit|src/words)/|\\$types' },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.svelte'],
    },
  },
};
