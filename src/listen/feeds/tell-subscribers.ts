import { sql } from 'kysely';
import { z } from 'zod';
import { perform } from '#foundation/server/perform.ts';
import { notifyAll } from '#community/notices/index.ts';
import { findPublishedEvent } from './find-published-event.ts';

const jobInput = z.object({ communityId: z.coerce.number().int(), voiceId: z.uuid() });

/**
 * The clock tells those who asked for matters of this kind or near this building, once a publication; it lies in their inbox
 * and comes with their digest. Nothing when it left the page again, nor to whoever spoke: they are told anyway.
 */
export async function tellSubscribers(data: unknown): Promise<number> {
  const { communityId, voiceId } = jobInput.parse(data);
  return perform({ actor: 'system', verb: 'feed.tell', input: [communityId, voiceId] }, undefined, async (act) => {
    const published = await findPublishedEvent(act.trx, communityId, voiceId);
    if (!published) return 0;
    const people = await act.trx
      .selectFrom('feed_subscriptions')
      .select('person_id')
      .where('community_id', '=', communityId)
      .where('ended_at', 'is', null)
      .where(sql<boolean>`(category is null or category = ${published.category})`)
      .where(sql<boolean>`(building_id is null or building_id = ${published.buildingId}::uuid)`)
      .where('person_id', 'is distinct from', published.speakerId)
      .execute();
    const told = await notifyAll(
      act,
      {
        communityId,
        topic: 'area',
        template: 'voice.published',
        facts: { number: published.number },
        about: { kind: 'voice', id: voiceId, number: published.number },
        event: `published/${published.publicationId}`,
      },
      people.map((row) => row.person_id),
    );
    return told.length;
  });
}
