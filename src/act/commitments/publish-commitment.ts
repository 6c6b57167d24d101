import { createHash } from 'node:crypto';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import type { Commitment } from './commitment.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { takeStep } from './record-commitment.ts';
import { whyNotPublish } from './why-not-commit.ts';

/** From now on everybody can read it and hold its owner to it. Throws Missing, Refused by `whyNotPublish`. */
export async function publishCommitment(viewer: Viewer, ref: CommitmentRef, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.publish', input: ref }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    refuseIf(whyNotPublish(one, viewer, shanghaiDay(act.now)));
    await makePublic(act, viewer, one);
    return { number: one.number };
  });
}

/** Within a command: the step and its line in the ledger, which holds the wording to what was published. */
export async function makePublic(act: Act, viewer: Viewer, one: Pick<Commitment, 'communityId' | 'id' | 'number' | 'text' | 'dueOn'>) {
  await takeStep(act, viewer, one, 'published', { set: { published_at: act.now }, line: { due: one.dueOn, text: hashOf(one.text) } });
}

/** SHA-256 of a wording, hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
