import { barePolicy } from '#foundation/plain-headers.ts';
import type { RequestHandler } from './$types';
import worker from './worker.js?raw';

/** What keeps the telephone page of those who visit. It fetches that page and its parts, and may do nothing else. */
export const GET: RequestHandler = () =>
  new Response(worker, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'content-security-policy': `${barePolicy}; connect-src 'self'` },
  });
