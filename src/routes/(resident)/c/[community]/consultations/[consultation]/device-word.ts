import type { Cookies } from '@sveltejs/kit';

// Where nobody signs in, a browser answers once: it keeps a random word, made when the first answer is sent, not before.

const name = 'answers';
const form = /^[0-9a-f-]{36}$/;

/** The word of this browser, for ninety days. It says nothing else, and in the database stands another hash each time. */
export function deviceWord(cookies: Cookies, url: URL): string {
  const kept = cookies.get(name);
  const word = kept && form.test(kept) ? kept : crypto.randomUUID();
  cookies.set(name, word, { path: '/', httpOnly: true, secure: url.protocol === 'https:', sameSite: 'lax', maxAge: 90 * 86_400 });
  return word;
}
