import { newId } from '#foundation/ids.ts';
import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { acceptCommitment, draftCommitment, draftCommitmentInput, publishCommitment, type CommitmentRef } from '#act/commitments/index.ts';
import type { World } from './world.ts';

// Promises for tests: of the yearly list, made by the world's worker unless another owner is given.

export const today = shanghaiDay(new Date());
export const on = (days: number): Date => new Date(`${shiftDay(today, days)}T10:00:00+08:00`);
export type PromiseRef = CommitmentRef & { id: string; number: string };
type More = { text?: string; days?: number; now?: Date; organizationId?: string; owner?: Viewer };

/** A draft, due so many days after it was written. */
export async function aPromise(world: World, { text = 'Ten new lamps', days = 20, now, organizationId, owner }: More): Promise<PromiseRef> {
  const from = now ? shanghaiDay(now) : today;
  const input = draftCommitmentInput.parse({
    source: 'works_list',
    listYear: from.slice(0, 4),
    text,
    dueOn: shiftDay(from, days),
    organizationId,
    ownerId: (owner ?? world.worker).personId ?? undefined,
  });
  const drafted = await draftCommitment(world.secretary, world.communityId, input, now && { now });
  return { communityId: world.communityId, ...drafted };
}

/** Accepted and made public the same day. */
export async function aPublicPromise(world: World, more: More): Promise<PromiseRef> {
  const ref = await aPromise(world, more);
  const how = more.now && { now: more.now };
  await acceptCommitment(more.owner ?? world.worker, ref, { way: 'page' }, how);
  await publishCommitment(world.secretary, ref, how);
  return ref;
}

/** A body with people in its offices. */
export async function bodyOf({ communityId }: World, kind: string, seats: Record<string, Viewer>): Promise<string> {
  const id = newId();
  const now = new Date();
  const level = kind === 'party_organization' ? { level: 'branch' } : {};
  await database()
    .insertInto('organizations')
    .values({ community_id: communityId, id, kind, name: kind, created_at: now, ...level })
    .execute();
  for (const [office, { personId }] of Object.entries(seats)) {
    const person = { community_id: communityId, id: newId(), organization_id: id, person_id: personId ?? '', office };
    await database()
      .insertInto('memberships')
      .values({ ...person, way: 'elected', starts_on: '2024-01-01', entered_at: now })
      .execute();
  }
  return id;
}

/** The row as it stands. */
export function commitmentRow(ref: { communityId: number; id: string }) {
  return database()
    .selectFrom('commitments')
    .selectAll()
    .where('community_id', '=', ref.communityId)
    .where('id', '=', ref.id)
    .executeTakeFirstOrThrow();
}
