import { inject } from 'vitest';

// One request at a door, as a browser or a program would send it, and what came of it in one word.

export type Fields = Record<string, string | string[] | File>;
export type Knock = {
  cookie?: string | undefined;
  /** Posts this form, this as JSON, or this as it is. */
  form?: Fields;
  json?: unknown;
  text?: string;
  /** Other headers, also in place of the usual ones; null leaves one out. */
  headers?: Record<string, string | null>;
};
/** `status`, `to`: of the answer itself, or those a form's answer speaks of when it was asked for as JSON. */
export type Answer = { status: number; to: string | null; text: string; headers: Headers; cookies: string[]; path: string };

export async function knock(path: string, { cookie, form, json, text: plain, headers = {} }: Knock = {}): Promise<Answer> {
  const house = inject('house').url;
  const sent = new Headers({ accept: 'text/html', 'accept-language': 'en', origin: house, 'sec-fetch-site': 'same-origin' });
  if (cookie) sent.set('cookie', cookie);
  // The action runs all the same; only the page around its answer isn't drawn, which is most of the time it takes.
  if (form) sent.set('accept', 'application/json');
  if (json !== undefined) sent.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) sent.delete(name);
    else sent.set(name, value);
  }
  const body = form ? formData(form) : json === undefined ? plain : JSON.stringify(json);
  const response = await fetch(house + path, { headers: sent, redirect: 'manual', ...(body && { method: 'POST', body }) });
  const text = await response.text();
  const said = form && response.headers.get('content-type')?.includes('json') ? spokenOf(text) : null;
  return {
    status: said?.status ?? response.status,
    to: said?.location ?? response.headers.get('location'),
    text,
    headers: response.headers,
    cookies: response.headers.getSetCookie(),
    path,
  };
}

/**
 * `allowed`: done, or shown. `sign-in`: sent to a sign-in, or 401. `home`: led back to one's own workbench. 403, 404; 409:
 * a rule of the method says no; 422: let in, but what was posted is not usable. Any other number is a mistake.
 */
export function answerOf({ status, to }: Pick<Answer, 'status' | 'to'>, posted: boolean): string {
  if (status === 401) return 'sign-in';
  if (status === 303 && to !== null) {
    if (/\/sign-in(\?.*)?$/.test(to)) return 'sign-in';
    return to === '/staff' && !posted ? 'home' : 'allowed';
  }
  return [200, 201, 204].includes(status) ? 'allowed' : String(status);
}

function formData(fields: Fields): FormData | URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  const files = new FormData();
  const words = new URLSearchParams();
  for (const [name, value] of pairs) {
    files.append(name, value);
    if (typeof value === 'string') words.append(name, value);
  }
  return pairs.some(([, value]) => value instanceof File) ? files : words;
}

function spokenOf(text: string): { status: number; location: string | null } | null {
  const said: unknown = JSON.parse(text);
  if (typeof said !== 'object' || said === null || !('status' in said) || typeof said.status !== 'number') return null;
  return { status: said.status, location: 'location' in said && 'type' in said && said.type === 'redirect' ? String(said.location) : null };
}
