import { findLedgerState } from '#ledger/index.ts';
import { servedNote } from '../served.ts';
import type { RequestHandler } from './$types';

/** The public key; worth more when pinned from elsewhere, such as paper. */
export const GET: RequestHandler = async () => {
  const state = await findLedgerState();
  return servedNote(state && `${state.vkey}\n`);
};
