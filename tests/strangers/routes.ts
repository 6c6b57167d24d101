import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Every door there is, read from the routes themselves, so that a new one cannot be forgotten.

export type Route = { id: string; actions: string[] };
const root = join(import.meta.dirname, '../../src/routes');

/** Route ids as SvelteKit names them, without the (groups) that show in no address; and their form actions. */
export function findRoutes(): Route[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const doors = files.filter((file) => /(^|\/)\+(page\.svelte|page\.server\.ts|server\.ts)$/.test(file));
  return [...new Set(doors.map((file) => dirname(file)))]
    .map((folder) => ({ id: idOf(folder), actions: actionsIn(folder, files) }))
    .toSorted((a, b) => a.id.localeCompare(b.id));
}

/** The verbs behind the one `deed` action of a voice's page. */
export function findDeeds(): string[] {
  return keysOf(readFileSync(join(root, 'staff/c/[community]/voices/[number]/do-deed.ts'), 'utf8'), /^const deeds\b/m);
}

function idOf(folder: string): string {
  return `/${folder
    .split('/')
    .filter((part) => part !== '.' && !part.startsWith('('))
    .join('/')}`;
}

function actionsIn(folder: string, files: string[]): string[] {
  const file = join(folder, '+page.server.ts');
  return files.includes(file) ? keysOf(readFileSync(join(root, file), 'utf8'), /^export const actions\b/m) : [];
}

/** The keys of an object literal that is written one key a line, from where it begins to its closing brace. */
function keysOf(source: string, begins: RegExp): string[] {
  const at = source.search(begins);
  if (at < 0) return [];
  const literal = source.slice(at, source.indexOf('\n};', at));
  return [...literal.matchAll(/^ {2}(\w+):/gm)].map((found) => found[1] ?? '');
}
