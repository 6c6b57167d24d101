import fc from 'fast-check';
import { hostileJson } from './hostile.ts';

// Values that fit a JSON schema, as JSON text, and such that fit it but for one or two places.

export type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

/** `spoilt`: the share of places that hold something hostile instead. */
export function fromSchema(schema: Schema, spoilt: number): fc.Arbitrary<string> {
  const fitting = fit(schema, spoilt);
  if (spoilt === 0) return fitting;
  return fc.oneof({ weight: 100 - spoilt, arbitrary: fitting }, { weight: spoilt, arbitrary: hostileJson });
}

function fit(schema: Schema, spoilt: number): fc.Arbitrary<string> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && choices.length > 0) return fc.oneof(...choices.map((one) => fromSchema(one, spoilt)));
  if (schema.const !== undefined) return fc.constant(JSON.stringify(schema.const));
  if (schema.enum && schema.enum.length > 0) return fc.constantFrom(...schema.enum).map((value) => JSON.stringify(value));
  const type = [schema.type ?? 'object'].flat()[0];
  switch (type) {
    case 'string':
      return text(schema).map((value) => JSON.stringify(value));
    case 'integer':
      return fc.integer({ min: clip(schema.minimum, 0), max: clip(schema.maximum, 100) }).map(String);
    case 'number':
      return fc
        .double({ min: clip(schema.minimum, -180), max: clip(schema.maximum, 180), noNaN: true })
        .map((value) => JSON.stringify(value));
    case 'boolean':
      return fc.boolean().map(String);
    case 'null':
      return fc.constant('null');
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}, spoilt), { maxLength: 4 }).map((items) => `[${items.join(',')}]`);
    default:
      return object(schema, spoilt);
  }
}

function object(schema: Schema, spoilt: number): fc.Arbitrary<string> {
  const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => {
    const field = fromSchema(one, spoilt).map((value) => `${JSON.stringify(name)}:${value}`);
    return schema.required?.includes(name) && spoilt === 0 ? field : fc.option(field, { nil: '', freq: 3 });
  });
  const strange = fc.option(
    fc
      .tuple(fc.constantFrom('__proto__', 'constructor', 'extra', '', '\u0000', 'words'), hostileJson)
      .map(([name, value]) => `${JSON.stringify(name)}:${value}`),
    { nil: '', freq: spoilt === 0 ? 1 : 12 },
  );
  return fc.tuple(...fields, spoilt === 0 ? fc.constant('') : strange).map((all) => `{${all.filter((one) => one !== '').join(',')}}`);
}

function text(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date')
    return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((day) => day.toISOString().slice(0, 10));
  if (schema.format === 'email') return fc.emailAddress();
  return fc.oneof(
    fc.constantFrom('路灯不亮', 'The lamp is dark', 'water', 'call', '2026-000001', '00012345678'),
    fc.string({ unit: 'grapheme', maxLength: Math.min(schema.maxLength ?? 40, 40) }),
  );
}

function clip(value: number | undefined, instead: number): number {
  return Math.max(-1e6, Math.min(1e6, value ?? instead));
}
