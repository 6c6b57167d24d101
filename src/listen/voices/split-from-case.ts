import type { Act } from '#foundation/server/perform.ts';
import { theClock, type Viewer } from '#community/people/index.ts';
import { reachVoice } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { childrenOf, tell } from './tell.ts';
import type { Voice } from './voice.ts';

/** Takes a merged voice out of the shared matter: it stands on its own again, sorted but with nobody asked yet. */
export async function splitFromCase(act: Act, viewer: Viewer, voice: Voice): Promise<void> {
  await act.trx
    .updateTable('voice_merges')
    .set({ split_at: act.now, split_by: viewer.personId })
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('split_at', 'is', null)
    .execute();
  await moveVoice(act, viewer, voice, { event: 'split', to: 'triaged', set: { case_id: null } });
  await tell(act, voice, 'split');
}

/** When the leading voice is withdrawn or comes to name somebody, those merged into it must not go down or be walled with it. */
export async function splitChildren(act: Act, viewer: Viewer, lead: Voice): Promise<void> {
  if (lead.children === 0) return;
  for (const id of await childrenOf(act, lead)) {
    await splitFromCase(act, viewer, await reachVoice(act.trx, theClock, { communityId: lead.communityId, id }));
  }
}
