import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { findSupport } from './find-support.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { recordTopic } from './record-topic.ts';
import { whyNotWithdrawSupport } from './why-not-topic.ts';

/** Taken back; a threshold that was reached stays reached. Throws Missing, Refused by `whyNotWithdrawSupport`. */
export async function withdrawSupport(viewer: Viewer, ref: TopicRef, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.withdraw_support', input: ref }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    const own = await findSupport(act.trx, topic, viewer);
    refuseIf(whyNotWithdrawSupport(topic, viewer, own !== null));
    await act.trx
      .updateTable('topic_supports')
      .set({ withdrawn_at: act.now })
      .where('community_id', '=', topic.communityId)
      .where('id', '=', own)
      .execute();
    await recordTopic(act, viewer, topic, 'support_withdrawn');
    return { number: topic.number };
  });
}
