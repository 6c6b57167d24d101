import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { PhoneCodes } from '#db/schema.ts';
import { Invalid } from '#foundation/refusal.ts';
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
    const taken = await takePhoneCode(act, communityId, input);
    const personId = taken && (await findOrMakeResident(act, communityId, taken, input));
    await recordSecurityEvent(act, { name: personId ? 'sign_in.done' : 'sign_in.failed', personId, communityId, data: { by: 'phone' } });
    return personId ? openSession(act.trx, { kind: 'resident', assurance: 'full', personId, device: from.device, now: act.now }) : null;
  });
  if (token === null) throw new Invalid([{ field: 'code', code: 'sign-in.code-wrong' }]);
  return token;
}

type Taken = Selectable<PhoneCodes>;

async function takePhoneCode({ trx, now }: Act, communityId: number, { requestId, code }: EnterPhoneCode): Promise<Taken | null> {
  // The try is counted first, and locks the row: a hundred guesses at once are still only five.
  const asked = await trx
    .updateTable('phone_codes')
    .set({ tries: sql`tries + 1` })
    .where('community_id', '=', communityId)
    .where('id', '=', requestId)
    .where('tries', '<', triesPerCode)
    .where('expires_at', '>', now)
    .returning('phone_index')
    .executeTakeFirst();
  if (!asked) return null;
  const taken = await trx
    .deleteFrom('phone_codes')
    .where('community_id', '=', communityId)
    .where('id', '=', requestId)
    .where('code_hmac', '=', hmacOfCode(requestId, asked.phone_index, code))
    .returningAll()
    .executeTakeFirst();
  return taken ?? null;
}

/** Null for somebody whose account was closed: the phone alone doesn't open it again. */
async function findOrMakeResident(act: Act, communityId: number, taken: Taken, input: EnterPhoneCode): Promise<string | null> {
  const known = await act.trx
    .selectFrom('people')
    .select(['id', 'ended_at'])
    .where('phone_index', '=', taken.phone_index)
    .executeTakeFirst();
  if (known?.ended_at) return null;
  if (known) await act.trx.updateTable('people').set({ locale: input.locale }).where('id', '=', known.id).execute();
  const personId = known?.id ?? taken.person_id;
  if (!known) await makePerson(act, taken, input.locale);
  await makeResident(act, communityId, personId);
  return personId;
}

/** From what was sealed when the code was sent: nothing need be opened to make a person of it. */
async function makePerson({ trx, now }: Act, taken: Taken, locale: string): Promise<void> {
  const { person_id: personId, key_suite: suite, key_generation: generation, key_wrapped: wrapped } = taken;
  await trx
    .with('key', (db) =>
      db.insertInto('subject_keys').values({ community_id: 0, id: personId, suite, generation, wrapped, created_at: now }),
    )
    .insertInto('people')
    .values({
      id: personId,
      name_sealed: taken.name_sealed,
      phone_sealed: taken.phone_sealed,
      phone_index: taken.phone_index,
      locale,
      created_at: now,
    })
    .execute();
}
