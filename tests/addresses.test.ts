import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { paths } from '#paths';

// Every address has a route, and every address is made in one place.

const routes = join(import.meta.dirname, '../src/routes');
const samples = Object.entries(paths).map(([name, make]) => [name, address(make)] as const);

it('the addresses of Huiyin', () => {
  expect(Object.fromEntries(samples)).toMatchSnapshot();
});

it.each(samples)('%s has a route: %s', (_, sample) => {
  const pattern = routeFiles().map((id) => [id, matcher(id)] as const);
  expect(pattern.find(([, matches]) => matches.test(sample.split('?')[0] ?? ''))?.[0]).toBeDefined();
});

function address(make: (...parts: never[]) => string): string {
  const parts = ['one', 'two', 'three', 'full'].slice(0, Math.max(make.length, 0));
  // Every part of an address is text or a number; the sample shows where each one goes.
  return (make as (...parts: string[]) => string)(...parts);
}

function routeFiles(): string[] {
  return readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\+(page\.svelte|page\.server\.ts|server\.ts)$/.test(file))
    .map((file) => file.replaceAll('\\', '/').replace(/\/?\+[^/]+$/, ''));
}

function matcher(id: string): RegExp {
  const parts = id.split('/').filter((part) => part !== '' && !part.startsWith('('));
  const pattern = parts.map((part) => {
    if (part.startsWith('[...')) return '.*';
    return part
      .replace(/\[[^\]]+\]/g, '[^/]+')
      .replaceAll('.', '\\.')
      .replaceAll('[^/]+', '[^/]+');
  });
  return new RegExp(`^/${pattern.join('/')}/?$`);
}
