import { z } from 'zod';
import { sql } from 'kysely';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { text } from './inputs.ts';
import { reachOrganization, type OrganizationRef } from './load-organization.ts';
import { forbidIf, whyNotSwitch } from './why-not-organize.ts';

/** `duty`: what it answers for at the joint meeting. */
export const namePartyInput = z.object({ duty: text(300) });
export type NameParty = z.infer<typeof namePartyInput>;

/** Makes an organization one of the parties of the joint meeting (five unless the community has others). Throws Refused. */
export async function nameParty(viewer: Viewer, ref: OrganizationRef, input: NameParty, how?: How): Promise<{ partyId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'party.name', input: [ref, input] }, how, async (act) => {
    const { communityId, id: organizationId, ended } = await reachOrganization(act, ref);
    forbidIf(whyNotSwitch(viewer, communityId));
    const there = await act.trx
      .selectFrom('joint_parties')
      .select(['organization_id', sql<number>`sort`.as('sort')])
      .where('community_id', '=', communityId)
      .where('ended_at', 'is', null)
      .execute();
    refuseIf(ended ? 'organizations.ended' : null);
    refuseIf(there.some((party) => party.organization_id === organizationId) ? 'organizations.party-already' : null);
    const partyId = newId(act.now);
    await act.trx
      .insertInto('joint_parties')
      .values({
        community_id: communityId,
        id: partyId,
        sort: Math.max(0, ...there.map(({ sort }) => sort)) + 1,
        organization_id: organizationId,
        duty: input.duty,
        named_at: act.now,
        named_by: viewer.personId,
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'party.named',
      subjectId: partyId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { organizationId },
    });
    return { partyId };
  });
}
