import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden, refuseIf } from '#foundation/refusal.ts';
import type { Act, How } from '#foundation/server/perform.ts';
import { readPersonalData, type Viewer } from '#community/people/index.ts';
import type { Delegation } from './delegation.ts';
import { ways } from './inputs.ts';
import { withDelegation, type DelegationRef } from './load-delegation.ts';
import { takeStep } from './take-step.ts';
import { whyNotShare } from './why-not-delegate.ts';

/** `fields`: empty takes everything back. */
export const shareContactInput = z.object({
  fields: z.array(z.enum(['name', 'phone'], 'input.choose')).default([]),
  way: z.enum(ways, 'input.choose').default('page'),
});
export type ShareContact = z.infer<typeof shareContactInput>;

/** L3: whoever spoke says what the group may know of them, or that it may no more. Throws Refused by `whyNotShare`. */
export async function shareContact(viewer: Viewer, ref: DelegationRef, input: ShareContact, how?: How): Promise<{ fields: string[] }> {
  return withDelegation(viewer, ref, { verb: 'share_contact', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotShare(one, who));
    const { communityId, id } = one;
    await act.trx
      .updateTable('delegation_contacts')
      .set({ ended_at: act.now })
      .where('community_id', '=', communityId)
      .where('delegation_id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    if (input.fields.length > 0) {
      await act.trx
        .insertInto('delegation_contacts')
        .values({
          community_id: communityId,
          id: newId(act.now),
          delegation_id: id,
          fields: input.fields,
          way: input.way,
          agreed_at: act.now,
          entered_by: who.speaks ? null : viewer.personId,
        })
        .execute();
    }
    await takeStep(act, viewer, one, 'contact_shared', { data: { fields: input.fields.length } });
    return { fields: input.fields };
  });
}

export type SharedContact = { name: string | null; phone: string | null };

/**
 * L3: what the leader may know of whoever spoke: what they agreed to, nothing else. The look is written down. Null where
 * nothing was agreed. Throws Forbidden for anybody but the leader of the group.
 */
export async function readSharedContact(viewer: Viewer, ref: DelegationRef): Promise<SharedContact | null> {
  return withDelegation(viewer, ref, { verb: 'read_contact', input: null }, undefined, async ({ act, one, who }) => {
    if (!who.leads) throw new Forbidden();
    const shared = await findShared(act, one);
    if (!shared) return null;
    const data = await readPersonalData(act, viewer, {
      communityId: one.communityId,
      table: 'reporters',
      ids: [shared.reporterId],
      fields: shared.fields,
      purpose: 'delegation',
      ...(one.voiceId && { voiceId: one.voiceId }),
    });
    const found = data.get(shared.reporterId);
    return { name: found?.name ?? null, phone: found?.phone ?? null };
  });
}

async function findShared({ trx }: Act, one: Delegation): Promise<{ fields: ('name' | 'phone')[]; reporterId: string } | undefined> {
  return trx
    .selectFrom('delegation_contacts as shared')
    .innerJoin('delegations', (join) =>
      join.onRef('delegations.community_id', '=', 'shared.community_id').onRef('delegations.id', '=', 'shared.delegation_id'),
    )
    .innerJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'delegations.community_id').onRef('voices.id', '=', 'delegations.voice_id'),
    )
    .select(['shared.fields', 'voices.reporter_id as reporterId'])
    .$narrowType<{ fields: ('name' | 'phone')[] }>()
    .where('shared.community_id', '=', one.communityId)
    .where('shared.delegation_id', '=', one.id)
    .where('shared.ended_at', 'is', null)
    .executeTakeFirst();
}
