import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { searchWords } from '#foundation/text/search-words.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { signedIn } from './signed-in.ts';
import { whyNotPublish } from './why-not-handle.ts';

/**
 * Looked over by the person who clears them: no names, no door numbers [law PIPL 25]. `words`: what was said, with parts
 * blacked out. `showBuilding`: the map and the feeds may show it at its building.
 */
export const publishVoiceInput = z.object({
  title: words(80),
  outcome: words(600).optional(),
  words: words(4000).optional(),
  showBuilding: z.boolean().optional(),
});
export type PublishVoice = z.infer<typeof publishVoiceInput>;

/** Lets the neighbourhood read what was asked and what became of it, in words cleared by a person. */
export async function publishVoice(viewer: Viewer, ref: VoiceRef, input: PublishVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.publish', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotPublish(voice, viewer));
    await act.trx
      .insertInto('voice_publications')
      .values({
        community_id: voice.communityId,
        id: newId(act.now),
        voice_id: voice.id,
        title: input.title,
        outcome: input.outcome ?? null,
        words: input.words ?? null,
        published_at: act.now,
        published_by: signedIn(viewer),
        category: voice.category,
        stage: voice.stage,
        building_id: input.showBuilding
          ? sql<string>`(select building_id from voices where community_id = ${voice.communityId} and id = ${voice.id})`
          : null,
        received_at: voice.receivedAt,
        search: sql`array_to_tsvector(${searchWords(input.title, input.outcome, input.words, voice.number)}::text[])`,
      })
      .execute();
    await moveVoice(act, viewer, voice, { event: 'published' });
    await enqueue(act, 'tell-subscribers', { communityId: voice.communityId, voiceId: voice.id });
    return { number: voice.number };
  });
}
