import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { loadTopic, reachTopic, type TopicRef } from './load-topic.ts';
import { moveTopic } from './record-topic.ts';
import { whyNotBind } from './power-check.ts';
import { whyNotMeet } from './why-not-topic.ts';
import { follows, type TopicStage } from './topic.ts';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/**
 * Within a command of another room (a meeting called, a vote counted, a promise begun): the topic goes on to that stage, and
 * those who spoke first are told. What it can't reach from where it stands leaves it alone: false. Throws Missing.
 */
export async function advanceTopic(act: Act, viewer: Viewer, ref: TopicRef, stage: TopicStage, note?: string): Promise<boolean> {
  const topic = await reachTopic(act.trx, ref);
  if (!follows[topic.stage].includes(stage)) return false;
  await moveTopic(act, viewer, topic, stage, { note });
  return true;
}

/** What stands against putting a topic on the agenda of a meeting of this kind, to be decided or talked about; null: nothing. */
export async function whyNotScheduleTopic(
  db: Kysely<DB>,
  ref: TopicRef,
  { kind, purpose }: { kind: string; purpose: string },
): Promise<string | null> {
  const topic = await loadTopic(db, ref);
  if (!topic) return 'topic.unknown';
  return (
    whyNotMeet(topic, { toVote: purpose === 'decide' || purpose === 'advise', kind }) ??
    (purpose === 'decide' ? whyNotBind(topic.screening, kind) : null)
  );
}
