/** The one way in which the program calls another machine over HTTP: a carrier of messages, a witness, a program that wants to be told. */
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import type { PinnedAddress } from './outgoing-address.ts';
import { pinnedLookup, resolveOutgoing } from './outgoing-address.ts';
import { Undelivered } from './undelivered.ts';

/**
 * `allowPrivate`: addresses of one's own network will do (a setting of the operator, never of a visitor). `patienceMs`: for
 * everything together, name, connection and answer; 10 s unless told. `longestAnswer`: bytes, 64 KB unless told.
 */
export type Outgoing = {
  url: string | URL;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  allowPrivate: boolean;
  patienceMs?: number | undefined;
  longestAnswer?: number | undefined;
};

/** `status` 200–599 but never 3xx; `headers` in lower case, of repeated ones the last. */
export type OutgoingAnswer = { status: number; headers: Record<string, string>; body: Buffer };

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 65_536;

/** The address as it may be called at all, or an Error that says why not: http or https, no user name and password in it. */
export function outgoingUrl(address: string | URL): URL {
  const url = URL.parse(String(address));
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Error('an outgoing address must be an http(s) URL without user name and password');
  }
  return url;
}

/**
 * Calls one address once (OWASP ASVS 5.0, 1.3.6 and 15.3.2). The name is resolved here, every address it has is judged, and
 * the connection goes to the one judged and to no other; redirects, proxies and kept-open connections are not used.
 * Rejects with `Undelivered`, whose words name neither address nor content, because they end up in a log.
 */
export async function outgoingFetch(outgoing: Outgoing): Promise<OutgoingAnswer> {
  const url = outgoingUrl(outgoing.url);
  const patience = AbortSignal.timeout(outgoing.patienceMs ?? PATIENCE_MS);
  const pinned = await orTimeout(resolveOutgoing(url, outgoing.allowPrivate), patience);
  return call(url, pinned, outgoing, patience);
}

function call(url: URL, pinned: PinnedAddress, outgoing: Outgoing, patience: AbortSignal): Promise<OutgoingAnswer> {
  const request = url.protocol === 'https:' ? requestTls : requestPlain;
  const { method = 'GET', body } = outgoing;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((accept, refuse) => {
    // The cause is left out on purpose: network errors carry addresses, and some carriers want keys in the URL.
    const failed = (error: Error) => refuse(new Undelivered(patience.aborted ? 'no answer in time' : codeOf(error)));
    // No agent: a kept-open connection would outlive the judgement of its address.
    const options = { method, headers: { ...outgoing.headers, ...length }, agent: false, lookup: pinnedLookup(pinned), signal: patience };
    const sent = request(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) {
        answer.destroy();
        refuse(new Undelivered(`redirect refused (${status})`));
        return;
      }
      const pieces: Buffer[] = [];
      let size = 0;
      answer.on('error', failed);
      answer.on('data', (piece: Buffer) => {
        pieces.push(piece);
        size += piece.length;
        if (size > (outgoing.longestAnswer ?? LONGEST_ANSWER)) answer.destroy(new Error('answer too long'));
      });
      answer.on('end', () => accept({ status, headers: plain(answer.headers), body: Buffer.concat(pieces) }));
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

function plain(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? (value.at(-1) ?? '') : (value ?? '')]),
  );
}

function orTimeout<T>(work: Promise<T>, patience: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, refuse) => {
      patience.addEventListener('abort', () => refuse(new Undelivered('no answer in time')), { once: true });
    }),
  ]);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'connection failed';
}
