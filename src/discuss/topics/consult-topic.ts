import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { moveTopic } from './record-topic.ts';
import { whyNotConsult } from './why-not-topic.ts';

/** `how`: where and until when everybody can say what they think. */
export const consultTopicInput = z.object({ how: words(500) });
export type ConsultTopic = z.infer<typeof consultTopicInput>;

/** It is talked about with those concerned before anybody decides [law RC 32]. Throws Missing, Refused by `whyNotConsult`. */
export async function consultTopic(viewer: Viewer, ref: TopicRef, input: ConsultTopic, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.consult', input: [ref, input] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotConsult(topic, viewer));
    await moveTopic(act, viewer, topic, 'consulting', { note: input.how });
    return { number: topic.number };
  });
}
