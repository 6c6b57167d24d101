import { isId } from '#foundation/ids.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { mayKeepProgramKeys } from './issue-program-key.ts';

/** Ends a program's key; from the next request on it is refused. What the program brought stays. Throws Forbidden, Missing. */
export async function endProgramKey(viewer: Viewer, communityId: number, id: string, how?: How): Promise<{ id: string }> {
  if (!mayKeepProgramKeys(viewer, communityId)) throw new Forbidden();
  if (!isId(id)) throw new Missing();
  return perform({ actor: actorKey(viewer), verb: 'program_key.end', input: [communityId, id] }, how, async (act) => {
    const ended = await act.trx
      .updateTable('program_keys')
      .set({ ended_at: act.now, ended_by: viewer.personId })
      .where('community_id', '=', communityId)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new Missing();
    await recordSecurityEvent(act, { name: 'key.ended', actorId: viewer.personId, communityId, data: { keyId: id } });
    return { id };
  });
}
