import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actingRole, actorKey, erasePersonData, type Viewer } from '#community/people/index.ts';
import { ways } from './liaison.ts';
import { reachNomination, type LiaisonRef } from './load-call.ts';
import { recordLiaison } from './record-liaison.ts';
import { whyNotDecline } from './why-not-liaison.ts';

export const declineNominationInput = z.object({ way: z.enum(ways, 'input.choose').default('page') });
export type DeclineNomination = z.infer<typeof declineNominationInput>;

/**
 * Whoever was nominated would rather not; their name leaves the list at once, and somebody who was known only through
 * the nomination is erased. Throws Missing, Refused by `whyNotDecline`.
 */
export async function declineNomination(
  viewer: Viewer,
  ref: LiaisonRef,
  input: DeclineNomination,
  how?: How,
): Promise<{ nominationId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.decline', input: [ref, input] }, how, async (act) => {
    const nomination = await reachNomination(act.trx, ref);
    refuseIf(whyNotDecline(nomination, viewer, input.way));
    await act.trx
      .updateTable('liaison_nominations')
      .set({
        declined_at: act.now,
        declined_noted_by: input.way === 'page' ? null : viewer.personId,
        shown_name: null,
        agreed_at: null,
        agreed_way: null,
        agreed_noted_by: null,
      })
      .where('community_id', '=', ref.communityId)
      .where('id', '=', nomination.id)
      .execute();
    await recordLiaison(act, viewer, {
      communityId: ref.communityId,
      subjectId: nomination.id,
      name: 'declined',
      data: { way: input.way },
    });
    if (await isKnownOnlyByThis(act, nomination.personId))
      await erasePersonData(
        act,
        { personId: viewer.personId, role: actingRole(viewer, ref.communityId) },
        ref.communityId,
        nomination.personId,
      );
    return { nominationId: nomination.id };
  });
}

async function isKnownOnlyByThis({ trx }: Act, personId: string): Promise<boolean> {
  const role = await trx.selectFrom('roles').select('id').where('person_id', '=', personId).limit(1).executeTakeFirst();
  const other = await trx
    .selectFrom('liaison_nominations')
    .select('id')
    .where('person_id', '=', personId)
    .where('declined_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return !role && !other;
}
