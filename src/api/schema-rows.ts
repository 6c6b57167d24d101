import type { OpenApi } from './document.ts';

// A JSON schema as lines people can read: one per field, fields of fields under `outer.inner`.

type Schemas = NonNullable<NonNullable<OpenApi['components']>['schemas']>;
export type Schema = Schemas[string];
type Known = Exclude<Schema, { $ref: string }>;
/** `form`: what may stand there; `record`: the name of a record described elsewhere. */
export type SchemaRow = { name: string; form: string; record: string | null; required: boolean; said: string };

export function schemaRows(schema: Schema | undefined, prefix = ''): SchemaRow[] {
  const known = inside(schema);
  return Object.entries(known?.properties ?? {}).flatMap(([name, field]) => {
    const row: SchemaRow = {
      name: prefix + name,
      form: formOf(field),
      record: recordOf(field),
      required: known?.required?.includes(name) ?? false,
      said: ('description' in field && field.description) || '',
    };
    return [row, ...schemaRows(field, `${prefix}${name}.`)];
  });
}

/** The object whose fields are worth listing: the schema itself, what a list holds, or what may also be null. */
function inside(schema: Schema | undefined): Known | undefined {
  if (!schema || isReference(schema)) return undefined;
  if (schema.items) return inside(schema.items);
  return schema.properties
    ? schema
    : choices(schema)
        .map(inside)
        .find((one) => one !== undefined);
}

/** `text`, `a | b`, `integer 1–100`, `text[]`: the form of a value in one short line. */
export function formOf(schema: Schema): string {
  if (isReference(schema)) return recordOf(schema) ?? '';
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.items) return `${formOf(schema.items)}[]`;
  const several = choices(schema);
  if (several.length > 0) return several.map(formOf).join(' | ');
  const type = [schema.type ?? []].flat().join(' | ');
  return [type, schema.format ? `(${schema.format})` : '', bounds(schema)].filter(Boolean).join(' ');
}

function bounds({ minimum, maximum, minLength, maxLength }: Known): string {
  const [least, most] = [minimum ?? minLength, maximum ?? maxLength];
  if (least === undefined && most === undefined) return '';
  const end = most !== undefined && most < Number.MAX_SAFE_INTEGER ? most : '';
  return least === undefined || least <= Number.MIN_SAFE_INTEGER ? `≤ ${end}` : `${least}–${end}`;
}

function recordOf(schema: Schema): string | null {
  if (isReference(schema)) return schema.$ref.split('/').at(-1) ?? null;
  const within = [...choices(schema), ...(schema.items ? [schema.items] : [])];
  return within.map(recordOf).find((name) => name !== null) ?? null;
}

function choices(schema: Known): Schema[] {
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
}

function isReference(schema: Schema): schema is Extract<Schema, { $ref: string }> {
  return '$ref' in schema && schema.$ref !== undefined;
}
