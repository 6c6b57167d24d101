import { Missing, refuseIf } from '#foundation/refusal.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { setTemporaryPassword } from '../sign-in/set-password.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { lockReset } from './lock-reset.ts';
import { firstHalf, secondHalf } from './reset-half.ts';
import { whyNotSecondReset } from './reset.ts';

/**
 * Seconds the reset of a colleague's sign-in: password and authenticator are let go, every sign-in ends, and a password of
 * two halves opens the choice of a new one for seven days. Returns the second half, shown this once. Asks for a step-up;
 * throws Missing when nothing waits, Refused by `whyNotSecondReset`.
 */
export async function secondReset(
  viewer: Viewer,
  session: Session | null,
  communityId: number,
  personId: string,
  how?: How,
): Promise<{ half: string }> {
  requireStepUp(session, how?.now ?? (await databaseTime()));
  return perform({ actor: actorKey(viewer), verb: 'reset.second', input: null }, { now: how?.now }, async (act) => {
    const { trx, now } = act;
    const reset = await lockReset(act, communityId, personId);
    if (!reset) throw new Missing();
    refuseIf(whyNotSecondReset(viewer, communityId, reset));
    await trx
      .updateTable('sign_in_resets')
      .set({ seconded_by: viewer.personId, seconded_at: now })
      .where('community_id', '=', communityId)
      .where('id', '=', reset.id)
      .execute();
    await trx.deleteFrom('authenticators').where('person_id', '=', personId).execute();
    await trx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
    await trx.updateTable('access_tokens').set({ ended_at: now }).where('person_id', '=', personId).where('ended_at', 'is', null).execute();
    const ended = await endSessionsOf(act, personId);
    const half = secondHalf();
    await setTemporaryPassword(act, personId, `${firstHalf(reset.id)}-${half}`);
    await recordSecurityEvent(act, { name: 'reset.seconded', personId, actorId: viewer.personId, communityId, data: { ended } });
    return { half };
  });
}
