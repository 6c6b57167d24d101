import type { RequestEvent } from '@sveltejs/kit';

/** The headers of every answer (trust.md S5). The content security policy itself is set in vite.config.ts. */
export function securityHeaders(response: Response, event: RequestEvent): void {
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-frame-options', 'DENY');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  // What somebody sees signed in, or with number and code, must not stay in a shared browser's cache.
  if (!headers.has('cache-control')) headers.set('cache-control', event.locals.viewer.kind === 'nobody' ? 'private, no-cache' : 'no-store');
}
