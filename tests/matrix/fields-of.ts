import type { Answer } from './knock.ts';

// Which fields an answer has, by name and place: `owner.name`, whether in one record or in a list of them.

/** The fields of what a program got, of what a page was made from (`__data.json`), or of what a form's action told its page. */
export function fieldsOf({ text, headers }: Pick<Answer, 'text' | 'headers'>): string[] {
  if (!headers.get('content-type')?.includes('json')) return [];
  const said: unknown = JSON.parse(text);
  const nodes = partsOf(said)['nodes'];
  const data = partsOf(said)['data'];
  const found = new Set<string>();
  if (Array.isArray(nodes)) for (const node of nodes) walkFlat(partsOf(node)['data'], found);
  else if (typeof data === 'string' && 'type' in partsOf(said)) walkFlat(JSON.parse(data), found);
  else if (!('type' in partsOf(said) && 'status' in partsOf(said))) walk(said, '', found);
  return [...found].toSorted();
}

function walk(value: unknown, prefix: string, found: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) walk(one, prefix, found);
  else {
    for (const [name, part] of Object.entries(partsOf(value))) {
      found.add(prefix + name);
      walk(part, `${prefix}${name}.`, found);
    }
  }
}

/** The framework's own way to write data: every value once, in one list; where a value is meant, its place in that list. */
function walkFlat(values: unknown, found: Set<string>): void {
  if (!Array.isArray(values)) return;
  const seen = new Set<string>();
  const visit = (at: unknown, prefix: string): void => {
    const value: unknown = typeof at === 'number' ? values[at] : undefined;
    if (typeof value !== 'object' || value === null || seen.has(`${String(at)} ${prefix}`)) return;
    seen.add(`${String(at)} ${prefix}`);
    // ['Date', '…'] and the like are one value; a list of anything else holds places.
    if (Array.isArray(value)) {
      if (typeof value[0] !== 'string') for (const place of value) visit(place, prefix);
      return;
    }
    for (const [name, place] of Object.entries(value)) {
      found.add(prefix + name);
      visit(place, `${prefix}${name}.`);
    }
  };
  visit(0, '');
}

/** The fields a JSON schema allows an answer to have, also where none of the answers the tests saw had them. */
export function fieldsInSchema(schema: unknown): string[] {
  const found = new Set<string>();
  const records = partsOf(partsOf(schema)['$defs']);
  const visit = (part: unknown, prefix: string): void => {
    const { properties, items, anyOf, $ref } = partsOf(part);
    if (typeof $ref === 'string') visit(records[$ref.split('/').at(-1) ?? ''], prefix);
    if (items) visit(items, prefix);
    if (Array.isArray(anyOf)) for (const one of anyOf) visit(one, prefix);
    for (const [name, value] of Object.entries(partsOf(properties))) {
      found.add(prefix + name);
      visit(value, `${prefix}${name}.`);
    }
  };
  visit(schema, '');
  return [...found].toSorted();
}

function partsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
