/** From what somebody handed in to what the page says about it. Knows no screen. */
import { checkLine, checkOffline, trustOf, type Checked, type Pinned } from './check-claim.ts';
import type { Claim } from './claim.ts';
import { remember, type Memory, type Remembered } from './memory.ts';
import type { Opening } from '../receipts/receipt-file.ts';

export type CheckedLine = Checked & { opening: Opening | null; remembered: Remembered | null };
export type Verdict =
  | { outcome: 'good' | 'open' | 'bad' | 'fork'; lines: CheckedLine[]; memory: Memory | null; origin: string; vkey: string | null }
  | { outcome: 'no_key'; lines: [] }
  | { outcome: 'stranger'; lines: [] };

/** Checks every line and remembers what a signature stands behind. `recall`: what this browser knows of a ledger, if it keeps anything. */
export async function judge(claim: Claim, pinned: Pinned | null, recall: (origin: string) => Memory | null): Promise<Verdict> {
  const own = claim.form === 'lines' ? claim : { vkey: null, witnesses: [] };
  const trust = await trustOf(pinned, own);
  if (!trust) return { outcome: 'no_key', lines: [] };
  if (isStranger(claim, pinned, trust.key.keyId)) return { outcome: 'stranger', lines: [] };
  let memory = recall(trust.origin);
  const lines: CheckedLine[] = [];
  const papers = claim.form === 'lines' ? claim.lines : [claim.proof];
  for (const paper of papers) {
    const opening = 'opening' in paper ? paper.opening : null;
    const checked = 'opening' in paper ? await checkLine(paper, trust) : await checkOffline(paper, trust);
    let remembered: Remembered | null = null;
    if (checked.checkpoint && memory) [memory, remembered] = remember(memory, checked.checkpoint, checked);
    else if (checked.checkpoint) remembered = { state: 'away' };
    lines.push({ ...checked, opening, remembered });
  }
  return { outcome: outcomeOf(lines), lines, memory, origin: trust.origin, vkey: pinned ? null : own.vkey };
}

function outcomeOf(lines: readonly CheckedLine[]): 'good' | 'open' | 'bad' | 'fork' {
  if (lines.some(({ remembered }) => remembered?.state === 'fork')) return 'fork';
  const all = lines.flatMap((one) => [
    one.line ? 'good' : 'bad',
    one.words,
    one.included,
    one.signed,
    ...one.witnesses.map(({ outcome }) => outcome),
  ]);
  if (all.includes('bad')) return 'bad';
  return all.includes('open') ? 'open' : 'good';
}

/** Another ledger's paper is no forgery: say so, instead of raising an alarm. */
function isStranger(claim: Claim, pinned: Pinned | null, keyId: Uint8Array): boolean {
  if (!pinned) return false;
  if (claim.form === 'lines') return claim.vkey !== null && claim.vkey !== pinned.vkey;
  return claim.proof.keyId.some((byte, at) => byte !== keyId[at]);
}
