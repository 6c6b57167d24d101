import { Hono, type Context } from 'hono';
import { localeOf } from '#api/locale-of.ts';
import { noteRefusal } from '#api/note-refusal.ts';
import { countCall, type Locale } from '#community/programs/index.ts';
import { nobody } from '#community/people/index.ts';
import { Invalid, Missing } from '#foundation/refusal.ts';
import { discovery } from './discovery.ts';
import { errorResponse, WrongMethod } from './errors.ts';
import { contentTypes, formatOf, write, type Written } from './format.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { Parameters, readForm } from './parameters.ts';
import { postRequest } from './post-request.ts';
import { oneRequest, requestList, tokenAnswer } from './requests.ts';
import { serviceDefinition, serviceList } from './services.ts';

/** As for the API: the door tells where a request comes from (a hash of its address). */
type Env = { Bindings: { address: string } };
type Asked = { parameters: Parameters; locale: Locale; id: string; origin: string };

/** Open311 (GeoReport v2). The ending of an address says how the answer is written, and nothing about what it is. */
export const open311 = new Hono<Env>({ getPath: (request) => new URL(request.url).pathname.replace(/(\.(xml|json))?\/?$/, '') });

reads('/open311/discovery', 'discovery', ({ origin, locale }) => discovery(origin, locale));
reads('/open311/v2/discovery', 'discovery', ({ origin, locale }) => discovery(origin, locale));
reads('/open311/v2/services', 'services', async ({ parameters, locale }) => serviceList((await jurisdictionOf(parameters)).id, locale));
reads('/open311/v2/services/:id', 'service_definition', async ({ parameters, locale, id }) =>
  serviceDefinition((await jurisdictionOf(parameters)).id, id, locale),
);
reads('/open311/v2/requests', 'service_requests', async ({ parameters, locale }) =>
  requestList(await jurisdictionOf(parameters), parameters, locale, new Date()),
);
reads('/open311/v2/requests/:id', 'service_requests', async ({ parameters, locale, id }) =>
  oneRequest(await jurisdictionOf(parameters), id, locale),
);
reads('/open311/v2/tokens/:id', 'service_requests', async ({ parameters, id }) => tokenAnswer(await jurisdictionOf(parameters), id));

open311.post('/open311/v2/requests', async (c) => {
  const { origin, searchParams } = new URL(c.req.url);
  const locale = localeOf(c.req.header('accept-language'));
  const query = new Parameters(searchParams);
  const door = { door: 'post /open311/v2/requests', slug: query.get('jurisdiction_id') };
  const posted = async () => {
    const { form, media } = await readForm(c.req.raw);
    const parameters = new Parameters(searchParams, form);
    const community = await jurisdictionOf(parameters);
    return postRequest(community, parameters, media, {
      address: c.env.address,
      origin,
      locale,
      key: readKey(c.req.header('idempotency-key')),
    });
  };
  return answer(c, 'service_requests', await posted().catch((error) => noteRefusal({ ...nobody, address: c.env.address }, door, error)));
});

for (const path of new Set(open311.routes.map((route) => route.path))) {
  open311.all(path, () => {
    throw new WrongMethod(path.endsWith('/requests') ? 'GET, HEAD, POST' : 'GET, HEAD');
  });
}
open311.notFound((c) => failure(c, new Missing()));
open311.onError((error, c) => failure(c, error));

function reads(path: string, root: string, work: (asked: Asked) => Promise<Written>): void {
  open311.get(path, async (c) => {
    await countCall(`address:${c.env.address}`, 'read');
    const { origin, searchParams } = new URL(c.req.url);
    const locale = localeOf(c.req.header('accept-language'));
    return answer(c, root, await work({ parameters: new Parameters(searchParams), locale, id: c.req.param('id') ?? '', origin }));
  });
}

function answer(c: Context<Env>, root: string, body: Written): Response {
  const format = formatOf(new URL(c.req.url).pathname, c.req.header('accept'));
  return c.body(write(format, root, body), 200, {
    'content-type': contentTypes[format],
    'content-language': localeOf(c.req.header('accept-language')),
    'cache-control': 'no-store',
    vary: 'accept, accept-language',
  });
}

function failure(c: Context<Env>, error: unknown): Response {
  const format = formatOf(new URL(c.req.url).pathname, c.req.header('accept'));
  return errorResponse(error, format, localeOf(c.req.header('accept-language')));
}

/** The key of the intent, as at the API: the same post again gets the same number. */
function readKey(key: string | undefined): string | undefined {
  if (key === undefined || /^[\x21-\x7e]{8,128}$/.test(key)) return key;
  throw new Invalid([{ field: 'Idempotency-Key', code: 'request.key-not-usable' }]);
}
