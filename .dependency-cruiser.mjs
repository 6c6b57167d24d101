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
      name: 'ledger-stands-on-foundation',
      comment: 'The public ledger knows nothing of the neighbourhood, and the foundation nothing of it.',
      severity: 'error',
      from: { path: '^src/ledger/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(ledger|foundation|words)/' },
    },
    { name: 'foundation-knows-no-ledger', severity: 'error', from: { path: '^src/foundation/' }, to: { path: '^src/ledger/' } },
    {
      name: 'ledger-through-the-index',
      comment: 'index.ts on the server; verifier.ts where there is no server, such as the page for receipts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/ledger/|\\.test\\.ts$' },
      to: { path: '^src/ledger/', pathNot: '^src/ledger/(index|verifier|[a-z-]+/index)\\.ts$' },
    },
    {
      name: 'the-verifier-needs-no-server',
      severity: 'error',
      from: { path: '^src/ledger/verifier\\.ts$|^src/foundation/commitments/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(node:)?(crypto|fs|path|http|buffer)$|node_modules/|^src/foundation/server/', reachable: true },
    },
    {
      name: 'personal-data-opens-at-one-door',
      comment: 'Only readPersonalData opens what is sealed: it writes down who looks, before anything is read.',
      severity: 'error',
      from: {
        path: '.',
        pathNot: '^src/community/people/personal-data/read-personal-data\\.ts$|^src/foundation/personal/[a-z-]+\\.test\\.ts$',
      },
      to: { path: '^src/foundation/personal/open-sealed\\.ts$' },
    },
    {
      name: 'personal-keys-through-the-index',
      comment: 'The bare key of a person stays in its folder. What looks after the keys themselves has doors of its own.',
      severity: 'error',
      from: { path: '.', pathNot: '^src/foundation/personal/' },
      to: {
        path: '^src/foundation/personal/',
        pathNot: '^src/foundation/personal/(index|open-sealed|personal-keys|assert-keys-fit|rotate-keys)\\.ts$',
      },
    },
    {
      name: 'doors-ask-rooms',
      comment: 'Pages and API call commands and queries; they never talk to the database.',
      severity: 'error',
      from: { path: '^src/(routes|ui|api|open311)/', pathNot: '\\.test\\.ts$' },
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
