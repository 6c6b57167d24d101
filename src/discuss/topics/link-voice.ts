import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { loadVoice, tell } from '#listen/voices/index.ts';
import { findLink } from './find-link.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { recordTopic } from './record-topic.ts';
import type { Topic } from './topic.ts';
import { whyNotLink } from './why-not-topic.ts';

export const linkVoiceInput = z.object({ voice: z.string('input.needed').trim().min(1, 'input.needed').max(30) });
export type LinkVoice = z.infer<typeof linkVoiceInput>;

/** One more voice says the same: its speaker hears of the topic from now on. Throws Missing, Invalid, Refused by `whyNotLink`. */
export async function linkVoice(viewer: Viewer, ref: TopicRef, { voice }: LinkVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.link', input: [ref, voice] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotLink(topic, viewer, null, false));
    await linkVoices(act, viewer, topic, [voice], 'voice');
    return { number: topic.number };
  });
}

type About = Pick<Topic, 'communityId' | 'id' | 'number' | 'stage'>;

/** Within a command: several by their numbers. Throws Invalid for one out of reach, Refused by `whyNotLink`. */
export async function linkVoices(act: Act, viewer: Viewer, topic: About, numbers: readonly string[], field = 'voices'): Promise<void> {
  for (const number of new Set(numbers)) {
    const voice = await loadVoice(act.trx, viewer, { communityId: topic.communityId, number });
    if (!voice) throw new Invalid([{ field, code: 'topic.voice-not-found' }]);
    refuseIf(whyNotLink(topic, viewer, voice, (await findLink(act.trx, topic, voice.id)) !== null));
    await act.trx
      .insertInto('topic_voices')
      .values({
        community_id: topic.communityId,
        id: newId(act.now),
        topic_id: topic.id,
        voice_id: voice.id,
        linked_at: act.now,
        linked_by: viewer.personId,
      })
      .execute();
    await recordTopic(act, viewer, topic, 'voice_linked');
    if (!act.quiet) await tell(act, { communityId: topic.communityId, id: voice.id, children: 1 }, 'topic');
  }
}
