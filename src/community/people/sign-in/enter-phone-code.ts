import { sql } from 'kysely';
import { z } from 'zod';
import { Invalid } from '#foundation/refusal.ts';
import { newId } from '#foundation/ids.ts';
import { perform, type Act } from '#foundation/server/perform.ts';
import { takeToken } from '#foundation/server/take-token.ts';
import { openSession } from '../sessions/open-session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { id, line } from '../inputs.ts';
import { makeResident } from './make-resident.ts';
import { hmacOfCode } from './send-phone-code.ts';
import type { From } from './whom.ts';

export const enterPhoneCodeInput = z.object({
  requestId: id,
  code: line(20).transform((text) => text.normalize('NFKC').replace(/\D/gu, '')),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
export type EnterPhoneCode = z.infer<typeof enterPhoneCodeInput>;

const triesPerCode = 5;

/**
 * Signs a resident in by the code sent to their phone; a number that is new here becomes a resident of this community.
 * A code is taken once: by the statement that deletes it. Five tries, five minutes. Returns the session's token. Throws
 * Invalid (always the same words) and TooMany.
 */
export async function enterPhoneCode(communityId: number, input: EnterPhoneCode, from: From): Promise<string> {
  await takeToken(`sms:enter:${from.address}`, 30, 900);
  const token = await perform({ actor: 'door', verb: 'sign_in.phone', input: null }, undefined, async (act) => {
    const phone = await takePhoneCode(act, communityId, input);
    const personId = phone && (await findOrMakeResident(act, communityId, phone, input));
    await recordSecurityEvent(act, { name: personId ? 'sign_in.done' : 'sign_in.failed', personId, communityId, data: { by: 'phone' } });
    return personId ? openSession(act.trx, { kind: 'resident', assurance: 'full', personId, device: from.device, now: act.now }) : null;
  });
  if (token === null) throw new Invalid([{ field: 'code', code: 'sign-in.code-wrong' }]);
  return token;
}

async function takePhoneCode({ trx, now }: Act, communityId: number, { requestId, code }: EnterPhoneCode): Promise<string | null> {
  // The try is counted first, and locks the row: a hundred guesses at once are still only five.
  const asked = await trx
    .updateTable('phone_codes')
    .set({ tries: sql`tries + 1` })
    .where('community_id', '=', communityId)
    .where('id', '=', requestId)
    .where('tries', '<', triesPerCode)
    .where('expires_at', '>', now)
    .returning('phone')
    .executeTakeFirst();
  if (!asked) return null;
  const taken = await trx
    .deleteFrom('phone_codes')
    .where('community_id', '=', communityId)
    .where('id', '=', requestId)
    .where('code_hmac', '=', hmacOfCode(requestId, asked.phone, code))
    .returning('phone')
    .executeTakeFirst();
  return taken?.phone ?? null;
}

/** Null for somebody whose account was closed: the phone alone doesn't open it again. */
async function findOrMakeResident(act: Act, communityId: number, phone: string, input: EnterPhoneCode): Promise<string | null> {
  const known = await act.trx.selectFrom('people').select(['id', 'ended_at']).where('phone', '=', phone).executeTakeFirst();
  if (known?.ended_at) return null;
  if (known) await act.trx.updateTable('people').set({ locale: input.locale }).where('id', '=', known.id).execute();
  const personId = known?.id ?? newId(act.now);
  if (!known) {
    // Nobody is asked for a name to sign in; the last digits tell the person themselves that it is they.
    await act.trx
      .insertInto('people')
      .values({ id: personId, name: `****${phone.slice(-4)}`, phone, locale: input.locale, created_at: act.now })
      .execute();
  }
  await makeResident(act, communityId, personId);
  return personId;
}
