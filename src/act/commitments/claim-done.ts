import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words, type NewPhoto } from '#listen/voices/index.ts';
import { keepPhotos, photoWords } from './commitment-photos.ts';
import { findPart } from './find-part.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { writeNote } from './note-progress.ts';
import { takeStep, tellFollowers } from './record-commitment.ts';
import { whyNotClaim } from './why-not-commit.ts';

/** What was done and where it can be seen. */
export const claimDoneInput = z.object({ words: words(1000), ...photoWords });
export type ClaimDone = z.infer<typeof claimDoneInput>;

/** Whose promise it is says it is done; whether it was kept, residents say (C2). Throws Missing, Refused by `whyNotClaim`, Invalid. */
export async function claimDone(
  viewer: Viewer,
  ref: CommitmentRef,
  input: ClaimDone,
  photos: readonly NewPhoto[] = [],
  how?: How,
): Promise<{ number: string }> {
  const intent = [ref, input, photos.map(({ sha256 }) => sha256)];
  return perform({ actor: actorKey(viewer), verb: 'commitment.claim', input: intent }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    refuseIf(whyNotClaim(one, viewer, await findPart(act.trx, viewer, one)));
    const noteId = await writeNote(act, viewer, one, 'claimed_done', input.words);
    await keepPhotos(act, viewer, { ...one, noteId }, input, photos);
    await takeStep(act, viewer, one, 'claimed_done', { set: { claimed_at: act.now, round: one.round + 1 } });
    await tellFollowers(act, one, 'claimed_done');
    return { number: one.number };
  });
}
