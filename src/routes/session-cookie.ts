import type { Cookies } from '@sveltejs/kit';

// One cookie for whoever is signed in. `__Host-` needs a secure context, which a plain-http address on a local
// network is not: there the cookie goes without the prefix, so that a first try on one's own network works.

/** Whether the browser treats this address as secure: https, or the machine itself. */
function secure(url: URL): boolean {
  return url.protocol === 'https:' || url.hostname === 'localhost' || url.hostname === '127.0.0.1' || url.hostname === '[::1]';
}

function nameFor(url: URL): string {
  return secure(url) ? '__Host-huiyin' : 'huiyin';
}

export function readSessionCookie(cookies: Cookies, url: URL): string | undefined {
  return cookies.get(nameFor(url));
}

export function writeSessionCookie(cookies: Cookies, url: URL, token: string): void {
  cookies.set(nameFor(url), token, { path: '/', httpOnly: true, secure: secure(url), sameSite: 'lax', maxAge: 90 * 86_400 });
}

export function dropSessionCookie(cookies: Cookies, url: URL): void {
  cookies.delete(nameFor(url), { path: '/', httpOnly: true, secure: secure(url), sameSite: 'lax' });
}
