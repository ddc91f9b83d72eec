/** Import rules of the house; each `comment` tells the remedy. See ARCHITECTURE.md. */
const only = (name, comment, from, allowed, extra = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...extra },
  to: { pathNot: allowed },
});

export default {
  forbidden: [
    only(
      'processes-is-a-leaf',
      'Rules are data and pure functions: move I/O to activities/, engine code to workflows/, and keep to xstate, zod and @noble/hashes.',
      '^processes/',
      '^(processes/|node_modules/(xstate|zod|@noble/hashes)/)',
    ),
    {
      name: 'processes-do-not-know-each-other',
      comment: 'Move what two processes share to processes/kernel or processes/law; let cases talk through a relay.',
      severity: 'error',
      from: { path: '^processes/(?!kernel/|law/)([^/]+)/' },
      to: { path: '^processes/(?!kernel/|law/)([^/]+)/', pathNot: '^processes/$1/' },
    },
    {
      name: 'kernel-knows-no-process',
      comment: 'Let each process declare the answer as data instead of importing it here.',
      severity: 'error',
      from: { path: '^processes/(kernel|law)/' },
      to: { path: '^processes/(?!kernel/|law/|organisation\\.ts)' },
    },
    {
      name: 'rules-without-zod',
      comment: 'Zod costs 700 KB for each cached workflow (docs/decisions/0003): import only types from forms.ts here.',
      severity: 'error',
      from: { path: '^processes/rules\\.ts$' },
      to: { path: 'node_modules/zod/|/forms\\.ts$|/texts\\.[^/]+\\.ts$', reachable: true },
    },
    {
      name: 'workflows-stay-deterministic',
      comment:
        'Workflow code may use the rules, the kernel and Temporal’s workflow package; ask an activity for everything else.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '\\.client\\.ts$' },
      to: {
        pathNot:
          '^(workflows/|processes/(rules|organisation)\\.ts|processes/(kernel|law)/|node_modules/@temporalio/(workflow|common)/)',
      },
    },
    {
      name: 'no-clients-in-the-sandbox',
      comment: 'Files named *.client.ts are for api, tools and tests; workflow code cannot reach the network.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '\\.client\\.ts$' },
      to: { path: '^workflows/.*\\.client\\.ts$' },
    },
    {
      name: 'one-way-to-write-a-case',
      comment: 'Nobody writes a case but who has asked it: send a command by workflows/case.client.ts instead.',
      severity: 'error',
      from: { pathNot: '^(workflows/case\\.client\\.ts|activities/index\\.ts|db/record/|bench/|test/)' },
      to: { path: '^db/record/write\\.ts', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'activities-are-for-workflows',
      comment: 'Move what others need as well to db/ or workflows/*.client.ts.',
      severity: 'error',
      from: { path: '^(api|web|processes|workflows|db)/' },
      to: { path: '^activities/' },
    },
    {
      name: 'api-is-not-imported',
      comment: 'Arrows go one way: move what is shared to processes/kernel or db/.',
      severity: 'error',
      from: { path: '^(processes|workflows|activities|worker|db)/' },
      to: { path: '^api/' },
    },
    {
      name: 'nothing-imports-web',
      comment: 'Pages stand above everything: move what is shared below, or hand it in (web/main.ts composes).',
      severity: 'error',
      from: { pathNot: '^(web|test|tools)/' },
      to: { path: '^web/' },
    },
    {
      name: 'no-dep-on-test',
      comment: 'Move the helper out of test/ if the product needs it.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-circular',
      comment: 'Extract what both need into a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-dev-dep',
      comment: 'Move the package to dependencies, or the code to test/ or tools/.',
      severity: 'error',
      from: { path: '^(processes|workflows|activities|api|web|worker|db)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'The import leads nowhere: check the path and its .ts extension.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/.*\\.d\\.ts$' },
    // What is left after compilation counts: a type costs nothing in the sandbox. Unused files and exports are knip's part.
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
