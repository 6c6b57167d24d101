import { inject } from 'vitest';

// One request at a door, as a browser would send it, and what came of it in one word.

export type Fields = Record<string, string | string[] | File>;
type Knock = {
  cookie?: string | undefined;
  /** Posts this form, or this as JSON. */
  form?: Fields;
  json?: unknown;
  /** Other headers, also in place of the usual ones; null leaves one out. */
  headers?: Record<string, string | null>;
};
export type Answer = { status: number; to: string | null; text: string; headers: Headers; cookies: string[]; path: string };

/**
 * `open`: let in. `sign-in`: sent to a sign-in. `home`: led back to one's own workbench. `forbidden` 403, `missing` 404,
 * `refused` 409: a rule of the method says no. `incomplete` 422: let in, but what was posted is not usable.
 */
export const outcomes = ['open', 'sign-in', 'home', 'forbidden', 'missing', 'refused', 'incomplete'] as const;
export type Outcome = (typeof outcomes)[number];

export async function knock(path: string, { cookie, form, json, headers = {} }: Knock = {}): Promise<Answer> {
  const town = inject('town');
  const sent = new Headers({ accept: 'text/html', 'accept-language': 'en', origin: town, 'sec-fetch-site': 'same-origin' });
  if (cookie) sent.set('cookie', cookie);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) sent.delete(name);
    else sent.set(name, value);
  }
  if (json !== undefined) sent.set('content-type', 'application/json');
  const body = form ? formData(form) : json === undefined ? undefined : JSON.stringify(json);
  const response = await fetch(town + path, { headers: sent, redirect: 'manual', ...(body && { method: 'POST', body }) });
  return {
    status: response.status,
    to: response.headers.get('location'),
    text: await response.text(),
    headers: response.headers,
    cookies: response.headers.getSetCookie(),
    path,
  };
}

export function outcomeOf({ status, to }: Pick<Answer, 'status' | 'to'>): Outcome | number {
  if (status === 303 && to !== null && /\/sign-in(\?.*)?$/.test(to)) return 'sign-in';
  if (status === 303 && to === '/staff') return 'home';
  const named: Record<number, Outcome> = {
    200: 'open',
    201: 'open',
    303: 'open',
    401: 'sign-in',
    403: 'forbidden',
    404: 'missing',
    409: 'refused',
    422: 'incomplete',
  };
  return named[status] ?? status;
}

function formData(fields: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) data.append(name, one);
  }
  return data;
}
