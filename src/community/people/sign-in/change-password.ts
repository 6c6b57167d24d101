import { z } from 'zod';
import { hashPassword, verifyPassword } from '#foundation/secrets/index.ts';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { giveTokenBack, takeToken } from '#foundation/server/take-token.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { renewSession } from '../sessions/renew-session.ts';
import type { Session } from '../sessions/session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { password } from '../inputs.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { assertPassword, setPassword } from './set-password.ts';

export const changePasswordInput = z.object({ current: password, next: password, again: password });
export type ChangePassword = z.infer<typeof changePasswordInput>;

/**
 * Changes one's own password: the current one is asked, every other session ends, this one gets a new token (returned).
 * Throws Invalid (fields `current`, `next`, `again`), TooMany, Forbidden without a full staff session.
 */
export async function changePassword(viewer: Viewer, session: Session | null, input: ChangePassword, how?: How): Promise<string> {
  const personId = viewer.personId;
  if (!personId || session?.kind !== 'staff') throw new Forbidden('sign-in.needed');
  const bucket = `password:${personId}`;
  await takeToken(bucket, 5, 900);
  const held = await database().selectFrom('passwords').select('hash').where('person_id', '=', personId).executeTakeFirst();
  if (!held || !(await verifyPassword(input.current, held.hash))) throw new Invalid([{ field: 'current', code: 'password.current-wrong' }]);
  await giveTokenBack(bucket);
  await assertPassword(personId, input.next);
  if (input.next !== input.again) throw new Invalid([{ field: 'again', code: 'password.not-the-same' }]);
  const hash = await hashPassword(input.next);
  return perform({ actor: actorKey(viewer), verb: 'password.change', input: null }, { now: how?.now }, async (act) => {
    await setPassword(act, personId, hash);
    const ended = await endSessionsOf(act, personId, session.id);
    await recordSecurityEvent(act, { name: 'password.changed', personId, data: { ended } });
    return renewSession(act, session.id, 'full');
  });
}
