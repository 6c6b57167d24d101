import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachThresholds } from './count-support.ts';
import { findSupport } from './find-support.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { recordTopic } from './record-topic.ts';
import { whyNotSupport } from './why-not-topic.ts';

/** A resident wants it talked about: once a person. Throws Missing, Refused by `whyNotSupport`. */
export async function supportTopic(viewer: Viewer, ref: TopicRef, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.support', input: ref }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotSupport(topic, viewer, (await findSupport(act.trx, topic, viewer)) !== null));
    await act.trx
      .insertInto('topic_supports')
      .values({
        community_id: topic.communityId,
        id: newId(act.now),
        topic_id: topic.id,
        person_id: viewer.personId,
        supported_at: act.now,
      })
      .execute();
    await recordTopic(act, viewer, topic, 'supported');
    await reachThresholds(act, viewer, topic);
    return { number: topic.number };
  });
}
