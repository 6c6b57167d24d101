import { html } from 'hono/html';
import { findCallLimits, type Locale } from '#community/programs/index.ts';
import { paths } from '#paths';
import { m } from '#words';
import type { OpenApi } from './document.ts';
import { pageFrame, type Html } from './page-frame.ts';
import { formOf, schemaRows, type Schema, type SchemaRow } from './schema-rows.ts';

// The API on one page for people, made from its document: what can be asked, what to send, what comes back.

type Operation = NonNullable<NonNullable<OpenApi['paths']>[string]['get']>;
type Shown = { method: string; path: string; operation: Operation };

export function apiPage(document: OpenApi, locale: Locale): Html {
  const limits = findCallLimits();
  const shown = operationsOf(document);
  const tags = [...new Set(shown.map(({ operation }) => operation.tags?.[0] ?? ''))];
  const records = Object.entries(document.components?.schemas ?? {});
  return pageFrame(
    document.info.title,
    locale,
    html` <h1>${document.info.title}</h1>
      <p class="lead">${document.info.description}</p>
      <p><a href="${paths.api('/openapi.json')}?language=${locale}">${m.api_document({}, { locale })}</a></p>
      <h2>${m.api_keys_heading({}, { locale })}</h2>
      <ul>
        <li>${m.api_keys_token({}, { locale })}</li>
        <li>${m.api_keys_code({}, { locale })}</li>
        <li>${m.api_keys_repeat({}, { locale })}</li>
        <li>${m.api_keys_pages({}, { locale })}</li>
        <li>${m.api_keys_limits({ reads: String(limits.reads), writes: String(limits.writes) }, { locale })}</li>
        <li>${m.api_keys_problems({}, { locale })}</li>
      </ul>
      ${tags.map(
        (tag) =>
          html`<h2>${tag}</h2>
            ${shown.filter(({ operation }) => operation.tags?.[0] === tag).map((one) => section(one, locale))}`,
      )}
      <h2>${m.api_records({}, { locale })}</h2>
      ${records.map(
        ([name, schema]) =>
          html`<section id="${name}">
            <h3><code>${name}</code></h3>
            ${table(answerRows(schema), locale)}
          </section>`,
      )}`,
  );
}

function operationsOf(document: OpenApi): Shown[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}

function section({ method, path, operation }: Shown, locale: Locale): Html {
  const asks = askRows(operation, locale);
  const photos = contentOf(operation.requestBody, 'multipart/form-data');
  const answers = contentOf(operation.responses?.['200'] ?? operation.responses?.['201'], 'application/json');
  return html`<section id="${operation.operationId}">
    <h3>${operation.summary}</h3>
    <p class="address"><b class="${method}">${method}</b> <code>${paths.api(path)}</code></p>
    <p class="key">${keyWords(operation, locale)}</p>
    ${
      asks.length > 0
        ? html`<details>
            <summary>${m.api_asks({}, { locale })}</summary>
            ${table(asks, locale)} ${photos ? html`<p>${m.api_takes_photos({}, { locale })}</p>` : ''}
          </details>`
        : ''
    }
    <details>
      <summary>${m.api_answers({}, { locale })}</summary>
      ${answers ? answered(answers, locale) : ''}
    </details>
  </section>`;
}

function answered(schema: Schema, locale: Locale): Html {
  const rows = answerRows(schema);
  return rows.length > 0
    ? table(rows, locale)
    : html`<p>
        <a href="#${formOf(schema)}"><code>${formOf(schema)}</code></a>
      </p>`;
}

/** In answers every field is always there: saying "required" of each would tell nothing. */
function answerRows(schema: Schema): SchemaRow[] {
  return schemaRows(schema).map((row) => Object.assign(row, { required: false }));
}

function askRows(operation: Operation, locale: Locale): SchemaRow[] {
  const places = { path: m.api_where_path, query: m.api_where_query, header: m.api_where_header };
  const parameters = (operation.parameters ?? []).flatMap((one) => {
    if ('$ref' in one || one.in === 'cookie' || !one.schema) return [];
    const said = [places[one.in]({}, { locale }), one.description].filter(Boolean).join(' · ');
    return [{ name: one.name, form: formOf(one.schema), record: null, required: one.required ?? false, said }];
  });
  return [...parameters, ...schemaRows(contentOf(operation.requestBody, 'application/json'))];
}

function contentOf(holder: unknown, type: string): Schema | undefined {
  const content = field(field(field(holder, 'content'), type), 'schema');
  return isSchema(content) ? content : undefined;
}

function field(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

function keyWords(operation: Operation, locale: Locale): string {
  const ways = operation.security ?? [];
  const token = ways.find((way) => 'token' in way)?.['token'];
  const scope = token?.[0];
  const open = ways.some((way) => Object.keys(way).length === 0);
  return [
    open ? m.api_or_nobody({}, { locale }) : scope ? m.api_needs_scope({ scope }, { locale }) : m.api_needs_token({}, { locale }),
    ...(ways.some((way) => 'code' in way) ? [m.api_or_code({}, { locale })] : []),
  ].join(' · ');
}

function table(rows: SchemaRow[], locale: Locale): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${m.api_field({}, { locale })}</th>
        <th scope="col">${m.api_type({}, { locale })}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, form, record, required, said }) =>
          html`<tr>
            <th scope="row"><code>${name}</code>${required ? html` <small>${m.api_required({}, { locale })}</small>` : ''}</th>
            <td>
              ${record ? html`<a href="#${record}"><code>${form}</code></a>` : html`<code>${form}</code>`}${said ? html`<br />${said}` : ''}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
