import { describe, expect, it } from 'vitest';
import {
  exampleCosigned,
  exampleMessage,
  exampleRequest,
  exampleResponse,
  publicCheckpoint,
  publicLog,
  publicWitnesses,
} from '#tests/ledger/witness-examples.ts';
import { verifyEd25519 } from '../log/ledger-key.ts';
import { sha256 } from '../merkle/sha256.ts';
import { cosignedBytes, cosignerType, findCosignature, joinCosigned, splitCosigned } from '../notes/cosignature.ts';
import { parseCheckpoint } from '../notes/checkpoint.ts';
import { formatSignatures, parseNote } from '../notes/signed-note.ts';
import { parseVerifierKey } from '../notes/verifier-key.ts';
import { verifyNote } from '../notes/verify-note.ts';
import { formatPolicy, parsePolicy, PolicyProblem, quorumHolds } from './policy.ts';
import { protectionOf } from './protection.ts';
import { formatSubmission, parseSubmission } from './request.ts';

// Against the texts of the specifications, and against what others really signed.

const noteOf = (text: string) => parseNote(text) ?? expect.fail('a note');

describe('a cosignature', () => {
  it('of real public witnesses holds, and none under another size', async () => {
    const log = (await parseVerifierKey(publicLog, sha256)) ?? expect.fail('a key');
    expect(await verifyNote(publicCheckpoint, log, verifyEd25519)).not.toBeNull();
    for (const vkey of publicWitnesses) {
      const witness = (await parseVerifierKey(vkey, sha256, cosignerType)) ?? expect.fail(vkey);
      expect((await findCosignature(noteOf(publicCheckpoint), witness, verifyEd25519))?.time).toBe(0x6a122120n);
      const other = noteOf(publicCheckpoint.replace('1432088532', '1432088533'));
      expect(await findCosignature(other, witness, verifyEd25519)).toBeNull();
      expect(await parseVerifierKey(vkey, sha256)).toBeNull();
    }
  });

  it('is made over the message of the specification, at the time in its example', () => {
    const note = noteOf(exampleCosigned);
    const cosigned = splitCosigned(note.signatures[1]?.signature ?? new Uint8Array()) ?? expect.fail('a cosignature');
    expect(new TextDecoder().decode(cosignedBytes(cosigned.time, note.text))).toBe(exampleMessage);
    expect(joinCosigned(cosigned)).toEqual(note.signatures[1]?.signature);
    expect(splitCosigned(note.signatures[0]?.signature ?? new Uint8Array())).toBeNull();
  });
});

describe('a request', () => {
  it('of the specification is read and written the same way', () => {
    const read = parseSubmission(exampleRequest) ?? expect.fail('a request');
    expect(read).toMatchObject({ old: 20852014n });
    expect(read.path).toHaveLength(4);
    expect(parseCheckpoint(noteOf(read.checkpoint).text)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163n });
    expect(formatSubmission(read)).toBe(exampleRequest);
    expect(parseSubmission('old 0\n\nx\n')).toEqual({ old: 0n, path: [], checkpoint: 'x\n' });
  });

  it.each([
    '',
    'old 1',
    'old 01\n\nx',
    'old -1\n\nx',
    'old  1\n\nx',
    'new 1\n\nx',
    'old 1\nAAAA\n\nx',
    exampleRequest.replace('PlRN', ' PlRN'),
    `old 1\n${'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n'.repeat(64)}\nx`,
    `old 1\n\n${'x'.repeat(17_000)}`,
  ])('%j is none', (wrong) => expect(parseSubmission(wrong)).toBeNull());

  it('is answered in lines of a note', () => {
    const note = noteOf(`x\n\n${exampleResponse}`);
    expect(note.signatures.map(({ name }) => name)).toEqual(['witness.example/w1', 'witness.example/w1', 'witness.example/w2']);
    expect(formatSignatures(note.signatures)).toBe(exampleResponse);
  });
});

describe('a policy', () => {
  const [w1 = '', w2 = '', w3 = '', w4 = ''] = publicWitnesses;
  const groups = `group X 2 X1 X2 X3\ngroup all all X Y1\nquorum all\n`;
  const text = `# a comment\nlog ${publicLog}\n\n\twitness X1 ${w1} https://x.example/1\nwitness X2   ${w2}\nwitness X3 ${w3}\nwitness Y1 ${w4}\n${groups}`;

  it('holds when each group has enough, as in the example of the specification', async () => {
    const policy = await parsePolicy(text, sha256);
    const holds = (...keys: string[]) => quorumHolds(policy, (vkey) => keys.includes(vkey));
    expect(policy.witnesses[0]).toMatchObject({ name: 'X1', url: 'https://x.example/1', operator: null });
    expect([holds(w1, w2, w4), holds(w1, w2, w3, w4), holds(w1, w4), holds(w1, w2, w3), holds()]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    const none = await parsePolicy('quorum none', sha256);
    expect(quorumHolds(none, () => false)).toBe(true);
  });

  it('is shown without addresses, and means the same', async () => {
    const policy = await parsePolicy(`# operator: Office\n${text}`.replace('\twitness', '# operator: A neighbour\n\twitness'), sha256);
    const shown = formatPolicy(policy);
    expect(shown).not.toContain('https://');
    const without = policy.witnesses.map((one) => ({ ...one, url: null }));
    expect(await parsePolicy(shown, sha256)).toEqual({ ...policy, witnesses: without });
  });

  it.each([
    ['no quorum', `witness X ${w1}\n`],
    ['two quorums', 'quorum none\nquorum none\n'],
    ['an unknown quorum', `quorum X\nwitness X ${w1}\n`],
    ['a key twice', `witness X ${w1}\nwitness Y ${w1}\nquorum none\n`],
    ['a log twice', `log ${publicLog}\nlog ${publicLog}\nquorum none\n`],
    ['a name twice', `witness X ${w1}\nwitness X ${w2}\nquorum none\n`],
    ['the name none', `witness none ${w1}\nquorum none\n`],
    ['a member twice', `witness X ${w1}\nwitness Y ${w2}\ngroup A any X Y\ngroup B any X\nquorum A\n`],
    ['too few members', `witness X ${w1}\ngroup A 2 X\nquorum A\n`],
    ['an empty group', 'group A all\nquorum A\n'],
    ['the member none', 'group A any none\nquorum A\n'],
    ['a member below', `group A any X\nwitness X ${w1}\nquorum A\n`],
    ['a key of a log as a witness', `witness X ${publicLog}\nquorum none\n`],
    ['a key of a witness as a log', `log ${w1}\nquorum none\n`],
    ['a damaged key', `witness X ${w1.replace('BCtu', 'BCtv')}\nquorum none\n`],
    ['another word', 'witnesses\nquorum none\n'],
    ['Windows line ends', 'quorum none\r\n'],
  ])('is none with %s', async (_, wrong) => expect(parsePolicy(wrong, sha256)).rejects.toThrow(PolicyProblem));

  it.each([
    ['none', 'quorum none', []],
    ['own', 'quorum a', ['Office']],
    ['own', 'quorum a', [null]],
    ['own', 'quorum none', ['East', 'West']],
    ['one', 'quorum a', ['East']],
    ['one', 'group g any a b\nquorum g', ['East', 'West']],
    ['own', 'group g any a b\nquorum g', ['East', 'Office']],
    ['one', 'group g all a b\nquorum g', ['East', 'Office']],
    ['one', 'group g all a b\nquorum g', ['East', 'East']],
    ['several', 'group g all a b\nquorum g', ['East', 'West']],
    ['several', 'group g 2 a b c\nquorum g', ['East', 'West', 'North']],
    ['one', 'group g 2 a b c\nquorum g', ['East', 'East', 'North']],
    ['one', 'group g 2 a b c\nquorum g', ['East', 'West', 'Office']],
  ])('is worth %s: %s of %j', async (worth, quorum, operators) => {
    const witnesses = operators.map(
      (operator, at) => `\n${operator ? `# operator: ${operator}\n` : ''}witness ${'abc'[at]} ${publicWitnesses[at]}\n`,
    );
    const policy = await parsePolicy(`# operator: Office\nlog ${publicLog}\n${witnesses.join('')}\n${quorum}\n`, sha256);
    expect(protectionOf(policy, publicLog)).toBe(worth);
  });
});
