import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { isPartyModuleOn } from '#community/organizations/index.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn, words } from '#listen/voices/index.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { moveTopic } from './record-topic.ts';
import { whyNotStudy } from './why-not-topic.ts';

/** `organizationId`: the Party organisation that studied it. `reference`: of the paper it stands in. `opinion`: for everybody. */
export const studyTopicInput = z.object({
  organizationId: z.uuid('input.not-usable').optional(),
  heldOn: z.iso.date('input.not-a-day'),
  reference: words(200),
  opinion: words(2000).optional(),
});
export type StudyTopic = z.infer<typeof studyTopicInput>;

/** Studied before it goes to a meeting [law RC 30]: by the Party organisation of the house, or as an act of outside. */
export async function studyTopic(viewer: Viewer, ref: TopicRef, input: StudyTopic, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.study', input: [ref, input] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    const moduleOn = await isPartyModuleOn(act.trx, topic.communityId);
    const organizationId = moduleOn ? (input.organizationId ?? null) : null;
    refuseIf(whyNotStudy(topic, viewer, { moduleOn, organizationId }));
    if (organizationId !== null) {
      const known = await act.trx
        .selectFrom('organizations')
        .select('id')
        .where('community_id', '=', topic.communityId)
        .where('id', '=', organizationId)
        .where('kind', '=', 'party_organization')
        .executeTakeFirst();
      if (!known) throw new Invalid([{ field: 'organizationId', code: 'input.not-usable' }]);
    }
    await act.trx
      .insertInto('topic_studies')
      .values({
        community_id: topic.communityId,
        id: newId(act.now),
        topic_id: topic.id,
        organization_id: organizationId,
        held_on: input.heldOn,
        reference: input.reference,
        opinion: input.opinion ?? null,
        noted_at: act.now,
        noted_by: signedIn(viewer),
      })
      .execute();
    await moveTopic(act, viewer, topic, 'studied', { data: { heldOn: input.heldOn } });
    return { number: topic.number };
  });
}
