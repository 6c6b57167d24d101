import type { RequestEvent } from '@sveltejs/kit';
import { plainHeaders } from '#foundation/plain-headers.ts';

/** The headers of every answer (trust.md S5). The content security policy itself is set in vite.config.ts. */
export function securityHeaders(response: Response, event: RequestEvent): void {
  const { headers } = response;
  for (const [name, value] of Object.entries(plainHeaders)) headers.set(name, value);
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  // What somebody sees signed in, half signed in, or with number and code, must not stay in a shared browser's cache.
  if (!headers.has('cache-control')) headers.set('cache-control', event.locals.session ? 'no-store' : 'private, no-cache');
}
