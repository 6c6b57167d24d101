import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { ask } from '#tests/api.ts';
import { api } from './app.ts';
import { documentIn } from './document.ts';
import { endpoints } from './endpoints.ts';

useDatabase();
const document = documentIn('en');
const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
    const operation = item[method];
    return operation ? [{ path, method, operation }] : [];
  }),
);

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 and served in the language of the reader', async () => {
    const english = await ask('GET', '/openapi.json');
    expect(english.body['openapi']).toMatch(/^3\.1\.\d$/);
    expect(english.body).toEqual(JSON.parse(JSON.stringify(document)));
    const chinese = await ask('GET', '/openapi.json', { headers: { 'accept-language': 'zh-CN,zh;q=0.9' } });
    expect(chinese.headers.get('content-language')).toBe('zh-CN');
    expect(chinese.body['info']).not.toEqual(english.body['info']);
  });

  it('has every endpoint, and the router serves exactly what it lists', () => {
    const listed = operations.map(({ path, method }) => `${method} ${path}`).toSorted();
    expect(listed).toEqual(endpoints.map(({ path, method }) => `${method} ${path}`).toSorted());
    const own = ['GET /', 'GET /page.css', 'GET /openapi.json', 'GET /problems/:code'];
    const served = new Set(
      api.routes.filter(({ method }) => method !== 'ALL').map(({ path, method }) => `${method} ${path.slice('/api/v1'.length) || '/'}`),
    );
    expect([...served].filter((route) => !own.includes(route)).toSorted()).toEqual(
      endpoints.map(({ path, method }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`).toSorted(),
    );
  });

  it('names every operation once and says who may, what to send and what comes back', () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
    for (const { path, method, operation } of operations) {
      expect(operation.summary, path).toBeTruthy();
      expect(operation.tags, path).toHaveLength(1);
      expect(operation.security?.length, path).toBeGreaterThan(0);
      const parameters = (operation.parameters ?? []).flatMap((one) => ('$ref' in one ? [] : [one]));
      const inPath = parameters.filter((one) => one.in === 'path');
      expect(inPath.map((one) => one.name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]));
      expect(inPath.every((one) => one.required)).toBe(true);
      expect(Object.keys(operation.responses ?? {})).toEqual([method === 'get' ? '200' : '201', 'default']);
      if (method === 'post') expect(parameters.map((one) => one.name)).toContain('Idempotency-Key');
    }
  });

  it('points nowhere into the void, and every object says that nothing else may come', () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(document.components?.schemas).toHaveProperty(name ?? '');
    const open: string[] = [];
    walk(document, '', (value, at) => {
      if (value['type'] === 'object' && 'properties' in value && value['additionalProperties'] !== false) open.push(at);
    });
    expect(open).toEqual([]);
    expect(text).not.toMatch(/undefined|"description":""/);
  });

  it('is also a page for people, in both languages, without scripts or inline styles', async () => {
    for (const language of ['en', 'zh-CN']) {
      const page = await ask('GET', `?language=${language}`);
      const html = String(page.body['text']);
      expect(page.status).toBe(200);
      expect(html).toContain(`<html lang="${language}">`);
      for (const { path } of endpoints) expect(html).toContain(`/api/v1${path}`);
      expect(html).not.toMatch(/<script|style=|https?:\/\/(?!localhost)|\[object|undefined/);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect((await ask('GET', '/page.css')).headers.get('content-type')).toContain('text/css');
  });
});

function walk(value: unknown, at: string, visit: (value: Record<string, unknown>, at: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(Object.fromEntries(Object.entries(value)), at);
  for (const [name, inner] of Object.entries(value)) walk(inner, `${at}/${name}`, visit);
}
