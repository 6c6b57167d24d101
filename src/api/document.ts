import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Endpoint, Locale } from '#community/programs/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import { endpoints } from './endpoints.ts';
import { problemSchema } from './problem.ts';

// The description of the API (OpenAPI 3.1), made from the same endpoints that are served.

const known = new Map<Locale, OpenApi>();
export type OpenApi = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** The document with its sentences in one language; made once. */
export function documentIn(locale: Locale): OpenApi {
  const made = known.get(locale) ?? makeDocument(locale);
  known.set(locale, made);
  return made;
}

function makeDocument(locale: Locale): OpenApi {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer', description: m.api_keys_token({}, { locale }) });
  registry.registerComponent('securitySchemes', 'code', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Voice-Code',
    description: m.api_keys_code({}, { locale }),
  });
  for (const endpoint of endpoints) registry.registerPath(describe(endpoint, locale));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: m.api_title({}, { locale }),
      version: '1',
      description: m.api_intro({}, { locale }),
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: paths.api() }],
  });
}

function describe(endpoint: Endpoint, locale: Locale): RouteConfig {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
  const body = endpoint.body ?? z.object({});
  return {
    method: endpoint.method,
    path: endpoint.path,
    operationId: endpoint.id,
    tags: [endpoint.tag({}, { locale })],
    summary: endpoint.summary({}, { locale }),
    security: securityOf(endpoint),
    request: {
      params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      query: (endpoint.query ?? z.object({})).strict(),
      ...(endpoint.method === 'post' && {
        headers: z.object({ 'Idempotency-Key': z.string().min(8).max(128).optional().describe(m.api_keys_repeat({}, { locale })) }),
        body: {
          required: !body.safeParse({}).success,
          content: {
            'application/json': { schema: body.strict() },
            ...(endpoint.takesPhotos && { 'multipart/form-data': { schema: withPhotos(locale) } }),
          },
        },
      }),
    },
    responses: {
      [endpoint.method === 'post' ? 201 : 200]: {
        description: endpoint.summary({}, { locale }),
        content: { 'application/json': { schema: endpoint.answer } },
      },
      default: { description: m.api_keys_problems({}, { locale }), content: { 'application/problem+json': { schema: problemSchema } } },
    },
  };
}

function withPhotos(locale: Locale): z.ZodObject {
  return z.strictObject({
    voice: z.string().describe(m.api_takes_photos({}, { locale })),
    photos: z
      .array(z.string().meta({ format: 'binary' }))
      .max(5)
      .optional(),
  });
}

function securityOf({ key }: Endpoint): Record<string, string[]>[] {
  return [{ token: key.scope === null ? [] : [key.scope] }, ...(key.orCode ? [{ code: [] }] : []), ...(key.orNobody ? [{}] : [])];
}
