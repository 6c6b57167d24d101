import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { loadVoice } from '#listen/voices/index.ts';
import { findLink } from './find-link.ts';
import type { LinkVoice } from './link-voice.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { recordTopic } from './record-topic.ts';
import { whyNotUnlink } from './why-not-topic.ts';

/** It was about something else after all. Throws Missing, Refused by `whyNotUnlink`. */
export async function unlinkVoice(viewer: Viewer, ref: TopicRef, { voice }: LinkVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.unlink', input: [ref, voice] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotUnlink(topic, viewer, true));
    const found = await loadVoice(act.trx, viewer, { communityId: topic.communityId, number: voice });
    if (!found) throw new Missing();
    const link = await findLink(act.trx, topic, found.id);
    refuseIf(whyNotUnlink(topic, viewer, link !== null));
    await act.trx
      .updateTable('topic_voices')
      .set({ unlinked_at: act.now, unlinked_by: viewer.personId })
      .where('community_id', '=', topic.communityId)
      .where('id', '=', link)
      .execute();
    await recordTopic(act, viewer, topic, 'voice_unlinked');
    return { number: topic.number };
  });
}
