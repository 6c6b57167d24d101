import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, hasRole, type Viewer } from '../viewer.ts';

/**
 * Opens a closed account again, without any role: those are given anew, one by one. For administrators of a community
 * the person once served. Throws Missing when there is no such closed account here.
 */
export async function enablePerson(viewer: Viewer, communityId: number, personId: string, how?: How): Promise<{ personId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'person.enable', input: [communityId, personId] }, how, async (act) => {
    refuseIf(viewer.kind === 'staff' && hasRole(viewer, communityId, 'administrator') ? null : 'role.not-yours-to-give');
    const person = await act.trx
      .updateTable('people')
      .set({ ended_at: null, ended_by: null })
      .where('id', '=', personId)
      .where('ended_at', 'is not', null)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('roles')
            .select('roles.id')
            .whereRef('roles.person_id', '=', 'people.id')
            .where('roles.community_id', '=', communityId),
        ),
      )
      .returning('id')
      .executeTakeFirst();
    if (!person) throw new Missing();
    await recordSecurityEvent(act, { name: 'person.enabled', personId, actorId: viewer.personId, communityId });
    return { personId };
  });
}
