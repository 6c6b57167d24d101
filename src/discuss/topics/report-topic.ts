import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { moveTopic } from './record-topic.ts';
import { whyNotReport } from './why-not-topic.ts';

/** `words`: what came of it, for those who spoke first and everybody else. */
export const reportTopicInput = z.object({ words: words(2000) });
export type ReportTopic = z.infer<typeof reportTopicInput>;

/** Reported back to those it came from. Throws Missing, Refused by `whyNotReport`. */
export async function reportTopic(viewer: Viewer, ref: TopicRef, input: ReportTopic, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.report', input: [ref, input] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotReport(topic, viewer));
    await moveTopic(act, viewer, topic, 'reported', { note: input.words });
    return { number: topic.number };
  });
}
