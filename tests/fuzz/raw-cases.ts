import { connect } from 'node:net';
import fc from 'fast-check';
import { hostileText } from './hostile.ts';
import type { Given } from './faults-in.ts';

// What comes over the wire when nobody there speaks HTTP, or speaks it with bad intent.

/** Pieces are written one after another with `gap` ms between them; then the sender either waits or goes. */
export type Raw = { pieces: Uint8Array[]; gap: number; leaves: boolean };

const lines = [
  'GET / HTTP/1.1',
  'GET /c/liuhuali HTTP/1.0',
  'GET  /  HTTP/1.1',
  'GET /',
  'get / http/1.1',
  'GET / HTTP/9.9',
  'GET /../../../../etc/passwd HTTP/1.1',
  'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1',
  'GET /seal.svg/../../../package.json HTTP/1.1',
  'GET /_app/../../server/index.js HTTP/1.1',
  'GET /%5c..%5c..%5cetc HTTP/1.1',
  'GET //elsewhere.example/ HTTP/1.1',
  'GET http://elsewhere.example/ HTTP/1.1',
  'GET * HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'CONNECT elsewhere.example:443 HTTP/1.1',
  'TRACE / HTTP/1.1',
  'PROPFIND / HTTP/1.1',
  'GET /%E4%B8 HTTP/1.1',
  'GET /%00 HTTP/1.1',
  'GET /c/%ff/voices HTTP/1.1',
  'GET /c/liuhuali/voices/%zz HTTP/1.1',
  'GET /api/v1/%c0%ae%c0%ae/ HTTP/1.1',
  'GET /\u0000 HTTP/1.1',
  'POST /api/v1/communities/liuhuali/voices HTTP/1.1',
  'POST /c/liuhuali/voices/new HTTP/1.1',
  'POST /staff/sign-in?/password HTTP/1.1',
  'POST /display HTTP/1.1',
  'PUT /staff HTTP/1.1',
  'PRI * HTTP/2.0',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
];
const heads = [
  'host: localhost',
  'host: localhost\r\nhost: elsewhere.example',
  'host: [::1',
  'host: ',
  'host: a b',
  'host: localhost:99999',
  'host: elsewhere.example/@localhost',
  'content-length: 5',
  'content-length: -1',
  'content-length: 99999999999999999999',
  'content-length: 5\r\ncontent-length: 6',
  'content-length: 5\r\ntransfer-encoding: chunked',
  'transfer-encoding: chunked',
  'transfer-encoding: chunked, identity',
  'transfer-encoding: xchunked',
  'content-type: application/json',
  'content-type: application/x-www-form-urlencoded',
  'content-type: multipart/form-data',
  'content-type: multipart/form-data; boundary=x',
  'content-type: ;;;',
  'content-encoding: gzip',
  'expect: 100-continue',
  'expect: a-miracle',
  'upgrade: websocket\r\nconnection: upgrade',
  'connection: close',
  'connection: keep-alive, close, x',
  'range: bytes=0-,5-1',
  'if-modified-since: never',
  'if-none-match: *',
  'cookie: huiyin=%; language=xx; size=; =; ;;',
  'cookie: language=en; language=zh-CN; __proto__=1',
  'origin: null',
  'sec-fetch-site: same-origin',
  'x-forwarded-proto: https',
  'x-forwarded-for: 1.2.3.4, , ::1, x',
  'x-forwarded-host: elsewhere.example',
  'accept: text/html',
  'accept: */*;q=x',
  'accept-language: \u00ff',
  'authorization: Bearer \u00ff',
  'no colon here',
  ' folded: line',
  ': empty',
  'a\u0000b: c',
];
const bodies = [
  '',
  'hello',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  '-1\r\n',
  'ffffffffffffffff\r\nx',
  '5;ext=1\r\nhel',
  '0\r\ntrailer: x\r\n\r\n',
  '--x\r\n',
  '--x--',
  '{"words":',
];

export const rawCases: fc.Arbitrary<Raw> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...lines), fc.array(fc.constantFrom(...heads), { maxLength: 6 }), fc.constantFrom(...bodies), end())
      .map(([line, head, body, leaves]) => whole(line, head, body, leaves)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(hostileText, fc.array(fc.constantFrom(...heads), { maxLength: 3 }))
      .map(([text, head]) => whole(`GET /${text.slice(0, 3000)} HTTP/1.1`, head, '', false)),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 50, max: 3000 })
      .map((many) => whole('GET / HTTP/1.1', ['host: x', ...Array.from({ length: many }, (_, at) => `x-${at}: ${at}`)], '', false)),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1000, max: 100_000 })
      .map((size) => whole('GET / HTTP/1.1', ['host: x', `x: ${'y'.repeat(size)}`], '', false)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => ({ pieces: [bytes], gap: 0, leaves: false })) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...lines), fc.integer({ min: 1, max: 30 })).map(([line, step]) => slow(line, step)) },
);

/** Sends it, and closes its own side: nobody may be kept longer than that. Null: the house closed without a word. */
export function sendRaw(origin: string, { pieces, gap, leaves }: Raw): Promise<Given | null> {
  const { port, hostname } = new URL(origin);
  return new Promise((resolve) => {
    let said = '';
    let began = performance.now();
    const socket = connect(Number(port), hostname);
    const done = (): void => {
      socket.destroy();
      const status = Math.max(0, ...[...said.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map((match) => Number(match[1])));
      resolve(said === '' ? null : { status, text: said, ms: performance.now() - began });
    };
    socket.setTimeout(5000, () => {
      said += '\nHTTP/1.1 599 nothing for five seconds';
      done();
    });
    socket.on('data', (chunk: Buffer) => (said = (said + chunk.toString('latin1')).slice(0, 200_000)));
    socket.on('error', done);
    socket.on('close', done);
    const write = (at: number): void => {
      const piece = pieces[at];
      began = performance.now();
      if (socket.destroyed) return;
      if (!piece) return void (leaves ? socket.destroy() : socket.end());
      socket.write(piece, () => (gap > 0 ? setTimeout(() => write(at + 1), gap) : write(at + 1)));
    };
    socket.on('connect', () => write(0));
  });
}

function whole(line: string, head: string[], body: string, leaves: boolean): Raw {
  return { pieces: [Buffer.from(`${line}\r\n${head.map((one) => `${one}\r\n`).join('')}\r\n${body}`, 'latin1')], gap: 0, leaves };
}

function slow(line: string, step: number): Raw {
  const all = Buffer.from(`${line}\r\nhost: x\r\n\r\n`, 'latin1');
  const pieces = Array.from({ length: Math.ceil(all.length / step) }, (_, at) => all.subarray(at * step, (at + 1) * step));
  return { pieces, gap: 3, leaves: false };
}

function end(): fc.Arbitrary<boolean> {
  return fc.nat(5).map((at) => at === 0);
}
