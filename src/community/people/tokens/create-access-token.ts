import { z } from 'zod';
import { newSessionToken, hashToken } from '#foundation/secrets/index.ts';
import { newId } from '#foundation/ids.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { line } from '../inputs.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import { longestTokenLife, tokenPrefix, tokenScopes } from './access-token.ts';

export const createAccessTokenInput = z.object({
  name: line(60),
  scopes: z.array(z.enum(tokenScopes, 'input.choose')).min(1, 'input.choose').max(tokenScopes.length),
  days: z.coerce.number('input.choose').int('input.choose').min(1, 'input.choose').max(longestTokenLife, 'token.too-long'),
});
export type CreateAccessToken = z.infer<typeof createAccessTokenInput>;
/** `expiresAt`: ISO 8601. */
export type NewAccessToken = { id: string; token: string; expiresAt: string };

/**
 * Makes a key for a program that acts for this person, shown this once. Asks for a step-up. Throws Forbidden for anybody
 * not signed in as staff.
 */
export async function createAccessToken(
  viewer: Viewer,
  session: Session | null,
  input: CreateAccessToken,
  how?: How,
): Promise<NewAccessToken> {
  const personId = viewer.kind === 'staff' ? viewer.personId : null;
  if (!personId) throw new Forbidden('sign-in.needed');
  requireStepUp(session, how?.now ?? (await databaseTime()));
  const token = tokenPrefix + newSessionToken().token;
  // Never with the intent's key: a remembered answer would be a second copy of the token.
  const made = await perform({ actor: actorKey(viewer), verb: 'token.create', input: null }, { now: how?.now }, async (act) => {
    const { trx, now } = act;
    const id = newId(now);
    const expiresAt = new Date(now.getTime() + input.days * 86_400_000);
    await trx
      .insertInto('access_tokens')
      .values({
        id,
        person_id: personId,
        name: input.name,
        token_hash: hashToken(token),
        scopes: [...new Set(input.scopes)],
        created_at: now,
        expires_at: expiresAt,
      })
      .execute();
    await recordSecurityEvent(act, { name: 'token.created', personId, data: { tokenId: id, scopes: input.scopes } });
    return { id, expiresAt: expiresAt.toISOString() };
  });
  return { ...made, token };
}
