import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachTopic, type TopicRef } from './load-topic.ts';
import { recordTopic } from './record-topic.ts';
import type { Topic } from './topic.ts';
import { whyNotAppeal } from './why-not-topic.ts';

/** `words`: why it should be taken up after all. */
export const appealDeclineInput = z.object({ words: words(1000) });
export type AppealDecline = z.infer<typeof appealDeclineInput>;

/** Those who wanted it talked about ask somebody else to look again. Throws Missing, Refused by `whyNotAppeal`. */
export async function appealDecline(viewer: Viewer, ref: TopicRef, input: AppealDecline, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'topic.appeal', input: [ref, input] }, how, async (act) => {
    const topic = await reachTopic(act.trx, ref);
    const concerned = await isConcerned(act.trx, topic, viewer);
    refuseIf(whyNotAppeal(topic, viewer, concerned));
    await act.trx
      .insertInto('topic_appeals')
      .values({
        community_id: topic.communityId,
        id: newId(act.now),
        topic_id: topic.id,
        decline_id: topic.decline?.id ?? '',
        words: input.words,
        appealed_at: act.now,
        appealed_by: concerned ? viewer.personId : null,
        entered_by: concerned ? null : viewer.personId,
      })
      .execute();
    await recordTopic(act, viewer, topic, 'appealed');
    return { number: topic.number };
  });
}

/** Whether somebody supports it, brought it, or spoke first: signed in, or holding number and query code of that voice. */
export async function isConcerned(db: Kysely<DB>, { communityId, id, proposedBy }: Topic, { personId, holds }: Viewer): Promise<boolean> {
  if (personId !== null && personId === proposedBy) return true;
  const held = holds?.communityId === communityId ? holds.voiceId : null;
  const { rows } = await sql<{ concerned: boolean }>`select exists (
      select from topic_supports where community_id = ${communityId} and topic_id = ${id}::uuid and withdrawn_at is null
        and person_id = ${personId}::uuid)
    or exists (select from topic_voices tv join voices v on v.community_id = tv.community_id and v.id = tv.voice_id
      join reporters r on r.community_id = v.community_id and r.id = v.reporter_id where tv.community_id = ${communityId}
      and tv.topic_id = ${id}::uuid and tv.unlinked_at is null and (v.id = ${held}::uuid or r.person_id = ${personId}::uuid)) as concerned`.execute(
    db,
  );
  return rows[0]?.concerned ?? false;
}
