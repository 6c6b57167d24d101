import fc from 'fast-check';
import { fromSchema, type Schema } from './from-schema.ts';
import { hostileJson, hostileText } from './hostile.ts';

// Requests to the API, made from its own document: most nearly right, some not at all.

export type Case = { method: string; path: string; headers: [string, string][]; body: string | Uint8Array | null };
type Parameter = { name: string; in: string; schema?: Schema | undefined };
type Operation = { parameters?: Parameter[]; requestBody?: { content?: Record<string, { schema?: Schema }> } };
type Document = { paths?: Record<string, Record<string, Operation>>; components?: { schemas?: Record<string, Schema> } };
/** What is really there, so that a case can get past the door: addresses, and keys to show. */
export type Truth = { slugs: string[]; numbers: string[]; tokens: string[]; codes: string[] };

export function apiCases(document: Document, truth: Truth): fc.Arbitrary<Case> {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return fc.constantFrom(...operations).chain(({ path, method, operation }) => {
    const parameters = operation.parameters ?? [];
    return fc.record({
      method: mostly(fc.constant(method), fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'), 30),
      path: fc
        .tuple(pathLike(path, truth), queryLike(parameters.filter((one) => one.in === 'query')))
        .map(([at, query]) => `/api/v1${at}${query}`),
      headers: headersLike(truth, method),
      body: method === 'GET' ? fc.constant(null) : bodyLike(operation),
    });
  });
}

function pathLike(path: string, truth: Truth): fc.Arbitrary<string> {
  const parts = path.split('/').map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (!name) return mostly(fc.constant(part), fc.constantFrom('', '.', '..', '%2e%2e', '%', '%ff', '__proto__'), 60);
    const known = name === 'slug' ? truth.slugs : name === 'number' ? truth.numbers : [...truth.slugs, ...truth.numbers];
    return mostly(fc.constantFrom(...known), hostileText.map(inPath), 6);
  });
  return fc.tuple(...parts).map((all) => all.join('/'));
}

function queryLike(parameters: Parameter[]): fc.Arbitrary<string> {
  const one = (parameter: Parameter) =>
    fc.oneof(
      fromSchema(parameter.schema ?? {}, 0).map((value) => `${parameter.name}=${inPath(unquoted(value))}`),
      hostileText.map((value) => `${parameter.name}=${inPath(value)}`),
      fc.constantFrom(`${parameter.name}=1&${parameter.name}=2`, `${parameter.name}[]=1`, `${parameter.name}[__proto__]=1`, parameter.name),
    );
  const strange = fc.constantFrom('', '', '', '__proto__=1', 'constructor[prototype]=1', '%=%', '&&&', '=', 'language=xx');
  const all = parameters.map((parameter) => fc.option(one(parameter), { nil: '', freq: 2 }));
  return fc.tuple(...all, strange).map((pieces) => {
    const query = pieces.filter((piece) => piece !== '').join('&');
    return query === '' ? '' : `?${query}`;
  });
}

function headersLike(truth: Truth, method: string): fc.Arbitrary<[string, string][]> {
  const token = fc.constantFrom(...truth.tokens).map((value) => ['authorization', `Bearer ${value}`] satisfies [string, string]);
  const code = fc.constantFrom(...truth.codes, '00000000', 'x').map((value) => ['x-voice-code', value] satisfies [string, string]);
  const strange = fc
    .tuple(
      fc.constantFrom(
        'authorization',
        'x-voice-code',
        'idempotency-key',
        'accept-language',
        'content-type',
        'cookie',
        'sec-fetch-site',
        'accept',
      ),
      fc.oneof(hostileText.map(inHeader), fc.constantFrom('Bearer ', 'Bearer x', 'Basic eDp5', 'Digest', '*', 'zz;q=nan')),
    )
    .map(([name, value]) => [name, value] satisfies [string, string]);
  const who = fc.oneof({ weight: 12, arbitrary: token }, { weight: 4, arbitrary: code }, { weight: 1, arbitrary: strange });
  const type = fc.constantFrom(
    ...Array.from({ length: 20 }, () => 'application/json'),
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'application/octet-stream',
  );
  const key = mostly(fc.uuid(), fc.constantFrom('short', 'k'.repeat(128), 'k'.repeat(129), 'the-same-key'), 6);
  return fc
    .tuple(fc.option(who, { nil: null, freq: 15 }), type, fc.option(key, { nil: null }), fc.option(strange, { nil: null, freq: 8 }))
    .map(([shown, media, again, more]) => [
      ...(shown ? [shown] : []),
      ...(method === 'GET' ? [] : [['content-type', media] satisfies [string, string]]),
      ...(again ? [['idempotency-key', again] satisfies [string, string]] : []),
      ...(more ? [more] : []),
    ]);
}

function bodyLike(operation: Operation): fc.Arbitrary<string | Uint8Array | null> {
  const content = operation.requestBody?.content ?? {};
  const schema = content['application/json']?.schema ?? {};
  const good = fromSchema(schema, 0);
  const spoilt = fromSchema(schema, 15);
  const multipart = fc.tuple(spoilt, fc.uint8Array({ maxLength: 200 }), fc.constantFrom('x', 'y', '')).map(([json, photo, boundary]) => {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="voice"\r\n\r\n${json}\r\n--${boundary}\r\ncontent-disposition: form-data; name="photos"; filename="a.png"\r\n\r\n`;
    return new Uint8Array(Buffer.concat([Buffer.from(head), Buffer.from(photo), Buffer.from(`\r\n--${boundary}--\r\n`)]));
  });
  return fc.oneof(
    { weight: 12, arbitrary: good },
    { weight: 12, arbitrary: spoilt },
    { weight: 3, arbitrary: hostileJson },
    { weight: 2, arbitrary: multipart },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

function mostly<T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

/** As much of it as an address can carry. */
export function inPath(text: string): string {
  return encodeURIComponent(text.toWellFormed()).slice(0, 6000);
}

/** Header values are Latin-1 without control characters; everything else would not leave the sender. */
export function inHeader(text: string): string {
  return text.replaceAll(/[^\t\u0020-\u007E\u0080-\u00FF]/g, '').slice(0, 4000);
}

function unquoted(json: string): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? value : json;
}
