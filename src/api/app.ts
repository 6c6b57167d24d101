import { Hono, type Context } from 'hono';
import { Missing } from '#foundation/refusal.ts';
import { hasRefusalWords } from '#foundation/refusal-words.ts';
import { answer, type ApiEnv } from './answer.ts';
import { documentIn } from './document.ts';
import { endpoints } from './endpoints.ts';
import { localeOf } from './locale-of.ts';
import { apiPage } from './page.ts';
import { style } from './page-style.ts';
import { problemPage } from './problem-page.ts';
import { problemResponse, Unusable } from './problem.ts';

/** The API as one application. Give it the caller's hashed address: `api.fetch(request, { address })`. */
export const api = new Hono<ApiEnv>().basePath('/api/v1');

const reading = (c: Context<ApiEnv>) => localeOf(c.req.header('accept-language'), c.req.query('language'));
const inLanguage = (c: Context<ApiEnv>) => ({
  'content-language': reading(c),
  'cache-control': 'public, max-age=300',
  vary: 'accept-language',
});
const pageHeaders = (c: Context<ApiEnv>) => ({
  ...inLanguage(c),
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
});

for (const endpoint of endpoints) {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
  api.on(endpoint.method, path, (c) => answer(c, endpoint, localeOf(c.req.header('accept-language'))));
}

api.get('/', (c) => c.html(apiPage(documentIn(reading(c)), reading(c)), 200, pageHeaders(c)));
api.get('/page.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' }));
api.get('/openapi.json', (c) => c.json(documentIn(reading(c)), 200, inLanguage(c)));
api.get('/problems/:code', (c) => {
  const code = c.req.param('code');
  if (!hasRefusalWords(code)) throw new Missing();
  return c.html(problemPage(code, reading(c)), 200, pageHeaders(c));
});

for (const [path, methods] of methodsByPath()) {
  const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].join(', ');
  api.all(path, () => {
    throw new Unusable(405, 'request.method', { allow });
  });
}

api.notFound((c) => problemResponse(new Missing(), reading(c)));
api.onError((error, c) => problemResponse(error, reading(c)));

function methodsByPath(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { path, method } of api.routes) {
    const inside = path.slice('/api/v1'.length) || '/';
    found.set(inside, (found.get(inside) ?? new Set()).add(method));
  }
  return found;
}
