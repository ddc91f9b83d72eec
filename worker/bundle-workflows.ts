import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** What workflows share; with all that they import these are the rules of every process and the kernel. */
const SHARED = ['rules', 'kernel/decide', 'kernel/ladder', 'kernel/recalculate'];

/**
 * Bundles the workflow sandbox once, so that workers start fast and all run the same code. Run from dist/ it writes
 * `dist/workflow-bundle.js`; from the sources, a file of its own in the temporary folder, named by its content.
 */
export async function bundleWorkflows(options: { entry?: string; out?: string } = {}): Promise<{ codePath: string }> {
  const isBuilt = import.meta.filename.endsWith('.js');
  const source = (folder: string, name: string) =>
    join(import.meta.dirname, '..', folder, `${name}.${isBuilt ? 'js' : 'ts'}`);
  const { code } = await bundleWorkflowCode({
    workflowsPath: options.entry ?? source('workflows', 'index'),
    // Every workflow runs the modules that it imports anew: with seven processes a cached case took 1.3 MB and a replay 65 ms.
    // Rules hold no state, so all workflows may share one copy, which the SDK freezes.
    preloadModules: options.entry === undefined ? SHARED.map((name) => source('processes', name)) : [],
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => {
      // Temporal bundles in development mode; xstate then brings its development build, other than in Node.
      config.resolve = {
        ...config.resolve,
        conditionNames: ['webpack', 'production', 'module', 'import', 'require', 'default'],
      };
      return config;
    },
  });
  const codePath = options.out ?? (isBuilt ? builtBundle() : temporaryBundle(code));
  if (existsSync(codePath) && options.out === undefined && !isBuilt) return { codePath };
  mkdirSync(dirname(codePath), { recursive: true });
  // A worker that starts meanwhile reads the old bundle or the new one, never half of it.
  const unfinished = `${codePath}.${process.pid}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, codePath);
  return { codePath };
}

/** Where the build puts the bundle. */
export function builtBundle(): string {
  return join(import.meta.dirname, '..', 'workflow-bundle.js');
}

function temporaryBundle(code: string): string {
  const name = createHash('sha256').update(code).digest('hex').slice(0, 16);
  return join(tmpdir(), `bihuan-bundles-${process.getuid?.() ?? 0}`, `${name}.js`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log((await bundleWorkflows()).codePath);
}
