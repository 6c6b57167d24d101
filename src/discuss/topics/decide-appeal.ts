import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { moveTopic, recordTopic } from './record-topic.ts';
import { tellOfTopic } from './tell-of-topic.ts';
import type { TopicStage } from './topic.ts';
import { whyNotDecideAppeal } from './why-not-topic.ts';

/** `upheld`: the appeal is right, and the topic stands where it began. `reason`: published either way. */
export const decideTopicAppealInput = z.object({ outcome: z.enum(['upheld', 'rejected'], 'input.choose'), reason: words(1000) });
export type DecideTopicAppeal = z.infer<typeof decideTopicAppealInput>;

/** Somebody else than whoever declined it looks again. Throws Missing, Refused by `whyNotDecideAppeal`. */
export async function decideTopicAppeal(
  viewer: Viewer,
  ref: TopicRef,
  input: DecideTopicAppeal,
  how?: How,
): Promise<{ stage: TopicStage }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.decide_appeal', input: [ref, input] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotDecideAppeal(topic, viewer));
    const { outcome, reason } = input;
    await act.trx
      .updateTable('topic_appeals')
      .set({ outcome, reason, decided_at: act.now, decided_by: viewer.personId })
      .where('community_id', '=', topic.communityId)
      .where('decline_id', '=', topic.decline?.id ?? '')
      .execute();
    await recordTopic(act, viewer, topic, `appeal_${outcome}`);
    const plain = { topic: topic.number, outcome };
    await appendToLedger(act, { type: 'topic.appeal', communityId: topic.communityId, plain, content: { reason }, under: null });
    if (outcome === 'upheld') await moveTopic(act, viewer, topic, 'proposed', { note: reason });
    await tellOfTopic(act, topic, 'appeal_decided');
    return { stage: outcome === 'upheld' ? 'proposed' : 'declined' };
  });
}
