import { findLedgerState } from '#ledger/index.ts';
import { findWitnessKeys } from '#ledger/witness/index.ts';
import page from './page.built.html?raw';
import type { RequestHandler } from './$types';

/**
 * The page on which anybody checks a receipt: one static file that asks nobody. All that is written into it is the name
 * and the public key of this ledger, and who its witnesses are, so that it keeps working when saved, and shows when
 * somebody else's key is used.
 */
export const GET: RequestHandler = async () => {
  const [state, { vkeys, policy }] = [await findLedgerState(), await findWitnessKeys()];
  const pinned = state && { origin: state.origin, vkey: state.vkey, witnesses: vkeys, policy };
  const html = page.replace('id="pinned">null<', () => `id="pinned">${JSON.stringify(pinned).replaceAll('<', '\\u003c')}<`);
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${filePolicy()}; frame-ancestors 'none'`,
      'cache-control': 'no-store',
    },
  });
};

/** The same policy the file carries in itself, for when it is opened from a folder. */
function filePolicy(): string {
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "default-src 'none'";
}
