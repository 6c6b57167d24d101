import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { toString } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { paperLedger } from '#tests/paper-ledger.ts';
import { formatGrowth, parseGrowth } from './growth.ts';
import { fromLetters, toLetters } from './letters.ts';
import { offlineProofOf, packProof, unpackProof, type OfflineProof } from './offline-proof.ts';
import { readLine } from './proof.ts';
import { formatReceipt, parseReceipt } from './receipt-file.ts';
import { fingerprint, shortCode, spoken } from './spoken-code.ts';
import { formatTlogProof, parseTlogProof } from './tlog-proof.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest());
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const cosignature = fc.record({ keyId: bytes(4), time: fc.bigInt(0n, 2n ** 64n - 1n), signature: bytes(64) });
const anyProof: fc.Arbitrary<OfflineProof> = fc.record({
  keyId: bytes(4),
  index: fc.bigInt(0n, 2n ** 64n - 1n),
  size: fc.bigInt(0n, 2n ** 64n - 1n),
  entry: fc.uint8Array({ maxLength: 300 }),
  path: fc.array(bytes(32), { maxLength: 20 }),
  signature: bytes(64),
  cosignatures: fc.array(cosignature, { maxLength: 3 }),
});
const ledger = await paperLedger(11);

describe('letters', () => {
  it('L1: what is written is read again, in letters of a QR code that stand in an address', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (given) => {
        const text = toLetters(given);
        expect(text).toMatch(/^[0-9A-Z$*+\-./:]*$/);
        expect(text.length).toBe(Math.floor(given.length / 2) * 3 + (given.length % 2) * 2);
        expect(new URL(`https://x.example/verify#${text}`).hash.slice(1)).toBe(text);
        expect(fromLetters(text)).toEqual(given);
      }),
    );
  });

  it('L2: nothing else is read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([null, text]).toContainEqual(spelledAgain(text));
      }),
    );
    for (const text of ['A', ':::', '::', 'a00', '00 ', '%20']) expect(fromLetters(text)).toBeNull();
  });
});

describe('the proof in a QR code', () => {
  it('Q1: is unpacked as it was packed', async () => {
    await fc.assert(
      fc.asyncProperty(anyProof, async (proof) => {
        expect(await unpackProof(await packProof(proof, sha256), sha256)).toEqual(proof);
      }),
    );
  });

  it('Q2: with any byte changed, missing or added, it is refused', async () => {
    await fc.assert(
      fc.asyncProperty(anyProof, fc.nat(), fc.integer({ min: 1, max: 255 }), async (proof, place, change) => {
        const packed = await packProof(proof, sha256);
        const at = place % packed.length;
        expect(
          await unpackProof(
            packed.map((byte, here) => (here === at ? byte ^ change : byte)),
            sha256,
          ),
        ).toBeNull();
        expect(await unpackProof(packed.slice(0, at), sha256)).toBeNull();
        expect(await unpackProof(Uint8Array.of(...packed, change), sha256)).toBeNull();
      }),
    );
  });

  it('of a million lines and two witnesses fits on a receipt', async () => {
    const proof = { ...offlineProofOf(ledger.prove(3), ledger.keyId), path: Array.from({ length: 20 }, () => new Uint8Array(32).fill(9)) };
    const twice = { ...proof, cosignatures: [...proof.cosignatures, ...proof.cosignatures] };
    const text = toLetters(await packProof(twice, sha256));
    expect(text.length).toBeLessThan(1700);
    const svg = await toString([{ data: text, mode: 'alphanumeric' }], { type: 'svg', errorCorrectionLevel: 'L' });
    // A viewBox of 113 is version 22 with its margin of 4 modules.
    expect(Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])).toBeLessThanOrEqual(121);
  });

  it('is not made of a checkpoint the ledger has not signed', async () => {
    const other = await paperLedger(3);
    expect(() => offlineProofOf(other.prove(1), ledger.keyId)).toThrow('not signed');
  });
});

describe('files', () => {
  it('a .tlog-proof is written as c2sp.org/tlog-proof says, and read again', () => {
    const { opening: _, ...proof } = ledger.prove(4);
    const text = formatTlogProof(proof);
    expect(text).toMatch(
      /^c2sp\.org\/tlog-proof@v1\nextra [A-Za-z0-9+/]+=*\nindex 4\n(?:[A-Za-z0-9+/]{43}=\n){4}\npaper\.example\/ledger\/1\n11\n/,
    );
    expect(text.endsWith('\n')).toBe(true);
    expect(parseTlogProof(text)).toEqual(proof);
    for (const wrong of ['', text.slice(1), text.replace('index 4', 'index 04'), text.replace('\n\n', '\n')]) {
      expect(parseTlogProof(wrong)).toBeNull();
    }
  });

  it('a receipt file is read as it was written, and nothing else is', () => {
    const receipt = {
      number: '2026-000005',
      vkey: ledger.vkey,
      witnesses: [ledger.witness],
      lines: [ledger.prove(4), { ...ledger.prove(6), opening: null }],
    };
    const text = formatReceipt(receipt);
    expect(parseReceipt(text)).toEqual(receipt);
    for (const wrong of [
      '{}',
      text.slice(2),
      text.replace('receipt/v1', 'receipt/v2'),
      text.replace(/"index": "\d+"/, '"index": -1'),
      text.replace(/"salt": "/, '"salt": "A'),
    ]) {
      expect(parseReceipt(wrong)).toBeNull();
    }
  });

  it('what shows that a ledger grew travels in an address', () => {
    const growth = ledger.grow(5);
    const text = formatGrowth(growth);
    expect(new URL(`https://x.example/verify#${text}`).hash).toBe(`#${text}`);
    expect(parseGrowth(text)).toEqual(growth);
    for (const wrong of ['', 'grown.', 'grown.e30', `${text}!`, text.slice(0, -9)]) expect(parseGrowth(wrong)).toBeNull();
  });
});

it('codes are read out four letters at a time', async () => {
  // The test vectors of RFC 4648 §10, without padding: "fooba" → MZXW6YTB.
  expect(spoken(Buffer.from('fooba'))).toBe('MZXW 6YTB');
  expect(await shortCode(ledger.prove(0).entry, sha256)).toMatch(/^[A-Z2-7]{4} [A-Z2-7]{4}$/);
  expect(await fingerprint(ledger.vkey, sha256)).toMatch(/^([A-Z2-7]{4} ){3}[A-Z2-7]{4}$/);
});

it('a line says what it says openly', () => {
  expect(readLine(ledger.prove(2).entry)).toMatchObject({
    type: 'voice.received',
    community: '1',
    number: '2026-000003',
    day: '2026-11-23',
  });
  expect(readLine(Buffer.from('{"v":2}'))).toBeNull();
  expect(readLine(Buffer.from([0xff]))).toBeNull();
});

function spelledAgain(text: string): string | null {
  const read = fromLetters(text);
  return read && toLetters(read);
}
