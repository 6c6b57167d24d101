import { Invalid } from '#foundation/refusal.ts';

/** What came with a request. Of the address and the form, the form counts; an empty value is as good as none. */
export class Parameters {
  private readonly form: URLSearchParams;
  private readonly query: URLSearchParams;

  constructor(query: URLSearchParams, form: URLSearchParams = new URLSearchParams()) {
    this.query = query;
    this.form = form;
    for (const [name, value] of [...query, ...form]) {
      if (!isPlain(name) || !isPlain(value)) throw new Invalid([{ field: plain(name), code: 'input.not-usable' }]);
    }
  }

  get(name: string): string | undefined {
    return [...this.form.getAll(name), ...this.query.getAll(name)].map((value) => value.trim()).find((value) => value !== '');
  }

  /** A list with commas between. */
  list(name: string): string[] {
    const parts = (this.get(name) ?? '').split(',').map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== ''))];
  }

  /** `attribute[code]=…` and `attribute[code][]=…`, by code. */
  attributes(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const [name, value] of this.form) {
      const code = /^attribute\[([^\]]{1,200})\](?:\[\d{0,3}\])?$/.exec(name)?.[1];
      if (code !== undefined && value.trim() !== '') found.set(code, [...(found.get(code) ?? []), value]);
    }
    return found;
  }
}

const mostForm = 256 * 1024;
export type Posted = { form: URLSearchParams; media: File[] };

/** The form of a POST, as browsers encode it: plain, or in parts where pictures come along (`media[]` or `media`). Throws Invalid. */
export async function readForm(request: Request): Promise<Posted> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data') return readParts(request);
  if (type !== 'application/x-www-form-urlencoded') throw new Invalid([{ field: 'content-type', code: 'open311.form-needed' }]);
  const text = await request.text();
  if (text.length > mostForm) throw new Invalid([{ field: 'description', code: 'input.too-long' }]);
  return { form: new URLSearchParams(text), media: [] };
}

async function readParts(request: Request): Promise<Posted> {
  const parts = await request.formData().catch(() => {
    throw new Invalid([{ field: 'content-type', code: 'open311.form-needed' }]);
  });
  const posted: Posted = { form: new URLSearchParams(), media: [] };
  let length = 0;
  for (const [name, value] of parts) {
    if (typeof value === 'string') {
      length += value.length;
      posted.form.append(name, value);
    } else if (!/^media(\[\d{0,2}\])?$/.test(name)) throw new Invalid([{ field: plain(name), code: 'input.unknown-field' }]);
    else if (value.size > 0) posted.media.push(value);
  }
  if (length > mostForm) throw new Invalid([{ field: 'description', code: 'input.too-long' }]);
  return posted;
}

/** Text a database can keep: no NUL, no half of a character. */
function isPlain(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function plain(name: string): string {
  return name.toWellFormed().replaceAll('\0', '').slice(0, 60);
}
