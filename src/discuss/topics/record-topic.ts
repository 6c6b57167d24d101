import type { Content } from '#foundation/commitments/index.ts';
import { newId } from '#foundation/ids.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import type { Act, Json } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import { tellOfTopic } from './tell-of-topic.ts';
import type { Topic, TopicStage } from './topic.ts';

type About = Pick<Topic, 'communityId' | 'id' | 'number'>;
/** `note`: for everybody to read. `line`: what the public ledger says in plain; `content`: what it only commits to. */
type More = { note?: string | undefined; line?: { readonly [key: string]: Content }; content?: Content; data?: { [key: string]: Json } };

/** Within a command: the step with who and when, the stage after it, the event; then those who spoke first are told. */
export async function moveTopic(act: Act, viewer: Viewer, topic: About, stage: TopicStage, { note, line, content, data }: More = {}) {
  const { trx, now } = act;
  const { communityId, id, number } = topic;
  await trx
    .insertInto('topic_steps')
    .values({
      community_id: communityId,
      id: newId(now),
      topic_id: id,
      stage,
      note: note ?? null,
      taken_at: now,
      taken_by: viewer.personId,
    })
    .execute();
  await trx.updateTable('topics').set({ stage, changed_at: now }).where('community_id', '=', communityId).where('id', '=', id).execute();
  await recordTopic(act, viewer, topic, stage, data);
  if (line) await appendToLedger(act, { type: `topic.${stage}`, communityId, plain: { topic: number, ...line }, content, under: null });
  await tellOfTopic(act, topic, stage);
}

/** Within a command: something that happened to a topic and leaves its stage as it is. */
export async function recordTopic(
  act: Act,
  viewer: Viewer,
  { communityId, id }: Pick<About, 'communityId' | 'id'>,
  what: string,
  data: { [key: string]: Json } = {},
): Promise<void> {
  await recordEvent(act, {
    communityId,
    name: `topic.${what}`,
    subjectId: id,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    data,
  });
}
