import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { settleArrival, type Believed } from './arrival.ts';
import { largeBodies, whyNotBody } from './body-limits.ts';
import { barePolicy, httpsOnly, plainHeaders } from './plain-headers.ts';
import { refusalWords } from './refusal-words.ts';

// The step before the house: where somebody comes from is settled, every answer gets its headers, files too, and what is
// too large to carry in is refused before a byte of it is read.

const codes = {
  400: 'request.address',
  405: 'request.method',
  411: 'request.length-needed',
  413: 'request.too-large',
  503: 'request.busy',
} as const;

/** Wraps the handler of the pages; what it answers itself may replace these headers, but not leave them out. */
export function frontDoor(settings: Believed, handler: RequestListener): RequestListener {
  const bodies = largeBodies();
  return (request, response) => {
    const https = settleArrival(request.headers, request.socket.remoteAddress, settings);
    for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value);
    // "Not modified" would put this policy in the place of the one the browser keeps with the page: no style, no forms.
    if (request.headers['if-none-match'] === undefined) response.setHeader('content-security-policy', barePolicy);
    if (https) response.setHeader('strict-transport-security', httpsOnly);
    const length = Number(request.headers['content-length'] ?? 0);
    const why = whyNotComeIn(request);
    if (why) return refuse(request, response, why);
    if (!bodies.enter(length)) return refuse(request, response, 503);
    response.once('close', () => bodies.leave(length));
    handler(request, response);
  };
}

function whyNotComeIn({ method = '', url = '', headers }: IncomingMessage): 400 | 405 | 411 | 413 | null {
  // TRACE would echo the cookie; nobody needs it (ASVS 5.0, 13.4.4).
  if (method === 'TRACE' || method === 'CONNECT') return 405;
  if (!headers.host || !url.startsWith('/') || !URL.canParse(url, `http://${headers.host}`)) return 400;
  const path = url.split('?')[0] ?? '';
  return whyNotBody({ method, path, length: headers['content-length'], chunked: headers['transfer-encoding'] !== undefined });
}

function refuse(request: IncomingMessage, response: ServerResponse, status: keyof typeof codes): void {
  const code = codes[status];
  const locale = /^\s*en\b/iu.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN';
  const detail = refusalWords(code, {}, locale);
  const forProgram = (request.url ?? '').startsWith('/api/');
  response.writeHead(status, {
    'content-type': forProgram ? 'application/problem+json' : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    // What is still on its way is not read: the connection ends with this answer.
    connection: 'close',
    ...(status === 503 && { 'retry-after': '5' }),
    ...(status === 405 && { allow: 'GET, HEAD, POST' }),
  });
  response.end(forProgram ? JSON.stringify({ type: `/api/v1/problems/${code}`, title: detail, status, code, detail }) : `${detail}\n`);
}
