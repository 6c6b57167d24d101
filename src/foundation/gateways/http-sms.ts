/** Short messages through a carrier's HTTP interface. */
import { outgoingFetch, outgoingUrl } from './outgoing-fetch.ts';
import type { SmsGateway } from './sms.ts';
import { fillSmsFields } from './sms-fields.ts';
import { Undelivered } from './undelivered.ts';

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
 * A gateway that POSTs each message and resolves when the carrier answered 2xx; 10 s in all, the address is judged anew
 * for each message. Throws at once when the URL is not http(s).
 */
export function openHttpSms(settings: HttpSmsSettings): SmsGateway {
  const url = outgoingUrl(settings.url);
  const headers = {
    'content-type': settings.body === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    ...(settings.token ? { authorization: `Bearer ${settings.token}` } : {}),
  };
  return {
    async send(message) {
      const fields = fillSmsFields(settings.fields, message);
      const body = settings.body === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
      const { status, body: said } = await outgoingFetch({ ...settings, url, method: 'POST', headers, body }).catch(named);
      if (status < 200 || status > 299) throw new Undelivered(`sms: refused (${status})`);
      if (settings.accepted && !said.toString().includes(settings.accepted)) throw new Undelivered('sms: the carrier did not accept it');
    },
  };
}

function named(error: unknown): never {
  throw error instanceof Undelivered ? new Undelivered(`sms: ${error.message}`) : error;
}
