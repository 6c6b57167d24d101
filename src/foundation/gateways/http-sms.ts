/** Short messages through a carrier's HTTP interface. */
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import type { PinnedAddress } from './outgoing-address.ts';
import { pinnedLookup, resolveOutgoing } from './outgoing-address.ts';
import type { SmsGateway } from './sms.ts';
import { fillSmsFields } from './sms-fields.ts';
import { Undelivered } from './undelivered.ts';

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 65_536;

/**
 * `fields`: names the carrier expects, each with a template, e.g. `{ mobile: '{to}', content: '{text}' }`.
 * `accepted`: words that must stand in the answer, for carriers that answer 200 to refusals as well.
 */
export type HttpSmsSettings = {
  url: string;
  token?: string | undefined;
  body: 'json' | 'form';
  fields: Record<string, string>;
  accepted?: string | undefined;
  allowPrivate: boolean;
  patienceMs?: number | undefined;
};

/**
 * A gateway that POSTs each message and resolves when the carrier answered 2xx. No redirects, no proxies, 10 s
 * in all; the address is judged anew for each message. Throws at once when the URL is not http(s).
 */
export function openHttpSms(settings: HttpSmsSettings): SmsGateway {
  const url = URL.parse(settings.url);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Error('the address of the SMS gateway must be an http(s) URL without user name and password');
  }
  return {
    async send(message) {
      const fields = fillSmsFields(settings.fields, message);
      const body = settings.body === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
      const patience = AbortSignal.timeout(settings.patienceMs ?? PATIENCE_MS);
      const pinned = await orTimeout(resolveOutgoing(url, settings.allowPrivate), patience);
      await post(url, pinned, settings, body, patience);
    },
  };
}

function post(url: URL, pinned: PinnedAddress, settings: HttpSmsSettings, body: string, patience: AbortSignal) {
  const request = url.protocol === 'https:' ? requestTls : requestPlain;
  const headers = {
    'content-type': settings.body === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    ...(settings.token ? { authorization: `Bearer ${settings.token}` } : {}),
  };
  return new Promise<void>((accept, refuse) => {
    // The cause is left out on purpose: network errors carry addresses, and some carriers want keys in the URL.
    const fail = (why: string) => refuse(new Undelivered(`sms: ${why}`));
    const failed = (error: Error) => fail(patience.aborted ? 'no answer in time' : codeOf(error));
    // No agent: a kept-open connection would outlive the judgement of its address.
    const options = { method: 'POST', headers, agent: false, lookup: pinnedLookup(pinned), signal: patience };
    const outgoing = request(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status < 200 || status > 299) {
        answer.destroy();
        fail(status >= 300 && status < 400 ? `redirect refused (${status})` : `refused (${status})`);
        return;
      }
      let text = '';
      answer.setEncoding('utf8');
      answer.on('error', failed);
      answer.on('data', (piece: string) => {
        text += piece;
        if (text.length > LONGEST_ANSWER) answer.destroy(new Error('answer too long'));
      });
      answer.on('end', () => {
        if (settings.accepted && !text.includes(settings.accepted)) fail('the carrier did not accept it');
        else accept();
      });
    });
    outgoing.on('error', failed);
    outgoing.end(body);
  });
}

function orTimeout<T>(work: Promise<T>, patience: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, refuse) => {
      patience.addEventListener('abort', () => refuse(new Undelivered('sms: no answer in time')), { once: true });
    }),
  ]);
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'connection failed';
}
