import type { RequestEvent } from '@sveltejs/kit';
import { barePolicy, httpsOnly, plainHeaders } from '#foundation/plain-headers.ts';

/** The headers of every answer (trust.md S5). The content security policy of the pages is set in vite.config.ts. */
export function securityHeaders(response: Response, event: RequestEvent): void {
  const { headers } = response;
  for (const [name, value] of Object.entries(plainHeaders)) headers.set(name, value);
  // Without it a browser could guess another encoding (ASVS 5.0, 4.1.1).
  if (headers.get('content-type') === 'text/html') headers.set('content-type', 'text/html; charset=utf-8');
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', httpsOnly);
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', barePolicy);
  // What somebody sees signed in, half signed in, or with number and code, must not stay in a shared browser's cache, and
  // neither must what comes back after a form, because it repeats what was typed.
  const personal = event.locals.session !== null || event.request.method === 'POST';
  if (!headers.has('cache-control')) headers.set('cache-control', personal ? 'no-store' : 'private, no-cache');
  // Whoever leaves takes along what the browser kept (ASVS 5.0, 14.3.1).
  const leaves = event.request.method === 'POST' && event.route.id?.endsWith('/sign-out') && response.status !== 403;
  if (leaves) headers.set('clear-site-data', '"cache", "storage"');
}
