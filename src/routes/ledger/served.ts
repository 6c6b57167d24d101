import { Missing } from '#foundation/refusal.ts';

// How the ledger leaves the house, as c2sp.org/tlog-tiles wants it: then every program for such logs can audit this one.

/** The newest signed note: never kept by anybody in between. */
export function servedNote(note: string | null): Response {
  if (note === null) throw new Missing();
  return new Response(note, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' } });
}

/** A tile or a bundle: the same for ever. */
export function servedTile(tile: Uint8Array | null): Response {
  if (tile === null) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' };
  return new Response(new Uint8Array(tile), { headers });
}

/** `2` of `/ledger/epoch/2/checkpoint`. */
export function epochIn(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Missing();
  return Number(text);
}
