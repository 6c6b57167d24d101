import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { moveVoice } from './move-voice.ts';
import { caseOf } from './open-case.ts';
import { tell } from './tell.ts';
import type { Voice } from './voice.ts';

/**
 * Two become one matter, and both stories say so. The first speaker is written to when the first neighbour joins; the
 * hundredth is a line on their page, not a hundredth message. `by`: null when somebody joined by their own word.
 */
export async function putIntoCase(act: Act, viewer: Viewer, voice: Voice, lead: Voice, by: string | null): Promise<void> {
  const caseId = await caseOf(act, lead, by);
  const row = newId(act.now);
  await act.trx
    .insertInto('voice_merges')
    .values({ community_id: voice.communityId, id: row, voice_id: voice.id, case_id: caseId, merged_at: act.now, merged_by: by })
    .execute();
  await moveVoice(act, viewer, lead, { event: 'joined', set: { case_id: caseId }, data: { number: voice.number } });
  const set = { case_id: caseId, owner_id: null, category: voice.category ?? lead.category };
  await moveVoice(act, viewer, voice, { event: 'merged', to: 'merged', set, row, data: { number: lead.number } });
  if (lead.children === 0) await tell(act, { communityId: lead.communityId, id: lead.id }, 'joined');
}
