import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn, words, type NewPhoto } from '#listen/voices/index.ts';
import { findPart } from './find-part.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { keepPhotos, photoWords } from './commitment-photos.ts';
import { recordCommitment, takeStep } from './record-commitment.ts';
import { whyNotNote } from './why-not-commit.ts';
import type { Commitment } from './commitment.ts';

/** What was done, for everybody to read; photos need words for those who don't see them. */
export const noteProgressInput = z.object({ words: words(1000), ...photoWords });
export type NoteProgress = z.infer<typeof noteProgressInput>;

/** How it goes. The first note begins the work. Throws Missing, Refused by `whyNotNote`, Invalid. */
export async function noteProgress(
  viewer: Viewer,
  ref: CommitmentRef,
  input: NoteProgress,
  photos: readonly NewPhoto[] = [],
  how?: How,
): Promise<{ noteId: string }> {
  const intent = [ref, input, photos.map(({ sha256 }) => sha256)];
  return perform({ actor: actorKey(viewer), verb: 'commitment.note', input: intent }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    refuseIf(whyNotNote(one, viewer, await findPart(act.trx, viewer, one)));
    const noteId = await writeNote(act, viewer, one, 'progress', input.words);
    await keepPhotos(act, viewer, { ...one, noteId }, input, photos);
    if (one.stage === 'published') await takeStep(act, viewer, one, 'begun');
    else await recordCommitment(act, viewer, one, 'noted');
    return { noteId };
  });
}

/** Within a command: words that stay. */
export async function writeNote(
  { trx, now }: Act,
  viewer: Viewer,
  one: Pick<Commitment, 'communityId' | 'id'>,
  kind: 'progress' | 'claimed_done' | 'explanation',
  text: string,
): Promise<string> {
  const noteId = newId(now);
  await trx
    .insertInto('commitment_notes')
    .values({
      community_id: one.communityId,
      id: noteId,
      commitment_id: one.id,
      kind,
      words: text,
      noted_at: now,
      noted_by: signedIn(viewer),
    })
    .execute();
  return noteId;
}
