import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type RequestOptions, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { frontDoor } from './front-door.ts';
import { plainHeaders } from './plain-headers.ts';

const seen: { address: unknown; host: unknown }[] = [];
let plain: Server;
let behindHttps: Server;

beforeAll(async () => {
  const handler = frontDoor({ HUIYIN_TRUST_PROXY: false }, (incoming, answer) => {
    seen.push({ address: incoming.headers['x-forwarded-for'], host: incoming.headers.host });
    answer.end('in');
  });
  plain = await listening(handler);
  behindHttps = await listening(
    frontDoor({ ORIGIN: 'https://voices.example.org', HUIYIN_TRUST_PROXY: true }, (_, answer) => answer.end('in')),
  );
});
afterAll(() => {
  plain.close();
  behindHttps.close();
});

async function listening(handler: Parameters<typeof createServer>[1]): Promise<Server> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function ask(server: Server, options: RequestOptions, body?: string) {
  const at = server.address();
  const sent = request({ host: '127.0.0.1', port: typeof at === 'object' ? at?.port : 0, ...options });
  sent.on('error', () => undefined);
  sent.end(body);
  const [answer]: IncomingMessage[] = await once(sent, 'response');
  let text = '';
  for await (const piece of answer?.setEncoding('utf8') ?? []) text += piece;
  return { status: answer?.statusCode, headers: answer?.headers ?? {}, text };
}

it('S5: every answer carries the headers, over https also the promise of https', async () => {
  const open = await ask(plain, { path: '/' });
  expect(open.headers).toMatchObject({ ...plainHeaders, 'content-security-policy': expect.stringContaining("default-src 'none'") });
  expect(open.headers).not.toHaveProperty('strict-transport-security');
  const sealed = await ask(behindHttps, { path: '/' });
  expect(sealed.headers).toMatchObject({ ...plainHeaders, 'strict-transport-security': 'max-age=31536000; includeSubDomains' });
});

it('S10: nobody chooses the address they are counted by', async () => {
  await ask(plain, { path: '/', headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example' } });
  expect(seen.at(-1)?.address).toBe('127.0.0.1');
});

it('TRACE is refused, with the same headers', async () => {
  const answer = await ask(plain, { path: '/', method: 'TRACE' });
  expect(answer.status).toBe(405);
  expect(answer.headers).toMatchObject({ ...plainHeaders, allow: 'GET, HEAD, POST' });
});

it('S9: a large or unmeasured body is refused before it is sent, in words, to programs as a problem', async () => {
  const before = seen.length;
  const large = { method: 'POST', headers: { 'content-length': String(90 * 1024 * 1024), 'accept-language': 'en' } };
  const started = performance.now();
  const page = await ask(plain, { ...large, path: '/c/x/voices/new' });
  expect(performance.now() - started).toBeLessThan(1000);
  expect(page.status).toBe(413);
  expect(page.text).toMatch(/^[A-Z].*\.\n$/);
  const program = await ask(plain, { ...large, path: '/api/v1/communities/x/voices' });
  expect(JSON.parse(program.text)).toMatchObject({ status: 413, code: 'request.too-large' });
  const chunked = await ask(plain, { path: '/staff/sign-in', method: 'POST', headers: { 'transfer-encoding': 'chunked' } }, 'a=b');
  expect(chunked.status).toBe(411);
  expect(seen.length).toBe(before);
});

it('S14: so many large bodies at once that memory would run out are told to wait, and small ones still come in', async () => {
  const reading = await listening(
    frontDoor({ HUIYIN_TRUST_PROXY: false }, (incoming, answer) => {
      if (incoming.method === 'GET') answer.end('in');
    }),
  );
  const at = reading.address();
  const hold = () => {
    const headers = { 'content-length': 79 * 1024 * 1024 };
    const sent = request({
      host: '127.0.0.1',
      port: typeof at === 'object' ? at?.port : 0,
      path: '/c/x/voices/new',
      method: 'POST',
      headers,
    });
    sent.on('error', () => undefined);
    sent.flushHeaders();
    return sent;
  };
  const held = [hold(), hold(), hold()];
  const fourth = hold();
  const [answer]: IncomingMessage[] = await once(fourth, 'response');
  expect(answer?.statusCode).toBe(503);
  expect(answer?.headers['retry-after']).toBe('5');
  expect((await ask(reading, { path: '/' })).status).toBe(200);
  held.forEach((sent) => sent.destroy());
  reading.closeAllConnections();
  reading.close();
});

it('an answer that only says "not modified" leaves the page the policy it came with', async () => {
  const answer = await ask(plain, { path: '/', headers: { 'if-none-match': '"as before"' } });
  expect(answer.headers).toMatchObject(plainHeaders);
  expect(answer.headers).not.toHaveProperty('content-security-policy');
});
