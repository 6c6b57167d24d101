import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { findPart } from './find-part.ts';
import { reachCommitment, type CommitmentRef } from './load-commitment.ts';
import { writeNote } from './note-progress.ts';
import { hashOf } from './publish-commitment.ts';
import { recordCommitment, tellFollowers } from './record-commitment.ts';
import { whyNotExplain } from './why-not-commit.ts';

/** Why it wasn't kept, and what happens now. */
export const explainMissedInput = z.object({ words: words(1000) });
export type ExplainMissed = z.infer<typeof explainMissedInput>;

/** A missed promise is explained to everybody; the date stays as it was. Throws Missing, Refused by `whyNotExplain`. */
export async function explainMissed(viewer: Viewer, ref: CommitmentRef, input: ExplainMissed, how?: How): Promise<{ noteId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.explain', input: [ref, input] }, how, async (act) => {
    const one = await reachCommitment(act.trx, viewer, ref);
    refuseIf(whyNotExplain(one, viewer, await findPart(act.trx, viewer, one), shanghaiDay(act.now)));
    const noteId = await writeNote(act, viewer, one, 'explanation', input.words);
    await recordCommitment(act, viewer, one, 'explained', { words: hashOf(input.words) });
    await tellFollowers(act, one, 'explained');
    return { noteId };
  });
}
