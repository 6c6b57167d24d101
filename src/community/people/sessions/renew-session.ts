import { hashToken, newSessionToken } from '#foundation/secrets/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import type { Act } from '#foundation/server/perform.ts';
import { lifeOf, type Assurance } from './session.ts';

/**
 * Makes a staff session surer and gives it a new token; the old one opens nothing from now on, so that one slipped into
 * the browser beforehand is worth nothing (ASVS 7.2.4). `full` also counts as a step-up. Throws Forbidden
 * (`sign-in.needed`) when the session has ended meanwhile.
 */
export async function renewSession({ trx, now }: Act, sessionId: string, assurance: Assurance): Promise<string> {
  const { token } = newSessionToken();
  const life = lifeOf('staff', assurance);
  const current = await trx
    .selectFrom('sessions')
    .select(['assurance', 'absolute_until'])
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!current) throw new Forbidden('sign-in.needed');
  // Confirming again must not lengthen the twelve hours a sign-in lasts at most.
  const absolute = current.assurance === assurance ? current.absolute_until : new Date(now.getTime() + life.absolute);
  await trx
    .updateTable('sessions')
    .set({
      token_hash: hashToken(token),
      assurance,
      absolute_until: absolute,
      last_seen_at: now,
      idle_until: new Date(now.getTime() + life.idle),
      stepped_up_at: assurance === 'full' ? now : null,
    })
    .where('id', '=', sessionId)
    .execute();
  return token;
}
