import { randomUUID } from 'node:crypto';
import { api } from '#api/app.ts';
import { createAccessToken, tokenScopes, type TokenScope, type Viewer } from '#community/people/index.ts';

// A program at the door: asks the API in process, as it would over the network.

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };
type Asked = {
  token?: string;
  code?: string;
  key?: string;
  body?: unknown;
  form?: FormData;
  address?: string;
  headers?: Record<string, string>;
};

/** A token of this person; without `scopes` it carries all there are. */
export async function tokenOf(viewer: Viewer, scopes: readonly TokenScope[] = tokenScopes, days = 1, now?: Date): Promise<string> {
  const session = { id: randomUUID(), kind: 'staff', assurance: 'full', steppedUpAt: now ?? new Date() } as const;
  const made = await createAccessToken(viewer, session, { name: 'program', scopes: [...scopes], days }, now && { now });
  return made.token;
}

/** `path` without /api/v1. The answer's body is {} when it is no JSON. */
export async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, asked: Asked = {}): Promise<Answer> {
  const headers = {
    'accept-language': 'en',
    ...(asked.token && { authorization: `Bearer ${asked.token}` }),
    ...(asked.code && { 'x-voice-code': asked.code }),
    ...(asked.key && { 'idempotency-key': asked.key }),
    ...(asked.body !== undefined && { 'content-type': 'application/json' }),
    ...asked.headers,
  };
  const body = asked.form ?? (asked.body === undefined ? null : typeof asked.body === 'string' ? asked.body : JSON.stringify(asked.body));
  const response = await api.request(`/api/v1${path}`, { method, headers, body }, { address: asked.address ?? randomUUID() });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : { text } };
}
