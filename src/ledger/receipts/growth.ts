/** What shows that a ledger only grew: its newest state begins with each earlier one. Carried behind the # of an address. */
import { fromBase64, toBase64 } from '../verifier.ts';
import { isRecord, readJson } from './proof.ts';

/** `checkpoint`: the newest signed note; `steps`: for each earlier size, the proof that it continues it. */
export type Growth = { checkpoint: string; steps: { first: bigint; path: readonly Uint8Array[] }[] };

/** `grown.` and base64 in the letters that need no escaping in an address. */
export function formatGrowth({ checkpoint, steps }: Growth): string {
  const text = JSON.stringify({ checkpoint, steps: steps.map(({ first, path }) => ({ first: String(first), path: path.map(toBase64) })) });
  return `grown.${toBase64(new TextEncoder().encode(text)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

export function parseGrowth(text: string): Growth | null {
  const encoded = /^grown\.([\w-]+)$/.exec(text)?.[1]?.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = encoded === undefined ? null : fromBase64(encoded.padEnd(Math.ceil(encoded.length / 4) * 4, '='));
  const read = bytes && readJson(new TextDecoder().decode(bytes));
  if (!isRecord(read) || typeof read['checkpoint'] !== 'string' || !Array.isArray(read['steps'])) return null;
  const steps = read['steps'].map(stepOf);
  return steps.every((step) => step !== null) ? { checkpoint: read['checkpoint'], steps } : null;
}

function stepOf(read: unknown): Growth['steps'][number] | null {
  if (!isRecord(read) || typeof read['first'] !== 'string' || !/^\d{1,20}$/.test(read['first']) || !Array.isArray(read['path']))
    return null;
  const path = read['path'].map((hash) => (typeof hash === 'string' ? fromBase64(hash) : null));
  return path.every((hash) => hash?.length === 32) ? { first: BigInt(read['first']), path: path.filter((hash) => hash !== null) } : null;
}
