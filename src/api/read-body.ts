import type { Endpoint } from '#community/programs/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { Unusable } from './problem.ts';

type Read = { body: unknown; photos: { bytes: Uint8Array }[] };
const mostJson = 256 * 1024;
/** Five photos of 15 MB, and room for the words. */
const mostPhotoBytes = 80 * 1024 * 1024;
const nothing = { body: {}, photos: [] };

/** The body of a request: JSON, or, where photos may come along, multipart/form-data. No body counts as an empty object. */
export async function readBody(request: Request, endpoint: Endpoint): Promise<Read> {
  if (endpoint.method === 'get' || request.body === null) return nothing;
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data' && endpoint.takesPhotos) return readParts(request);
  const text = await readText(request.body);
  if (text === '') return nothing;
  if (!/^application\/([a-z0-9.-]+\+)?json$/.test(type)) throw new Unusable(415, 'request.media-type');
  return { body: parsed(text), photos: [] };
}

/** One part `voice` with the JSON, and up to five parts `photos` with a file each. */
async function readParts(request: Request): Promise<Read> {
  if (Number(request.headers.get('content-length') ?? 0) > mostPhotoBytes) throw new Unusable(413, 'request.too-large');
  const form = await request.formData().catch(() => {
    throw new Unusable(400, 'request.malformed');
  });
  const read: Read = { body: {}, photos: [] };
  for (const [name, value] of form) {
    if (name === 'photos' && value instanceof File) read.photos.push({ bytes: new Uint8Array(await value.arrayBuffer()) });
    else if (name === 'voice') read.body = parsed(typeof value === 'string' ? value : await value.text());
    else throw new Invalid([{ field: name, code: 'input.unknown-field' }]);
  }
  return read;
}

/** Stops reading at the limit, whatever length the sender announced. */
async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > mostJson) throw new Unusable(413, 'request.too-large');
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Unusable(400, 'request.malformed');
  }
}

function parsed(text: string): unknown {
  if (text.length > mostJson) throw new Unusable(413, 'request.too-large');
  try {
    const body: unknown = JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && !isPlain(value)) throw new SyntaxError();
      return value;
    });
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Too deep, or no JSON at all: the answer is the same.
  }
  throw new Unusable(400, 'request.malformed');
}

/** Text a database can keep: no NUL, no half of a character. */
export function isPlain(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
