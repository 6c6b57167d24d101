import type { RequestEvent } from '@sveltejs/kit';

/** Whether a write comes from our own pages: by Sec-Fetch-Site where the browser sends it, and by Origin (ASVS 3.5.1). */
export function sameSite(event: RequestEvent): boolean {
  const { method, headers } = event.request;
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true;
  const fetchSite = headers.get('sec-fetch-site');
  if (fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  const origin = headers.get('origin');
  return origin === null ? fetchSite !== null : origin === event.url.origin;
}
