import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Voice } from './voice.ts';

/** Takes what the neighbourhood could read of a voice off the page; the row stays as a record. */
export async function endPublication({ trx, now }: Act, viewer: Viewer, voice: Voice): Promise<void> {
  await trx
    .updateTable('voice_publications')
    .set({ taken_down_at: now, taken_down_by: viewer.personId })
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('taken_down_at', 'is', null)
    .execute();
}
