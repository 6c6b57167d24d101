import { z } from 'zod';
import { isId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { recordTopic } from './record-topic.ts';
import { whyNotRemoveArgument } from './why-not-topic.ts';

/** `reason`: stands where the words stood. */
export const removeArgumentInput = z.object({ argumentId: z.string('input.needed'), reason: words(300) });
export type RemoveArgument = z.infer<typeof removeArgumentInput>;

/** Taken down with a reason everybody reads, such as a name that was in it. Throws Missing, Refused by `whyNotRemoveArgument`. */
export async function removeArgument(viewer: Viewer, ref: TopicRef, input: RemoveArgument, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.remove_argument', input: [ref, input] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    refuseIf(whyNotRemoveArgument(topic, viewer, null));
    const argument = await act.trx
      .selectFrom('topic_arguments')
      .select(['id', 'removed_at'])
      .where('community_id', '=', topic.communityId)
      .where('topic_id', '=', topic.id)
      .where('id', '=', isId(input.argumentId) ? input.argumentId : null)
      .executeTakeFirst();
    if (!argument) throw new Missing();
    refuseIf(whyNotRemoveArgument(topic, viewer, { removed: argument.removed_at !== null }));
    await act.trx
      .updateTable('topic_arguments')
      .set({ removed_at: act.now, removed_by: viewer.personId, removal_reason: input.reason })
      .where('community_id', '=', topic.communityId)
      .where('id', '=', argument.id)
      .execute();
    await recordTopic(act, viewer, topic, 'argument_removed');
    return { number: topic.number };
  });
}
