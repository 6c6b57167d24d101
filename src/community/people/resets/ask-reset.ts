import { newId } from '#foundation/ids.ts';
import { Missing, Refused } from '#foundation/refusal.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { assertHeldHere } from '../roles/held-here.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { firstHalf } from './reset-half.ts';
import { resetWaits } from './reset.ts';

/**
 * Asks to reset the lost sign-in of a colleague. Nothing changes for them until somebody else seconds it, within two
 * days; they are told and can stop it. Returns the first half of the password, shown this once. An older request of the
 * same person is dropped. Asks for a step-up; throws Missing, or Refused when it is one's own or not one's to reset.
 */
export async function askReset(
  viewer: Viewer,
  session: Session | null,
  communityId: number,
  personId: string,
  how?: How,
): Promise<{ half: string; expiresAt: Date }> {
  requireStepUp(session, how?.now ?? (await databaseTime()));
  return perform({ actor: actorKey(viewer), verb: 'reset.ask', input: null }, { now: how?.now }, async (act) => {
    const { trx, now } = act;
    if (viewer.personId === personId || !viewer.personId) throw new Refused('person.not-yourself');
    const person = await trx
      .selectFrom('people')
      .select(['id', 'username'])
      .where('id', '=', personId)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!person?.username) throw new Missing();
    await assertHeldHere(trx, viewer, communityId, personId);
    await trx
      .updateTable('sign_in_resets')
      .set({ dropped_by: viewer.personId, dropped_at: now })
      .where('community_id', '=', communityId)
      .where('person_id', '=', personId)
      .where('seconded_at', 'is', null)
      .where('dropped_at', 'is', null)
      .execute();
    const id = newId(now);
    const expiresAt = new Date(now.getTime() + resetWaits);
    await trx
      .insertInto('sign_in_resets')
      .values({ community_id: communityId, id, person_id: personId, asked_by: viewer.personId, asked_at: now, expires_at: expiresAt })
      .execute();
    await recordSecurityEvent(act, { name: 'reset.asked', personId, actorId: viewer.personId, communityId });
    return { half: firstHalf(id), expiresAt: expiresAt.toISOString() };
  }).then(({ half, expiresAt }) => ({ half, expiresAt: new Date(expiresAt) }));
}
