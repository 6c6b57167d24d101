import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { recordTopic } from './record-topic.ts';
import { isResident } from './topic-access.ts';
import { sides } from './topic.ts';
import { whyNotArgue } from './why-not-topic.ts';

export const addArgumentInput = z.object({ side: z.enum(sides, 'input.choose'), words: words(500) });
export type AddArgument = z.infer<typeof addArgumentInput>;

/**
 * What speaks for it, against it, or is still to be asked; shown without a name. The office writes down what it heard on paper
 * or in a talk. Throws Missing, Refused by `whyNotArgue`.
 */
export async function addArgument(viewer: Viewer, ref: TopicRef, input: AddArgument, how?: How): Promise<{ argumentId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.argue', input: [ref, input] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotArgue(topic, viewer));
    const own = isResident(viewer, topic.communityId);
    const argumentId = newId(act.now);
    await act.trx
      .insertInto('topic_arguments')
      .values({
        community_id: topic.communityId,
        id: argumentId,
        topic_id: topic.id,
        side: input.side,
        words: input.words,
        author_id: own ? viewer.personId : null,
        entered_by: own ? null : viewer.personId,
        said_at: act.now,
      })
      .execute();
    await recordTopic(act, viewer, topic, 'argued', { side: input.side });
    return { argumentId };
  });
}
