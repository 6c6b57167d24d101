import type { Act } from '#foundation/server/perform.ts';
import { notifyAll, type Topic } from '#community/notices/index.ts';
import type { Delegation } from './delegation.ts';

type What = { template: string; topic?: Topic; deadline?: Date };

/** Within a command: people hear of a step of a delegation; what they owe goes out at once. */
export async function tellAbout(
  act: Act,
  one: Pick<Delegation, 'communityId' | 'id' | 'number' | 'title'>,
  people: readonly (string | null)[],
  { template, topic = 'duty', deadline }: What,
): Promise<void> {
  const { communityId, number, title } = one;
  await notifyAll(
    act,
    {
      communityId,
      topic,
      template: `delegation.${template}`,
      facts: { number, title },
      about: { kind: 'delegation', id: one.id, number },
      ...(deadline && { deadline }),
    },
    people.filter((personId) => personId !== null),
  );
}

/** Who leads or chairs these groups today. */
export async function findLeaders({ trx }: Act, communityId: number, organizationIds: readonly string[]): Promise<string[]> {
  if (organizationIds.length === 0) return [];
  const rows = await trx
    .selectFrom('memberships')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('organization_id', 'in', organizationIds)
    .where('office', 'in', ['leader', 'chair'])
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}

/** The secretary of a community, who signs for it. */
export async function findSecretaries({ trx, now }: Act, communityId: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('roles')
    .select('person_id')
    .where('community_id', '=', communityId)
    .where('role', '=', 'community_secretary')
    .where('starts_at', '<=', now)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}
