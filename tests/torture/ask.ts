import { request, type Agent } from 'node:http';

// One request over a connection of its own, as text that can be kept and sent again to the byte.

export type Asked = { method: string; path: string; headers: Record<string, string>; body: string; base64?: true };
export type Heard = { status: number; to: string | null; text: string; headers: NodeJS.Dict<string | string[]>; ms: number };

/** The answer, or null when there was none: connection refused, cut, or silent for longer than `patience` ms. */
export function ask(origin: string, asked: Asked, patience = 15_000, agent: Agent | false = false): Promise<Heard | null> {
  return new Promise((resolve) => {
    const began = performance.now();
    const body = asked.base64 ? Buffer.from(asked.body, 'base64') : Buffer.from(asked.body);
    const headers = {
      ...asked.headers,
      // A form says which house it came from; the same form may be sent to another port of it.
      ...(asked.headers['origin'] && { origin }),
      ...(asked.method !== 'GET' && { 'content-length': String(body.byteLength) }),
    };
    const sent = request(`${origin}${asked.path}`, { method: asked.method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve(null));
      response.on('end', () => {
        // Cut before the announced end is no answer.
        if (!response.complete) return resolve(null);
        const text = Buffer.concat(chunks).toString();
        const { statusCode: status = 0, headers: answered } = response;
        resolve({ status, to: answered.location ?? null, text, headers: answered, ms: performance.now() - began });
      });
    });
    sent.on('error', () => resolve(null));
    sent.setTimeout(patience, () => sent.destroy());
    sent.end(body);
  });
}

/** A form as a browser posts it. */
export function formTo(path: string, fields: Record<string, string>, cookie?: string): Asked {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'here',
    'sec-fetch-site': 'same-origin',
    'accept-language': 'en',
    ...(cookie && { cookie }),
  };
  return { method: 'POST', path, headers, body: new URLSearchParams(fields).toString() };
}

export function cookieIn(heard: Heard | null): string {
  const set = [heard?.headers['set-cookie'] ?? []].flat();
  const session = set.find((cookie) => /^(__Host-)?huiyin=./.test(cookie));
  if (!session) throw new Error('nobody was signed in');
  return session.split(';')[0] ?? '';
}
