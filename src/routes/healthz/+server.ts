import { ready } from '../../ready.ts';
import type { RequestHandler } from './$types';

/** 200 only when the database answers; for load balancers and compose. */
export const GET: RequestHandler = async () => {
  const well = await ready();
  return new Response(well ? 'ok' : 'the database does not answer', { status: well ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
