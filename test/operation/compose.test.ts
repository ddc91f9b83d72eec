import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkoutFolder } from '../../tools/launch/folders.ts';
import { SEARCH_ATTRIBUTES } from '../../tools/launch/temporal-server.ts';

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  restart?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const JOBS = ['migrate', 'temporal-schema', 'temporal-namespace'];
const SERVERS = ['api', 'postgres', 'temporal', 'worker'];

const read = (path: string): string => readFileSync(join(checkoutFolder(), path), 'utf8');
const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
  read('docker-compose.yml'),
  { merge: true },
);
const services = Object.entries(compose.services);

test('the composition holds every part of the design and nothing else', () => {
  expect(Object.keys(compose.services).sort()).toEqual([...JOBS, ...SERVERS].sort());
});

test.each(services)('%s has an image of a named version and can do no more than it must', (_name, service) => {
  expect(service.image).toMatch(/^[a-z/-]+:(\$\{[A-Z_]+:-)?\d+(\.\d+)*(-bookworm)?\}?$/);
  expect(service.read_only).toBe(true);
  expect(service.cap_drop).toEqual(['ALL']);
  expect(service.security_opt).toEqual(['no-new-privileges:true']);
});

test.each(services)('%s publishes its ports on this machine only', (_name, service) => {
  for (const port of service.ports ?? []) {
    expect(port).toMatch(/^127\.0\.0\.1:\$\{[A-Z_]+:-\d+\}:\d+$/);
  }
});

test.each(services)('%s holds no secret, and a missing one is named with its remedy', (_name, service) => {
  for (const [name, value] of Object.entries(service.environment ?? {})) {
    if (/PASSWORD|SECRET|DATABASE_URL/.test(name)) {
      expect(value).toMatch(/\$\{(\w+_PASSWORD|BIHUAN_SECRET)(:\?[^}]*sh deploy\/make-env\.sh[^}]*)?\}/);
      expect(value).not.toMatch(/:-/);
    }
  }
});

test('every secret is demanded once with its remedy and written by make-env.sh', () => {
  const demanded = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
  const used = new Set(
    [...read('docker-compose.yml').matchAll(/\$\{(\w+(?:PASSWORD|SECRET))/g)].map(([, name]) => name),
  );
  const written = [...read('deploy/make-env.sh').matchAll(/^(\w+)=\$\(random\)$/gm)].map(([, name]) => name);
  expect([...demanded].sort()).toEqual([...used].sort());
  expect(written.sort()).toEqual([...used].sort());
});

test('what runs for ever is restarted, what runs once is retried a few times', () => {
  for (const name of SERVERS) {
    expect(compose.services[name]?.restart).toBe('unless-stopped');
  }
  for (const name of JOBS) {
    expect(compose.services[name]?.restart).toBe('on-failure:5');
  }
});

test('everybody waits for what he needs: a server until it is healthy, a job until it is done', () => {
  for (const [, service] of services) {
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      const wanted = JOBS.includes(needed) ? 'service_completed_successfully' : 'service_healthy';
      expect(condition).toBe(wanted);
      expect(wanted === 'service_healthy' && compose.services[needed]?.healthcheck === undefined).toBe(false);
    }
  }
});

test('the names of our environment are names that our programs read', () => {
  const sources = ['api', 'web', 'worker', 'db', 'workflows', 'activities'].flatMap(filesBelow).map(read).join('\n');
  for (const name of ['api', 'worker', 'migrate']) {
    for (const variable of Object.keys(compose.services[name]?.environment ?? {})) {
      expect(sources, `${name} is given ${variable}`).toContain(`'${variable}'`);
    }
  }
});

test('our programs are started from files that the build makes', () => {
  for (const name of ['api', 'worker', 'migrate']) {
    const source =
      compose.services[name]?.command
        ?.at(-1)
        ?.replace(/^dist\//, '')
        .replace(/\.js$/, '.ts') ?? '';
    expect(statSync(join(checkoutFolder(), source)).isFile()).toBe(true);
  }
});

test('files that are mounted exist, scripts can be run', () => {
  for (const [, service] of services) {
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':');
      if (source.startsWith('./')) {
        expect(statSync(join(checkoutFolder(), source)).mode & 0o444).toBe(0o444);
      } else {
        expect(Object.keys(compose.volumes)).toContain(source);
      }
    }
  }
  for (const script of filesBelow('deploy').filter((file) => file.endsWith('.sh'))) {
    expect(statSync(join(checkoutFolder(), script)).mode & 0o111, script).toBe(0o111);
  }
});

test('the namespace gets the search attributes that the workflows set', () => {
  for (const name of SEARCH_ATTRIBUTES) {
    expect(read('deploy/temporal-namespace.sh')).toContain(name);
  }
});

test('the image keeps secrets and data out and does not run as root', () => {
  expect(read('.dockerignore').split('\n')).toEqual(
    expect.arrayContaining(['.git', '.env*', '.bihuan', 'node_modules']),
  );
  const dockerfile = read('Dockerfile');
  expect(dockerfile.lastIndexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('FROM '));
  expect(dockerfile).not.toMatch(/PASSWORD|SECRET/);
});

function filesBelow(folder: string): string[] {
  return readdirSync(join(checkoutFolder(), folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(checkoutFolder().length + 1));
}
