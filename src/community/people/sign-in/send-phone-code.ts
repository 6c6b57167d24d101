import { z } from 'zod';
import { digits, hmacCode } from '#foundation/secrets/index.ts';
import { Refused } from '#foundation/refusal.ts';
import { Undelivered } from '#foundation/gateways/index.ts';
import { newId } from '#foundation/ids.ts';
import { installation } from '#foundation/server/installation.ts';
import { perform } from '#foundation/server/perform.ts';
import { takeToken } from '#foundation/server/take-token.ts';
import { m } from '#words';
import { phone } from '../inputs.ts';
import { sealNewcomer } from '../personal-data/keep-person.ts';
import { recordSecurityEvent } from '../security-event.ts';

const codeLives = 5 * 60_000;

export const sendPhoneCodeInput = z.object({ phone, locale: z.enum(['zh-CN', 'en']).default('zh-CN') });
export type SendPhoneCode = z.infer<typeof sendPhoneCodeInput>;

/**
 * Sends six digits to a phone, so that whoever holds it can sign in as a resident. Known and unknown numbers are treated
 * alike. Limits: one a minute, 5 an hour, 10 a day for a number; 20 an hour for an address; 500 a day for a community,
 * because every message costs money. Returns the id of the request. Throws TooMany, Refused when it could not be sent.
 */
export async function sendPhoneCode(communityId: number, input: SendPhoneCode, from: { address: string }): Promise<string> {
  await takeToken(`sms:from:${from.address}`, 20, 3600);
  await takeToken(`sms:wait:${input.phone}`, 1, 60);
  await takeToken(`sms:hour:${input.phone}`, 5, 3600);
  await takeToken(`sms:day:${input.phone}`, 10, 86_400);
  await takeToken(`sms:community:${communityId}`, 500, 86_400);
  const code = digits(6);
  const requestId = await perform({ actor: 'door', verb: 'sign_in.send_code', input: null }, undefined, async (act) => {
    const id = newId(act.now);
    const newcomer = await sealNewcomer(act.now, input.phone);
    // Only the newest code of a number counts.
    await act.trx.deleteFrom('phone_codes').where('phone_index', '=', newcomer.phone_index).execute();
    await act.trx
      .insertInto('phone_codes')
      .values({
        id,
        community_id: communityId,
        phone_index: newcomer.phone_index,
        person_id: newcomer.key.id,
        name_sealed: newcomer.name_sealed,
        phone_sealed: newcomer.phone_sealed,
        key_suite: newcomer.key.suite,
        key_generation: newcomer.key.generation,
        key_wrapped: newcomer.key.wrapped,
        code_hmac: hmacOfCode(id, newcomer.phone_index, code),
        created_at: act.now,
        expires_at: new Date(act.now.getTime() + codeLives),
      })
      .execute();
    await recordSecurityEvent(act, { name: 'sign_in.code_sent', communityId });
    return id;
  });
  await send(input, code);
  return requestId;
}

/** The HMAC a code is kept as, bound to its request and number: it opens no other door. */
export function hmacOfCode(requestId: string, to: Buffer, code: string): Buffer {
  return hmacCode(installation().keys, 'phone-code', JSON.stringify([requestId, to.toString('base64'), code]));
}

async function send(input: SendPhoneCode, code: string): Promise<void> {
  const text = m.sign_in_sms({ code }, { locale: input.locale });
  try {
    await installation().gateways.sms.send({ to: input.phone, text, template: 'sign-in-code', vars: { code } });
  } catch (error) {
    if (error instanceof Undelivered) throw new Refused('sign-in.code-not-sent');
    throw error;
  }
}
