import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { whyNotPrintCard } from './why-not-print-card.ts';

/** A card got lost: it opens nothing any more, and whoever is signed in with it is signed out. Throws Missing, Refused. */
export async function revokeCard(viewer: Viewer, communityId: number, cardId: string, how?: How): Promise<{ cardId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'card.revoke', input: [communityId, cardId] }, how, async (act) => {
    refuseIf(whyNotPrintCard(viewer, communityId, null));
    const card = await act.trx
      .updateTable('invitations')
      .set({ revoked_at: act.now, revoked_by: viewer.personId })
      .where('community_id', '=', communityId)
      .where('id', '=', cardId)
      .where('revoked_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst();
    if (!card) throw new Missing();
    // Only resident sessions: the same person may serve here, too, by another way in.
    await act.trx
      .updateTable('sessions')
      .set({ ended_at: act.now })
      .where('person_id', '=', card.person_id)
      .where('kind', '=', 'resident')
      .where('ended_at', 'is', null)
      .execute();
    await recordSecurityEvent(act, {
      name: 'card.revoked',
      personId: card.person_id,
      actorId: viewer.personId,
      communityId,
      data: { cardId },
    });
    return { cardId };
  });
}
