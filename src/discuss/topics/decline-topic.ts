import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn, words } from '#listen/voices/index.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { moveTopic } from './record-topic.ts';
import { whyNotDecline } from './why-not-topic.ts';

/** `reason`: published, with the name of whoever declines (D13). */
export const declineTopicInput = z.object({ reason: words(1000) });
export type DeclineTopic = z.infer<typeof declineTopicInput>;

/** Not taken up, and everybody reads why and by whom (D13). Throws Missing, Refused by `whyNotDecline`. */
export async function declineTopic(viewer: Viewer, ref: TopicRef, { reason }: DeclineTopic, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.decline', input: [ref, reason] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotDecline(topic, viewer));
    await act.trx
      .insertInto('topic_declines')
      .values({
        community_id: topic.communityId,
        id: newId(act.now),
        topic_id: topic.id,
        reason,
        declined_at: act.now,
        declined_by: signedIn(viewer),
      })
      .execute();
    await moveTopic(act, viewer, topic, 'declined', { note: reason, line: { origin: topic.origin }, content: { reason } });
    return { number: topic.number };
  });
}
