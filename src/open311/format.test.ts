import { describe, expect, it } from 'vitest';
import { formatOf, write } from './format.ts';
import { readMoment, writeMoment } from './moments.ts';

describe('formatOf', () => {
  it.each([
    ['/open311/v2/requests.json', 'text/xml', 'json'],
    ['/open311/v2/requests.xml', 'application/json', 'xml'],
    ['/open311/v2/requests', 'application/json;q=0.9', 'json'],
    ['/open311/v2/requests', 'text/xml, application/json', 'xml'],
    ['/open311/v2/requests', undefined, 'xml'],
    ['/open311/v2/requests.csv', '*/*', 'xml'],
  ] as const)('%s for %s is %s', (path, accept, format) => {
    expect(formatOf(path, accept)).toBe(format);
  });
});

describe('write', () => {
  it('names each of a list in XML and leaves the list bare in JSON', () => {
    const body = [
      { code: 400, description: 'a < b & "c" ]]>\u0001\r\n' },
      { code: 404, description: null },
    ];
    expect(write('json', 'errors', body)).toBe(JSON.stringify(body));
    expect(write('xml', 'errors', body)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<errors>
  <error>
    <code>400</code>
    <description>a &lt; b &amp; "c" ]]&gt;&#13;
</description>
  </error>
  <error>
    <code>404</code>
    <description/>
  </error>
</errors>
`);
    expect(write('xml', 'services', [])).toContain('<services/>');
  });
});

describe('moments', () => {
  it('are written to the second with their zone, and read with any', () => {
    expect(writeMoment(new Date('2026-11-23T11:20:07.900Z'))).toBe('2026-11-23T19:20:07+08:00');
    for (const text of ['2026-11-23T11:20:07Z', '2026-11-23T19:20:07+08:00', '2026-11-23T19:20:07 08:00']) {
      expect(readMoment(text)?.toISOString(), text).toBe('2026-11-23T11:20:07.000Z');
    }
    for (const text of ['2026-11-23', '2026-11-23T19:20:07', 'yesterday', '2026-02-30T00:00:00Z', '0001-01-01T00:00:00Z', '']) {
      expect(readMoment(text), text).toBeNull();
    }
  });
});
