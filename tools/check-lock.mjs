// A lock file can be unusable for npm ci although npm wrote it: of packages with one build per platform it drops those
// that the registry did not have. This check needs no network.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is wrong with a lock file, given its text and the text of package.json; nothing: an empty list. */
function lockFaults(lockText, manifestText) {
  const lock = JSON.parse(lockText);
  const manifest = JSON.parse(manifestText);
  if (lock.lockfileVersion !== 3) {
    return [`lockfileVersion is ${lock.lockfileVersion}, not 3`];
  }
  const faults = [];
  const root = lock.packages[''] ?? {};
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    if (JSON.stringify(sorted(root[kind])) !== JSON.stringify(sorted(manifest[kind]))) {
      faults.push(`${kind} differ from package.json`);
    }
  }
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = path === '' ? 'package.json' : path.replace(/^.*node_modules\//, '');
    const required = { ...entry.dependencies, ...entry.optionalDependencies, ...requiredPeers(entry) };
    for (const dependency of Object.keys(required)) {
      if (findEntry(lock.packages, path, dependency) === undefined) {
        faults.push(`${dependency}, needed by ${name}, is missing`);
      }
    }
    if (path !== '' && entry.link !== true) {
      if (entry.version === undefined) {
        faults.push(`${name} has no version`);
      }
      if (entry.integrity === undefined && entry.inBundle !== true) {
        faults.push(`${name} has no integrity`);
      }
      // An address would send every later installation to the registry of whoever wrote the file.
      if (entry.resolved !== undefined) {
        faults.push(`${name} names an address (resolved)`);
      }
    }
  }
  return faults;
}

function requiredPeers({ peerDependencies = {}, peerDependenciesMeta = {} }) {
  return Object.fromEntries(
    Object.entries(peerDependencies).filter(([name]) => peerDependenciesMeta[name]?.optional !== true),
  );
}

/** Looks a package up as Node does: beside the one that needs it, then one folder up, and so on. */
function findEntry(packages, from, name) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const entry = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (entry !== undefined || folder === '') {
      return entry;
    }
  }
}

function sorted(names = {}) {
  return Object.entries(names).sort(([left], [right]) => (left < right ? -1 : 1));
}

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (file) => readFileSync(join(folder, file), 'utf8');
const faults = lockFaults(read('package-lock.json'), read('package.json'));
if (faults.length > 0) {
  process.stderr.write(
    `package-lock.json:\n${faults.map((fault) => `  ${fault}\n`).join('')}Remedy: rm -rf node_modules package-lock.json && npm i --package-lock-only && npm ci --dry-run\n`,
  );
  process.exitCode = 1;
}
