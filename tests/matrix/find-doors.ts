import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { endpoints } from '#api/endpoints.ts';

// Every door there is, read from the routes and the API themselves, so that a new one cannot be forgotten.

const root = join(import.meta.dirname, '../../src/routes');
/** The pages on which one form does many things, with the file that lists them. */
const manyDeeds: Record<string, string> = { '/staff/c/[community]/voices/[number] deed': 'staff/c/[community]/voices/[number]/do-deed.ts' };

/** One address for two things of very different weight: to speak oneself, and to write down what somebody else said. */
const waysToSpeak: Record<string, string[]> = { 'API post /communities/{slug}/voices': ['web', 'walk_in'] };

/** `GET /page`, `POST /page?/action`, `POST /page?/deed verb`, `API get /address`, as the rows of expectations.txt begin. */
export function findDoors(): string[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const pages = [...new Set(files.filter((file) => /(^|\/)\+(page|server)\b.*\.(svelte|ts)$/.test(file)).map((file) => dirname(file)))];
  return [...pages.flatMap((folder) => [...reads(folder, files), ...forms(folder, files)]), ...programs()].toSorted();
}

/** Those of them that are pages with data behind them. */
export function findPages(): Set<string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return new Set(files.filter((file) => file.endsWith('+page.server.ts')).map((file) => `GET ${idOf(dirname(file))}`));
}

function reads(folder: string, files: string[]): string[] {
  if (!files.includes(join(folder, '+server.ts'))) return [`GET ${idOf(folder)}`];
  const source = readFileSync(join(root, folder, '+server.ts'), 'utf8');
  // A door for every method leads to programs, who have rows of their own.
  const methods = [...source.matchAll(/^export (?:const|async function|function) ([A-Z]+|fallback)\b/gm)].map(([, method = '']) =>
    method.replace('fallback', 'GET'),
  );
  return methods.map((method) => `${method} ${idOf(folder)}`);
}

function forms(folder: string, files: string[]): string[] {
  const file = join(folder, '+page.server.ts');
  if (!files.includes(file)) return [];
  const id = idOf(folder);
  return keysOf(readFileSync(join(root, file), 'utf8'), /^export const actions\b/m).flatMap((action) => {
    const list = manyDeeds[`${id} ${action}`];
    const door = `POST ${id}${action === 'default' ? '' : `?/${action}`}`;
    return list ? keysOf(readFileSync(join(root, list), 'utf8'), /^const deeds\b/m).map((verb) => `${door} ${verb}`) : [door];
  });
}

function programs(): string[] {
  return endpoints.flatMap(({ method, path }) => {
    const door = `API ${method} ${path}`;
    return (waysToSpeak[door] ?? ['']).map((way) => `${door} ${way}`.trim());
  });
}

/** As SvelteKit names it, without the (groups) that show in no address. */
function idOf(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '.' && !part.startsWith('('));
  return `/${parts.join('/')}`;
}

/** The keys of an object literal that is written one key a line, from where it begins to its closing brace. */
function keysOf(source: string, begins: RegExp): string[] {
  const at = source.search(begins);
  if (at < 0) return [];
  const literal = source.slice(at, source.indexOf('\n};', at));
  return [...literal.matchAll(/^ {2}(\w+):/gm)].map((found) => found[1] ?? '');
}
