import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Voice } from './voice.ts';

/** The case a voice leads, begun when the first joins it. `by`: null when that one joined by their own word. */
export async function caseOf({ trx, now }: Act, lead: Voice, by: string | null): Promise<string> {
  if (lead.caseId) return lead.caseId;
  const id = newId(now);
  await trx
    .insertInto('cases')
    .values({ community_id: lead.communityId, id, lead_voice_id: lead.id, created_at: now, created_by: by })
    .execute();
  return id;
}
