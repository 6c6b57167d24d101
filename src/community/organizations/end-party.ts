import { Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { forbidIf, whyNotSwitch } from './why-not-organize.ts';

/** An organization is no longer a party of the joint meeting; what it promised stands. Throws Missing. */
export async function endParty(viewer: Viewer, communityId: number, input: { partyId: string }, how?: How): Promise<{ partyId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'party.end', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotSwitch(viewer, communityId));
    const party = await act.trx
      .updateTable('joint_parties')
      .set({ ended_at: act.now, ended_by: viewer.personId })
      .where('community_id', '=', communityId)
      .where('id', '=', input.partyId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!party) throw new Missing();
    await recordEvent(act, {
      communityId,
      name: 'party.ended',
      subjectId: party.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
    });
    return { partyId: party.id };
  });
}
