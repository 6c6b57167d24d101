import fc from 'fast-check';
import { inPath, type Case } from './api-cases.ts';
import { hostileText } from './hostile.ts';

// Forms and addresses as they stand on the pages, filled in as no browser would.

export type Form = { page: string; action: string; fields: Record<string, string[]> };
/** What a visitor finds by walking from link to link. */
export type Found = { cookie: string; forms: Form[]; addresses: string[] };

export function pageCases(found: Found[]): fc.Arbitrary<Case> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...found.filter(({ forms }) => forms.length > 0)).chain(formCase) },
    { weight: 1, arbitrary: fc.constantFrom(...found).chain(addressCase) },
  );
}

/** One in two is filled in as meant but for a field here and there: otherwise few would ever get past the first check. */
function formCase({ cookie, forms }: Found): fc.Arbitrary<Case> {
  return fc
    .tuple(fc.constantFrom(...forms), fc.constantFrom(0, 1, 1, 6), fc.constantFrom(...ways))
    .chain(([{ action, fields }, wild, how]) => {
      const names = Object.keys(fields);
      const filled = names.map((name) =>
        fc.option(valueOf(fields[name] ?? [], wild), { nil: null, freq: wild === 6 ? 8 : 40 }).map((value) => ({ name, value })),
      );
      const name = fc.oneof(fc.constantFrom(...names, '__proto__', 'constructor', '', 'key'), hostileText);
      const strange = fc.array(fc.record({ name, value: hostileText }), { maxLength: wild > 1 ? 2 : 0 });
      return fc.tuple(fc.tuple(...filled), strange).map(([usual, more]) => {
        const pairs = [...usual, ...more].flatMap(({ name: field, value }) =>
          value === null ? [] : [[field, value] satisfies [string, string]],
        );
        return { method: 'POST', path: action, headers: headersOf(cookie, how), body: bodyOf(pairs, how) };
      });
    });
}

const ways = ['url', 'url', 'url', 'url', 'url', 'url', 'parts', 'parts', 'broken', 'json', 'text'];
const plain = [
  'The lamp is dark',
  '00012345678',
  '2026-000001',
  '3',
  'seven quiet lanterns',
  '2027-03-04',
  '123456',
  'somebody@example.org',
];

function valueOf(choices: string[], wild: number): fc.Arbitrary<string> {
  const usual = choices.filter((choice) => choice !== '');
  const meant = fc.constantFrom(...(usual.length > 0 ? usual : plain));
  return wild === 0 ? meant : fc.oneof({ weight: 10 - wild, arbitrary: meant }, { weight: wild, arbitrary: hostileText });
}

function addressCase({ cookie, addresses }: Found): fc.Arbitrary<Case> {
  return fc
    .record({
      at: fc.constantFrom('/', ...addresses),
      how: fc.constantFrom('part', 'query', 'data', 'as it is', 'method'),
      wild: hostileText,
      pick: fc.nat(20),
    })
    .map(({ at, how, wild, pick }) => {
      const [path = '/', query = ''] = at.split('?');
      const parts = path.split('/');
      const changed = parts.with(1 + (pick % Math.max(1, parts.length - 1)), inPath(wild)).join('/');
      const asked: Record<string, string> = {
        part: changed.startsWith('/') ? changed : `/${changed}`,
        query: `${path}?${query.replaceAll(/=[^&]*/g, `=${inPath(wild)}`)}&tab=${inPath(wild)}&cursor=${inPath(wild)}&search=${inPath(wild)}&page=${inPath(wild)}`,
        data: `${path === '/' ? '' : path}/__data.json?${query}&x-sveltekit-invalidated=${inPath(wild)}`,
      };
      const method = how === 'method' ? (['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'POST'][pick % 6] ?? 'PUT') : 'GET';
      return { method, path: (asked[how] ?? at).slice(0, 8000), headers: headersOf(cookie, how), body: null };
    });
}

function headersOf(cookie: string, how: string): [string, string][] {
  const types: Record<string, string> = {
    url: 'application/x-www-form-urlencoded',
    parts: 'multipart/form-data; boundary=edge',
    broken: 'multipart/form-data; boundary=other',
    json: 'application/json',
    text: 'text/plain',
  };
  const type = types[how];
  return [
    ['origin', 'here'],
    ['sec-fetch-site', 'same-origin'],
    ['accept-language', 'en'],
    ['accept', 'text/html'],
    ...(cookie ? [['cookie', cookie] satisfies [string, string]] : []),
    ...(type ? [['content-type', type] satisfies [string, string]] : []),
  ];
}

function bodyOf(pairs: [string, string][], how: string): string {
  if (how === 'json') return JSON.stringify(Object.fromEntries(pairs));
  if (how !== 'parts' && how !== 'broken')
    return pairs.map(([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`).join('&');
  const part = ([name, value]: [string, string]) =>
    `--edge\r\ncontent-disposition: form-data; name="${name.replaceAll('"', '')}"\r\n\r\n${value}\r\n`;
  return `${pairs.map(part).join('')}--edge--\r\n`;
}
