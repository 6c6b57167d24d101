import { z } from 'zod';
import { Refused } from '#foundation/refusal.ts';
import type { Database } from '#foundation/server/database.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { id, line } from '../inputs.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { assertHeldHere } from './held-here.ts';

export const disablePersonInput = z.object({ personId: id, reason: line(200) });
export type DisablePerson = z.infer<typeof disablePersonInput>;

/**
 * Closes an account: sign-ins, access tokens and every role end together, at the next request. What the person did
 * stays under their name. Throws Missing, or Refused when it is one's own or holds a role the viewer may not end.
 */
export async function disablePerson(viewer: Viewer, communityId: number, input: DisablePerson, how?: How): Promise<{ personId: string }> {
  const { personId, reason } = input;
  return perform({ actor: actorKey(viewer), verb: 'person.disable', input: [communityId, input] }, how, async (act) => {
    const { trx, now } = act;
    if (viewer.personId === personId) throw new Refused('person.not-yourself');
    await trx
      .selectFrom('roles')
      .select('id')
      .where('role', '=', 'administrator')
      .where('ended_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    await assertHeldHere(trx, viewer, communityId, personId);
    if (await leavesNoAdministrator(trx, personId)) throw new Refused('role.last-administrator');
    await trx
      .updateTable('roles')
      .set({ ended_at: now, ended_by: viewer.personId, end_reason: reason })
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .execute();
    await trx.updateTable('people').set({ ended_at: now, ended_by: viewer.personId }).where('id', '=', personId).execute();
    await trx.updateTable('access_tokens').set({ ended_at: now }).where('person_id', '=', personId).where('ended_at', 'is', null).execute();
    await trx
      .updateTable('invitations')
      .set({ revoked_at: now, revoked_by: viewer.personId })
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .execute();
    await endSessionsOf(act, personId);
    // What they had promised passes to whoever takes over.
    await enqueue(act, 'pass-on-commitments', { personId });
    await recordSecurityEvent(act, { name: 'person.disabled', personId, actorId: viewer.personId, communityId });
    return { personId };
  });
}

/** Whether some community would be left without anybody who administers it. */
async function leavesNoAdministrator(db: Database, personId: string): Promise<boolean> {
  const administered = await db
    .selectFrom('roles as own')
    .select('own.community_id')
    .where('own.person_id', '=', personId)
    .where('own.role', '=', 'administrator')
    .where('own.ended_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('roles as other')
            .innerJoin('people', 'people.id', 'other.person_id')
            .select('other.id')
            .whereRef('other.community_id', '=', 'own.community_id')
            .where('other.role', '=', 'administrator')
            .where('other.ended_at', 'is', null)
            .where('people.ended_at', 'is', null)
            .where('other.person_id', '<>', personId),
        ),
      ),
    )
    .executeTakeFirst();
  return administered !== undefined;
}
