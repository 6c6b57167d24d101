import { outgoingFetch, Undelivered } from '#foundation/gateways/index.ts';
import { verifyEd25519 } from '../log/ledger-key.ts';
import { findCosignature, joinCosigned } from '../notes/cosignature.ts';
import { formatNote, parseNote } from '../notes/signed-note.ts';
import type { Witness } from './policy.ts';
import { formatSubmission, type Submission } from './request.ts';

/** What can be wrong with a witness's answer. Codes have words (`ledger_trouble_…`). */
export const troubles = ['unreachable', 'unknown_log', 'refused', 'differs', 'not_genuine'] as const;
export type Trouble = (typeof troubles)[number];
/** `cosignature`: key id, seconds and signature, 76 bytes; `size`: what the witness says it knows. */
export type Asked = { cosignature: Buffer } | { size: bigint } | { trouble: Trouble };

/** Asks one witness once. Never throws: whatever goes wrong is an answer, too. */
export async function askWitness({ url, key }: Witness, submission: Submission, allowPrivate: boolean): Promise<Asked> {
  try {
    const answer = await outgoingFetch({
      url: `${(url ?? '').replace(/\/+$/, '')}/add-checkpoint`,
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: formatSubmission(submission),
      allowPrivate,
    });
    const text = answer.body.toString();
    if (answer.status === 200) return await believed(text, submission, key);
    if (answer.status === 404) return { trouble: 'unknown_log' };
    const size = /^(0|[1-9]\d{0,19})\n$/.exec(text)?.[1];
    if (answer.status !== 409) return { trouble: 'refused' };
    return size !== undefined && BigInt(size) !== submission.old ? { size: BigInt(size) } : { trouble: 'differs' };
  } catch (error) {
    // An address nobody can call is as good as no answer.
    if (error instanceof Error) return { trouble: error instanceof Undelivered ? 'unreachable' : 'refused' };
    throw error;
  }
}

/** Only a cosignature under the checkpoint we sent, made with the key in the policy, counts. */
async function believed(lines: string, { checkpoint }: Submission, key: Witness['key']): Promise<Asked> {
  const text = parseNote(checkpoint)?.text ?? '';
  const note = parseNote(formatNote({ text, signatures: [] }) + lines);
  const found = note?.text === text ? await findCosignature(note, key, verifyEd25519) : null;
  return found ? { cosignature: Buffer.concat([found.keyId, joinCosigned(found)]) } : { trouble: 'not_genuine' };
}
