import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useDatabase } from '#tests/database.ts';
import { makeTown, post, tell } from '#tests/open311.ts';
import { installation } from '#foundation/server/installation.ts';
import { database } from '#foundation/server/database.ts';
import { open311 } from './app.ts';

useDatabase();

// What GeoReport v2 says of each answer, in our own words.
const said = z.string();
const maybe = z.string().min(1).nullable();
const moment = z.iso.datetime({ offset: true });
const serviceShape = z.strictObject({
  service_code: said,
  service_name: said,
  description: maybe,
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: maybe,
  group: maybe,
});
const attributeShape = z.strictObject({
  variable: z.boolean(),
  code: said,
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  required: z.boolean(),
  datatype_description: maybe,
  order: z.int().positive(),
  description: maybe,
  values: z.array(z.strictObject({ key: said, name: said })),
});
const definitionShape = z.strictObject({ service_code: said, attributes: z.array(attributeShape) });
const requestShape = z.strictObject({
  service_request_id: said,
  status: z.enum(['open', 'closed']),
  status_notes: maybe,
  service_name: maybe,
  service_code: said,
  description: z.string().min(1).max(4000).nullable(),
  agency_responsible: maybe,
  service_notice: maybe,
  requested_datetime: moment,
  updated_datetime: moment.nullable(),
  expected_datetime: moment.nullable(),
  address: maybe,
  address_id: maybe,
  zipcode: maybe,
  lat: z.number().min(-90).max(90).nullable(),
  long: z.number().min(-180).max(180).nullable(),
  media_url: z.url().nullable(),
});
const discoveryShape = z.strictObject({
  changeset: moment,
  contact: said,
  key_service: said,
  endpoints: z.array(
    z.strictObject({
      specification: z.literal('http://wiki.open311.org/GeoReport_v2'),
      url: z.url(),
      changeset: moment,
      type: z.enum(['production', 'test']),
      formats: z.tuple([z.literal('text/xml'), z.literal('application/json')]),
    }),
  ),
});

describe('every answer', () => {
  it('keeps to the specification in JSON, and says the same in XML', async () => {
    const town = await makeTown();
    const number = await post(town, { lat: '36.65', long: '117.12', description: 'Lamp <out> & dark\nsince May 🌙' });
    const at = `jurisdiction_id=${town.slug}`;
    const shapes: [string, z.ZodType][] = [
      ['/discovery', discoveryShape],
      [`/services?${at}`, z.array(serviceShape).min(5)],
      [`/services/facilities?${at}`, definitionShape],
      [`/services/water?${at}`, definitionShape],
      [`/requests?${at}`, z.array(requestShape).length(1)],
      [`/requests/${number}?${at}`, z.array(requestShape).length(1)],
      [`/tokens/${number}?${at}`, z.array(z.strictObject({ service_request_id: said, token: said })).length(1)],
    ];
    for (const [path, shape] of shapes) {
      const [json, xml] = await Promise.all([tell('GET', ended(path, 'json')), tell('GET', ended(path, 'xml'))]);
      expect(json, path).toMatchObject({ status: 200 });
      expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8');
      expect(xml.text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n</);
      const told: unknown = shape.parse(JSON.parse(json.text));
      expect(leavesOf(xml.text)).toEqual(leavesIn(told));
    }
  });

  it('is found without an ending, too, and beside the door', async () => {
    const { slug } = await makeTown();
    const asked = await tell('GET', `/services?jurisdiction_id=${slug}`, { headers: { accept: 'application/json' } });
    expect(JSON.parse(asked.text)).toBeInstanceOf(Array);
    expect((await tell('GET', `/services?jurisdiction_id=${slug}`)).text).toContain('<services>');
    const discovery = await open311.request('/open311/discovery.json', {}, { address: randomUUID() });
    expect(discovery.status).toBe(200);
  });
});

describe('errors', () => {
  it('are an array in both formats, with the status the specification gives them', async () => {
    const { slug, key, communityId } = await makeTown();
    const other = await makeTown();
    const at = `jurisdiction_id=${slug}`;
    const whole = { jurisdiction_id: slug, api_key: key, service_code: 'water', address_string: 'Gate' };
    const faults: [number, string, string, Record<string, string>?][] = [
      [400, 'GET', '/services'],
      [400, 'GET', '/services?jurisdiction_id='],
      [404, 'GET', '/services?jurisdiction_id=nowhere'],
      [404, 'GET', `/services/nothing?${at}`],
      [404, 'GET', `/requests/2020-000001?${at}`],
      [404, 'GET', `/requests/%00?${at}`],
      [404, 'GET', `/tokens/abc?${at}`],
      [404, 'GET', `/requests?${at}&service_code=water,nothing`],
      [400, 'GET', `/requests?${at}&status=solved`],
      [400, 'GET', `/requests?${at}&start_date=2026-11-01`],
      [400, 'GET', `/requests?${at}&end_date=soon`],
      [400, 'GET', `/requests?${at}&page=0`],
      [400, 'GET', `/requests?${at}&page_size=many`],
      [404, 'GET', '/nothing'],
      [405, 'PUT', `/requests?${at}`],
      [400, 'POST', '/requests', { ...whole, jurisdiction_id: '' }],
      [404, 'POST', '/requests', { ...whole, jurisdiction_id: 'nowhere' }],
      [403, 'POST', '/requests', { ...whole, api_key: '' }],
      [403, 'POST', '/requests', { ...whole, api_key: 'wrong' }],
      [403, 'POST', '/requests', { ...whole, api_key: other.key }],
      [403, 'POST', '/requests', { ...whole, api_key: 'demo-open311' }],
      [400, 'POST', '/requests', { ...whole, service_code: '' }],
      [404, 'POST', '/requests', { ...whole, service_code: 'nothing' }],
      [400, 'POST', '/requests', { ...whole, address_string: '' }],
      [400, 'POST', '/requests', { ...whole, lat: '36' }],
      [400, 'POST', '/requests', { ...whole, lat: 'north', long: '117' }],
      [400, 'POST', '/requests', { ...whole, lat: '91', long: '117' }],
      [400, 'POST', '/requests', { ...whole, address_id: 'x' }],
      [400, 'POST', '/requests', { ...whole, address_id: randomUUID() }],
      [400, 'POST', '/requests', { ...whole, email: 'nobody' }],
      [400, 'POST', '/requests', { ...whole, media_url: 'javascript:alert(1)' }],
      [400, 'POST', '/requests', { ...whole, description: '🌙'.repeat(4001) }],
      [400, 'POST', '/requests', { ...whole, service_code: 'facilities' }],
      [400, 'POST', '/requests', { ...whole, 'attribute[spot]': 'a' }],
    ];
    for (const [status, method, path, form] of faults) {
      for (const format of ['json', 'xml'] as const) {
        const told = await tell(method, ended(path, format), form ? { form } : {});
        const about = `${method} ${path} ${JSON.stringify(form)} ${told.text}`;
        expect(told.status, about).toBe(status);
        if (format === 'xml') expect(told.text, about).toMatch(/<errors>\n {2}<error>\n {4}<code>\d{3}<\/code>\n {4}<description>[^<]+</);
        else expect(JSON.parse(told.text), about).toContainEqual({ code: status, description: expect.stringMatching(/\w/) });
      }
    }
    expect(await database().selectFrom('voices').select('id').where('community_id', '=', communityId).execute()).toEqual([]);
  });

  it('ask for a form, and say what may be done', async () => {
    const { slug } = await makeTown();
    const headers = { 'content-type': 'application/json' };
    expect((await tell('POST', `/requests.json?jurisdiction_id=${slug}`, { headers })).status).toBe(400);
    expect((await tell('DELETE', '/requests.json')).headers.get('allow')).toBe('GET, HEAD, POST');
  });
});

describe('limits', () => {
  it('are those of the API: writes by key, everything else by address', async () => {
    const town = await makeTown();
    const { settings } = installation();
    const kept = settings.HUIYIN_API_WRITES_PER_MINUTE;
    settings.HUIYIN_API_WRITES_PER_MINUTE = 2;
    try {
      await post(town);
      await post(town);
      const form = { jurisdiction_id: town.slug, api_key: town.key, service_code: 'water', address_string: 'Gate' };
      const refused = await tell('POST', '/requests.json', { form });
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      settings.HUIYIN_API_WRITES_PER_MINUTE = kept;
    }
  });
});

function ended(path: string, format: 'json' | 'xml'): string {
  const [address, query] = path.split('?');
  return `${address}.${format}${query === undefined ? '' : `?${query}`}`;
}

/** Name and text of every innermost element, in order. */
function leavesOf(xml: string): string[] {
  return [...xml.matchAll(/<(\w+)(?:\/>|>([^<]*)<\/\1>)/g)].flatMap(([, name = '', value = '']) =>
    name.endsWith('s') && value === '' && name !== 'keywords' && name !== 'status_notes' && name !== 'address'
      ? []
      : [`${name}=${value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#13;', '\r').replaceAll('&amp;', '&')}`],
  );
}

function leavesIn(told: unknown, name = ''): string[] {
  if (Array.isArray(told)) return told.flatMap((each) => leavesIn(each, 'format'));
  if (typeof told === 'object' && told !== null) return Object.entries(told).flatMap(([key, value]) => leavesIn(value, key));
  const text = typeof told === 'string' ? told : JSON.stringify(told);
  return [`${name}=${told === null ? '' : text}`];
}
