// The two ways Open311 writes an answer down: XML, which everybody must offer, and JSON.

export type Format = 'xml' | 'json';
export type Written = string | number | boolean | null | Written[] | { [name: string]: Written };

export const contentTypes: Record<Format, string> = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' };

/** What one of a list is called in XML; in JSON the list stands for itself (the Spark convention). */
const one: Record<string, string> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

/** By the ending of the address; without one by `Accept`, and XML where that says neither. */
export function formatOf(pathname: string, accept: string | undefined): Format {
  const ending = /\.(xml|json)$/.exec(pathname)?.[1];
  if (ending) return ending === 'json' ? 'json' : 'xml';
  const wanted = (accept ?? '').split(',').map((each) => each.split(';')[0]?.trim().toLowerCase());
  return wanted.find((type) => type === 'application/json' || type === 'text/xml' || type === 'application/xml') === 'application/json'
    ? 'json'
    : 'xml';
}

/** `root` names the document in XML; JSON has no root. */
export function write(format: Format, root: string, body: Written): string {
  if (format === 'json') return JSON.stringify(body);
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, body, '')}\n`;
}

/** What isn't known is an empty element in XML, as it is null in JSON. */
function element(name: string, body: Written, indent: string): string {
  if (body === null || body === '' || (Array.isArray(body) && body.length === 0)) return `${indent}<${name}/>`;
  if (typeof body !== 'object') return `${indent}<${name}>${escaped(String(body))}</${name}>`;
  const inside = `${indent}  `;
  const children = Array.isArray(body)
    ? body.map((each) => element(one[name] ?? 'item', each, inside))
    : Object.entries(body).map(([child, value]) => element(child, value, inside));
  return `${indent}<${name}>\n${children.join('\n')}\n${indent}</${name}>`;
}

/** XML 1.0 §2.2: most control characters and halves of characters may not be written at all; a bare CR would become LF. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
