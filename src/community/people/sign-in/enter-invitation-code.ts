import { z } from 'zod';
import { dummyVerify, plainCode, verifyPassword } from '#foundation/secrets/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import { giveTokenBack, takeToken } from '#foundation/server/take-token.ts';
import { openSession } from '../sessions/open-session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { line } from '../inputs.ts';
import type { From } from './whom.ts';

/** How many characters of a card's code find its row; the other eight are what must be known. */
export const prefixLength = 4;

export const enterInvitationCodeInput = z.object({ card: line(40) });

/**
 * Signs in a resident without a phone by the twelve characters on their printed card; it can be used again until it
 * expires or is revoked, and every use is written down. Returns the session's token. Throws Invalid (always the same
 * words, in the same time) and TooMany.
 */
export async function enterInvitationCode(communityId: number, input: { card: string }, from: From): Promise<string> {
  const code = plainCode(input.card);
  const prefix = code.slice(0, prefixLength);
  const buckets = [`card:${from.address}`, `card:${communityId}:${prefix}`] as const;
  await takeToken(buckets[0], 20, 900);
  await takeToken(buckets[1], 5, 900);
  const card = await database()
    .selectFrom('invitations')
    .innerJoin('people', 'people.id', 'invitations.person_id')
    .select(['invitations.id', 'invitations.person_id', 'invitations.code_hash', 'invitations.expires_at'])
    .where('invitations.community_id', '=', communityId)
    .where('invitations.code_prefix', '=', prefix)
    .where('invitations.revoked_at', 'is', null)
    .where('people.ended_at', 'is', null)
    .executeTakeFirst();
  const right = card ? await verifyPassword(code, card.code_hash) : await dummyVerify(code);
  const token = await perform({ actor: 'door', verb: 'sign_in.card', input: null }, undefined, async (act) => {
    const enters = card && right && card.expires_at > act.now ? card : null;
    await recordSecurityEvent(act, {
      name: enters ? 'sign_in.done' : 'sign_in.failed',
      personId: card?.person_id ?? null,
      ...(!enters && { actorId: null }),
      communityId,
      data: { by: 'card', ...(card && { cardId: card.id }) },
    });
    if (!enters) return null;
    return openSession(act.trx, { kind: 'resident', assurance: 'full', personId: enters.person_id, device: from.device, now: act.now });
  });
  if (token === null) throw new Invalid([{ field: 'card', code: 'sign-in.card-wrong' }]);
  await Promise.all(buckets.map(giveTokenBack));
  return token;
}
