import { Forbidden, Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, type Viewer } from '../viewer.ts';

/** Ends one of one's own tokens; programs that use it are refused from the next request on. Throws Missing. */
export async function endAccessToken(viewer: Viewer, tokenId: string, how?: How): Promise<{ tokenId: string }> {
  const personId = viewer.personId;
  if (!personId) throw new Forbidden('sign-in.needed');
  return perform({ actor: actorKey(viewer), verb: 'token.end', input: tokenId }, how, async (act) => {
    const ended = await act.trx
      .updateTable('access_tokens')
      .set({ ended_at: act.now })
      .where('id', '=', tokenId)
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new Missing();
    await recordSecurityEvent(act, { name: 'token.ended', personId, data: { tokenId } });
    return { tokenId };
  });
}
