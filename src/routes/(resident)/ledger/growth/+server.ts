import { redirect } from '@sveltejs/kit';
import { findConsistency, findLedgerState } from '#ledger/index.ts';
import { formatGrowth } from '#ledger/receipts/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { paths } from '#paths';
import type { RequestHandler } from './$types';

/**
 * Somebody's phone has seen the ledger at two sizes and asks whether it only grew. The answer goes back to the checking
 * page behind the #, which does the sums: this page is not believed, its proof is.
 */
export const GET: RequestHandler = async ({ url }) => {
  const state = await findLedgerState();
  const sizes = ['from', 'to'].map((name) => Number(url.searchParams.get(name)));
  if (!state || !sizes.every((size) => Number.isSafeInteger(size) && size > 0)) throw new Missing();
  const found = await Promise.all(sizes.map((size) => findConsistency(state.origin, size)));
  const proofs = found.filter((proof) => proof !== null);
  const newest = proofs.toSorted((a, b) => b.size - a.size)[0];
  if (!newest) throw new Missing();
  // A line added between the two questions: the older answer is left out, and asking again brings both.
  const steps = proofs.filter(({ size }) => size === newest.size).map(({ from, path }) => ({ first: BigInt(from), path }));
  redirect(303, `${paths.verify()}#${formatGrowth({ checkpoint: newest.checkpoint, steps })}`);
};
