import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { proposeTopic, proposeTopicInput, screenTopic, screenTopicInput, type TopicRef } from '#discuss/topics/index.ts';
import type { World } from './world.ts';

// Topics for tests, brought by the secretary.

export type TopicOf = TopicRef & { id: string; number: string };

export async function aTopic(world: World, more: Record<string, unknown> = {}): Promise<TopicOf> {
  const input = proposeTopicInput.parse({ origin: 'secretary', title: 'The lamps', question: 'Shall the lamps burn longer?', ...more });
  const proposed = await proposeTopic(world.secretary, world.communityId, input);
  return { communityId: world.communityId, ...proposed };
}

/** Brought and screened: an important matter of the residents' meeting unless said otherwise. */
export async function aScreened(world: World, more: Record<string, unknown> = {}): Promise<TopicOf> {
  const ref = await aTopic(world);
  await screenTopic(
    world.secretary,
    ref,
    screenTopicInput.parse({ matter: 'important_matter', effect: 'binding', reason: 'It is everybody’s', ...more }),
  );
  return ref;
}

/** A Party branch, as the register has it. */
export async function plantBranch({ communityId }: World): Promise<string> {
  const id = newId();
  await database()
    .insertInto('organizations')
    .values({ community_id: communityId, id, kind: 'party_organization', level: 'branch', name: 'Branch', created_at: new Date() })
    .execute();
  return id;
}
