import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { paperLedger } from '#tests/paper-ledger.ts';
import { toLetters } from '../receipts/letters.ts';
import { offlineProofOf, packProof } from '../receipts/offline-proof.ts';
import { formatReceipt, parseReceipt } from '../receipts/receipt-file.ts';
import { formatTlogProof } from '../receipts/tlog-proof.ts';
import { signedCheckpoint, type Pinned } from './check-claim.ts';
import { readClaim } from './claim.ts';
import { sha256, verifyEd25519 } from './crypto.ts';
import { link, readMemory, remember, type Memory } from './memory.ts';
import { judge, type Verdict } from './verdict.ts';

const ledger = await paperLedger(13);
const pinned = { origin: ledger.origin, vkey: ledger.vkey, witnesses: [ledger.witness] };
const empty: Memory = { heads: {}, linked: [], lines: {} };
const nothing = () => empty;
const file = (index: number, size?: number) =>
  formatReceipt({ number: '2026-000001', vkey: ledger.vkey, witnesses: [ledger.witness], lines: [ledger.prove(index, size)] });

async function verdictOn(text: string, trusted: Pinned | null = pinned, recall: () => Memory | null = nothing): Promise<Verdict> {
  const claim = await readClaim(text);
  if (!claim) throw new Error('unreadable');
  return judge(claim, trusted, recall);
}

async function codeOf(index: number, size?: number): Promise<string> {
  return toLetters(await packProof(offlineProofOf(ledger.prove(index, size), ledger.keyId), sha256));
}

describe('a genuine receipt', () => {
  it('is good as a file, as a .tlog-proof, and as a QR code with or without its address', async () => {
    for (const text of [file(4), formatTlogProof(ledger.prove(4)), await codeOf(4), `https://town.example/verify#${await codeOf(4)}`]) {
      const verdict = await verdictOn(text);
      expect(verdict.outcome).toBe('good');
      expect(verdict.lines[0]).toMatchObject({ included: 'good', signed: 'good', index: 4n, remembered: { state: 'first' } });
      expect(verdict.lines[0]?.witnesses).toMatchObject([{ name: 'witness.example', outcome: 'good', time: BigInt(0x6a000000) }]);
    }
    expect((await verdictOn(file(4))).lines[0]?.words).toBe('good');
    expect((await verdictOn(await codeOf(4))).lines[0]?.words).toBe('none');
  });

  it('is only half believed when the page knows no key, and not at all from a bare code', async () => {
    const verdict = await verdictOn(file(4), null);
    expect(verdict).toMatchObject({ outcome: 'open', vkey: ledger.vkey });
    expect((await verdictOn(await codeOf(4), null)).outcome).toBe('no_key');
  });

  it('of another ledger is no forgery, but not ours', async () => {
    const other = await paperLedger(5, 'other.example/ledger/1');
    const text = formatReceipt({ number: 'x', vkey: other.vkey, witnesses: [], lines: [other.prove(1)] });
    expect((await verdictOn(text)).outcome).toBe('stranger');
    const code = toLetters(await packProof(offlineProofOf(other.prove(1), other.keyId), sha256));
    expect((await verdictOn(code)).outcome).toBe('stranger');
  });
});

describe('witnesses', () => {
  const policy = (operator: string, more = '') =>
    `# operator: Office\nlog ${ledger.vkey}\n\n# operator: ${operator}\nwitness w ${ledger.witness}\n\n${more}`;
  const shown = async (text: string) => (await verdictOn(await codeOf(4), { ...pinned, policy: text })).lines[0];

  it('are named with who runs them, and counted as the policy says', async () => {
    const own = { name: 'witness.example', operator: 'Office', own: true };
    expect(await shown(policy('Office', 'quorum w'))).toMatchObject({ quorum: 'met', witnesses: [own] });
    expect(await shown(policy('East', 'quorum none'))).toMatchObject({ quorum: 'none', witnesses: [{ operator: 'East', own: false }] });
    expect(await shown('nonsense')).toMatchObject({ quorum: 'none', witnesses: [{ operator: null }] });
  });

  it('that are too few are said to be, without calling it a forgery', async () => {
    const other = (await paperLedger(1)).witness;
    const both = `witness v ${other}\ngroup both all v w\nquorum both\n`;
    const verdict = await verdictOn(file(4), { ...pinned, policy: policy('East', both) });
    expect(verdict).toMatchObject({ outcome: 'good', lines: [{ quorum: 'missed', witnesses: [{ outcome: 'good' }] }] });
  });
});

describe('an altered receipt', () => {
  it('Q3: with any byte of its code changed, and the check sum made anew, it is never good', async () => {
    const proof = offlineProofOf(ledger.prove(6), ledger.keyId);
    const packed = await packProof(proof, sha256);
    const witnessFrom = packed.length - 4 - 76;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: packed.length - 5 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const body = packed.slice(0, -4).map((byte, here) => (here === at ? byte ^ change : byte));
        const claim = await readClaim(toLetters(Uint8Array.of(...body, ...sha256(body).slice(0, 4))));
        const verdict = claim && (await judge(claim, pinned, nothing));
        // A witness nobody knows is passed over; everything else that differs is refused.
        const unknownWitness = at >= witnessFrom && at < witnessFrom + 4;
        expect(unknownWitness ? verdict?.lines[0]?.witnesses : verdict?.outcome).not.toEqual(unknownWitness ? undefined : 'good');
      }),
      { numRuns: 300 },
    );
  });

  it('is refused whatever was changed in the file', async () => {
    const read = parseReceipt(file(4));
    const [line] = read?.lines ?? [];
    if (!read || !line) throw new Error('not a receipt');
    const changed = [
      {
        ...line,
        opening: { content: { event: 'voice.received', late: false, said: { words: 'All is well' } }, salt: new Uint8Array(32).fill(7) },
      },
      { ...line, opening: { content: line.opening?.content ?? null, salt: new Uint8Array(32) } },
      { ...line, index: 5n },
      { ...line, entry: Uint8Array.from(Buffer.from(new TextDecoder().decode(line.entry).replace('11-23', '11-24'))) },
      { ...line, path: line.path.slice(1) },
      { ...line, checkpoint: line.checkpoint.replace('\n13\n', '\n14\n') },
      { ...line, checkpoint: ledger.prove(4, 12).checkpoint },
    ];
    for (const one of changed) expect((await verdictOn(formatReceipt({ ...read, lines: [one] }))).outcome).toBe('bad');
  });

  it('signed by another key under the same name is refused', async () => {
    const forger = await paperLedger(13);
    const text = formatReceipt({ number: 'x', vkey: ledger.vkey, witnesses: [], lines: [forger.prove(4)] });
    expect((await verdictOn(text)).lines[0]).toMatchObject({ included: 'good', signed: 'bad' });
    expect((await verdictOn(text)).outcome).toBe('bad');
  });

  it('that is no receipt is not read', async () => {
    for (const text of ['', 'hello', '{}', '2026-000123', 'c2sp.org/tlog-proof@v1']) expect(await readClaim(text)).toBeNull();
  });
});

describe('what the phone remembers', () => {
  it('the same ledger again is known, a larger one asks for proof, and the proof links them', async () => {
    const first = await verdictOn(file(2, 5));
    if (first.outcome !== 'good' || !first.memory) throw new Error('not good');
    const again = await verdictOn(file(3, 5), pinned, () => first.memory ?? empty);
    expect(again.lines[0]?.remembered).toEqual({ state: 'same' });
    const later = await verdictOn(file(7, 13), pinned, () => first.memory ?? empty);
    expect(later.lines[0]?.remembered).toEqual({ state: 'unlinked', from: 5n, to: 13n });
    if (later.outcome !== 'good' || !later.memory) throw new Error('not good');
    const { checkpoint, steps } = ledger.grow(5);
    const newest = await signedCheckpoint(checkpoint, pinned);
    if (!newest) throw new Error('not signed');
    const [linked, { state }] = await link(later.memory, newest, steps);
    expect(state).toBe('linked');
    expect(readMemory(JSON.stringify(linked))).toEqual(linked);
    expect((await verdictOn(file(9, 13), pinned, () => linked)).lines[0]?.remembered).toEqual({ state: 'linked' });
    const wrong = [{ first: 5n, path: ledger.grow(6).steps[0]?.path ?? [] }];
    expect(await link(later.memory, newest, wrong)).toEqual([later.memory, { state: 'fork' }]);
    expect((await link(empty, newest, steps))[1]).toEqual({ state: 'first' });
    expect(await signedCheckpoint((await paperLedger(13)).grow(5).checkpoint, pinned)).toBeNull();
  });

  it('two ledgers of one size under one key are a fork, and stay one', async () => {
    const seen = { origin: ledger.origin, size: 9n, root: new Uint8Array(32).fill(1) };
    const line = { index: 3n, leafHash: new Uint8Array(32).fill(2) };
    const [memory] = remember(empty, seen, line);
    const otherRoot = { ...seen, root: new Uint8Array(32).fill(3) };
    expect(remember(memory, otherRoot, line)).toEqual([memory, { state: 'fork' }]);
    const otherLine = { ...line, leafHash: new Uint8Array(32).fill(4) };
    expect(remember(memory, { ...seen, size: 12n }, otherLine)).toEqual([memory, { state: 'fork' }]);
  });

  it('what somebody else stored is thrown away, and no browser storage is no obstacle', async () => {
    for (const stored of [null, '', '{}', '[]', '{"heads":{"5":1},"linked":[],"lines":{}}']) expect(readMemory(stored)).toEqual(empty);
    expect((await verdictOn(file(2), pinned, () => null)).lines[0]?.remembered).toEqual({ state: 'away' });
  });
});

it('a browser without Ed25519 checks signatures by the library', async () => {
  const proof = offlineProofOf(ledger.prove(1), ledger.keyId);
  const away = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('not known', 'NotSupportedError'));
  try {
    expect((await verdictOn(await codeOf(1))).outcome).toBe('good');
    expect(await verifyEd25519(new Uint8Array(32).fill(9), new Uint8Array(3), proof.signature)).toBe(false);
  } finally {
    away.mockRestore();
  }
});
