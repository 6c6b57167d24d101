import type { Updateable } from 'kysely';
import type { Voices } from '#db/schema.ts';
import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { findStreetReceiver } from './first-receiver.ts';
import type { Voice } from './voice.ts';

type Cause = { cause: 'overdue' | 'too_hard' | 'reopened_again'; reason?: string; targetDay?: string };

/**
 * One level up: somebody at the street is answerable until an owner accepts. Null, and nothing written, while nobody
 * serves at the street: a voice is not handed to an empty desk.
 */
export async function raiseToStreet(
  act: Act,
  viewer: Viewer,
  voice: Voice,
  { cause, reason, targetDay }: Cause,
): Promise<{ row: string; set: Updateable<Voices> } | null> {
  const accused = voice.accusedIds.map((personId) => ({ personId }));
  const receiver = await findStreetReceiver(act.trx, { communityId: voice.communityId, accused, at: act.now });
  if (!receiver) return null;
  const row = newId(act.now);
  await act.trx
    .insertInto('voice_escalations')
    .values({
      community_id: voice.communityId,
      id: row,
      voice_id: voice.id,
      cause,
      reason: reason ?? null,
      target_day: targetDay ?? null,
      escalated_at: act.now,
      escalated_by: viewer.personId,
    })
    .execute();
  return { row, set: { level: 'street', owner_id: null, first_receiver_id: receiver } };
}
