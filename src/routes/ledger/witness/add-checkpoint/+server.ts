import { answerWitnessRequest } from '#ledger/witness/index.ts';
import type { RequestHandler } from './$types';

/** A neighbour's ledger asks us to bear witness (c2sp.org/tlog-witness). */
export const POST: RequestHandler = async ({ locals, request }) => {
  const { status, type, body } = await answerWitnessRequest(locals.viewer.address, await request.text());
  return new Response(body, { status, headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
