import type { Context } from 'hono';
import type { Endpoint, Locale } from '#community/programs/index.ts';
import { Forbidden, Invalid, Missing } from '#foundation/refusal.ts';
import { authenticate } from './authenticate.ts';
import { nobody, type Viewer } from '#community/people/index.ts';
import { noteRefusal } from './note-refusal.ts';
import { isPlain, readBody } from './read-body.ts';

/** The door tells where a request comes from (a hash of its address); nothing in the request itself is believed. */
export type ApiEnv = { Bindings: { address: string } };

/** Answers one request: who is it, what do they ask, what does the room say. Refusals are thrown. */
export async function answer(c: Context<ApiEnv>, endpoint: Endpoint, locale: Locale): Promise<Response> {
  if (endpoint.method === 'post') refuseOtherSites(c);
  const params = c.req.param();
  if (!Object.values(params).every(isPlain)) throw new Missing();
  const shown = { authorization: c.req.header('authorization'), code: c.req.header('x-voice-code'), address: c.env.address };
  const turned = { door: `${endpoint.method} /api/v1${endpoint.path}`, slug: params['slug'] };
  const noting = (viewer: Viewer) => (error: unknown) => noteRefusal(viewer, turned, error);
  const caller = await authenticate(endpoint, params, shown).catch(noting({ ...nobody, address: c.env.address }));
  const key = readKey(c.req.header('idempotency-key'));
  const { body, photos } = await readBody(c.req.raw, endpoint);
  const query = readQuery(c.req.queries());
  const asking = { ...caller, locale, params, query, body, photos, how: key ? { key } : {} };
  const answered = await endpoint.run(asking).catch(noting(caller.viewer));
  const headers = { 'cache-control': 'no-store', 'content-language': locale, vary: 'accept-language' };
  return c.body(JSON.stringify(answered), endpoint.method === 'post' ? 201 : 200, { 'content-type': 'application/json', ...headers });
}

/** A page of another site could send a form here in the name of whoever looks at it; programs send neither header. */
function refuseOtherSites(c: Context<ApiEnv>): void {
  const fetchSite = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const elsewhere = origin !== undefined && origin !== new URL(c.req.url).origin;
  if (elsewhere || fetchSite === 'cross-site' || fetchSite === 'same-site') throw new Forbidden('access.cross-site');
}

/** The key of the intent: 8 to 128 printable characters, best a fresh UUID. */
function readKey(key: string | undefined): string | undefined {
  if (key === undefined || /^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw new Invalid([{ field: 'Idempotency-Key', code: 'request.key-not-usable' }]);
}

/** Each name once: of two values nobody could say which was meant. */
function readQuery(given: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, values]) => {
      const value = values[0];
      if (values.length !== 1 || value === undefined || !isPlain(value)) throw new Invalid([{ field: name, code: 'input.not-usable' }]);
      return [name, value];
    }),
  );
}
