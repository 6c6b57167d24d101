import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../merkle/sha256.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { formatNote, parseNote } from './signed-note.ts';
import { formatVerifierKey, parseVerifierKey } from './verifier-key.ts';
import { verifyNote } from './verify-note.ts';

// The example of golang.org/x/mod/sumdb/note (doc comment and note_test.go), the implementation the specification grew
// from; and the example note of c2sp.org/signed-note.

const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const signature = '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const poem =
  'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
  '\u2014 quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n';

const ed25519 = (key: Uint8Array, message: Uint8Array, signed: Uint8Array) =>
  verify(
    null,
    message,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') }, format: 'jwk' }),
    signed,
  );

describe('a signed note', () => {
  const trusted = async () => (await parseVerifierKey(vkey, sha256)) ?? expect.fail('the key of the example');

  it('of others verifies', async () => {
    expect((await verifyNote(`${text}\n${signature}`, await trusted(), ed25519))?.text).toBe(text);
  });

  it('with another letter in it does not', async () => {
    expect(await verifyNote(`${text.replace('think', 'thank')}\n${signature}`, await trusted(), ed25519)).toBeNull();
  });

  it('signed by strangers alone does not; strangers beside the trusted key are passed over', async () => {
    const stranger = poem.slice(poem.lastIndexOf('\n\n') + 2);
    expect(await verifyNote(`${text}\n${stranger}`, await trusted(), ed25519)).toBeNull();
    expect((await verifyNote(`${text}\n${stranger}${signature}`, await trusted(), ed25519))?.signatures).toHaveLength(2);
    const forged = signature.replace('x08go/ZJ', 'x08go/aJ');
    expect(await verifyNote(`${text}\n${signature}${forged}`, await trusted(), ed25519)).toBeNull();
  });

  it('is read up to its last blank line and written the same way', () => {
    const note = parseNote(poem);
    expect(note?.text).toMatch(/sole:\n\ned .* sera\.\n$/);
    expect(note?.signatures.map(({ name }) => name)).toEqual(['quasimodo.example/salvatore']);
    expect(note && formatNote(note)).toBe(poem);
  });

  it.each([
    ['no signature', `${text}\n`],
    ['no blank line', text + signature],
    ['no last line break', `${text}\n${signature}`.slice(0, -1)],
    ['a control character', `a\tb\n\n${signature}`],
    ['another dash', `${text}\n${signature.replace('\u2014', '-')}`],
    ['base64 with a second spelling', `${text}\n${signature.replace('nAM=', 'nAN=')}`],
  ])('is not one with %s', (_, note) => expect(parseNote(note)).toBeNull());
});

describe('a verifier key', () => {
  it('reads back what it writes', async () => {
    const key = await parseVerifierKey(vkey, sha256);
    expect(key && formatVerifierKey(key)).toBe(vkey);
  });

  it.each([
    vkey.replace('c74f20a3', 'c74f20a4'),
    vkey.replace('PeterNeumann', 'PeterNewman'),
    vkey.replace('c74f20a3', 'C74F20A3'),
    vkey.replace('+ARpc', '+BRpc'),
    'Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeumann+c74f20a3',
    '',
  ])('%j is none', async (wrong) => expect(await parseVerifierKey(wrong, sha256)).toBeNull());
});

describe('a checkpoint', () => {
  it('reads back what it writes, also beyond what a number holds', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, root) => {
        const checkpoint = { origin: 'voices.example.org/ledger/1', size, root };
        expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
      }),
    );
  });

  it.each([
    '',
    'a\n1\n',
    'a\n01\nAAAA\n',
    'a\n-1\n',
    `\n1\n${'A'.repeat(43)}=\n`,
    `a\n1\n${'A'.repeat(43)}=`,
    `a\n1\n${'A'.repeat(43)}=\n\n`,
  ])('%j is none', (wrong) => expect(parseCheckpoint(wrong)).toBeNull());
});
