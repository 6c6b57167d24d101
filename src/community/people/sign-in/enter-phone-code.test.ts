import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { fromSomewhere } from '#tests/account.ts';
import { makePerson, makeWorld, givePhone } from '#tests/world.ts';
import { phoneIndex } from '#foundation/personal/index.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { Invalid, TooMany } from '#foundation/refusal.ts';
import { findViewer } from '../sessions/find-viewer.ts';
import { enterPhoneCode } from './enter-phone-code.ts';
import { sendPhoneCode, sendPhoneCodeInput } from './send-phone-code.ts';

useDatabase();
let serial = 0;
function newNumber(): string {
  serial += 1;
  return `0001${String(Date.now()).slice(-4)}${String(serial).padStart(3, '0')}`;
}

function lastMessage(): { to: string; text: string; code: string } {
  const lines = readFileSync(join(installation().settings.HUIYIN_DATA, 'outbox', 'sms.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const { to, text, vars } = JSON.parse(lines.at(-1) ?? '{}');
  return { to, text, code: vars.code };
}

async function send(communityId: number, phone: string) {
  const requestId = await sendPhoneCode(communityId, { phone, locale: 'en' }, fromSomewhere());
  return { requestId, code: lastMessage().code, locale: 'en' as const };
}

describe('sendPhoneCode', () => {
  it("sends six digits in the reader's language and keeps only their HMAC", async () => {
    const { communityId } = await makeWorld();
    const phone = newNumber();
    const { requestId } = await send(communityId, phone);
    const message = lastMessage();
    expect(message.to).toBe(phone);
    expect(message.text).toMatch(/^Your sign-in code is \d{6}/);
    const row = await database().selectFrom('phone_codes').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow();
    expect(row.code_hmac).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(message.code);
  });

  it('sends one a minute and ten a day to a number, also when asked at once', async () => {
    const { communityId } = await makeWorld();
    const phone = newNumber();
    const tries = await Promise.allSettled([1, 2, 3].map(() => send(communityId, phone)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await expect(send(communityId, phone)).rejects.toThrow(TooMany);
  });

  it('reads a number however it is typed', () => {
    expect(sendPhoneCodeInput.parse({ phone: '+86 138-0000-0000' }).phone).toBe('13800000000');
    expect(sendPhoneCodeInput.parse({ phone: '０００ 1234 5678' }).phone).toBe('00012345678');
    expect(sendPhoneCodeInput.safeParse({ phone: 'none' }).success).toBe(false);
  });
});

describe('enterPhoneCode', () => {
  it('makes a new number a resident of this community and finds them again', async () => {
    const { communityId } = await makeWorld();
    const phone = newNumber();
    const token = await enterPhoneCode(communityId, await send(communityId, phone), fromSomewhere());
    const first = (await findViewer(token))?.viewer;
    expect(first).toMatchObject({ kind: 'resident', grants: [{ role: 'resident', communityIds: [communityId] }] });
    await database().deleteFrom('rate_limits').execute();
    const again = await enterPhoneCode(communityId, await send(communityId, phone), fromSomewhere());
    expect((await findViewer(again))?.viewer).toEqual(first);
    const person = await database()
      .selectFrom('people')
      .select('locale')
      .where('phone_index', '=', phoneIndex(phone))
      .executeTakeFirstOrThrow();
    expect(person.locale).toBe('en');
  });

  it('carries no staff role into a sign-in by phone', async () => {
    const world = await makeWorld();
    const phone = newNumber();
    const secretary = await makePerson(world, 'community_secretary');
    await givePhone(secretary, phone);
    const token = await enterPhoneCode(world.communityId, await send(world.communityId, phone), fromSomewhere());
    expect((await findViewer(token))?.viewer.grants.map(({ role }) => role)).toEqual(['resident']);
  });

  it('takes a code once, also when it comes twice at the same moment', async () => {
    const { communityId } = await makeWorld();
    const input = await send(communityId, newNumber());
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => enterPhoneCode(communityId, input, fromSomewhere())));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('gives five tries, then not even the right code opens', async () => {
    const { communityId } = await makeWorld();
    const input = await send(communityId, newNumber());
    const wrong = { ...input, code: input.code === '000000' ? '111111' : '000000' };
    await Promise.allSettled(Array.from({ length: 20 }, () => enterPhoneCode(communityId, wrong, fromSomewhere())));
    await expect(enterPhoneCode(communityId, input, fromSomewhere())).rejects.toThrow(Invalid);
  });

  it("refuses an old code, another community's code, and a closed account, all in the same words", async () => {
    const [world, other] = [await makeWorld(), await makeWorld()];
    const old = await send(world.communityId, newNumber());
    await database()
      .updateTable('phone_codes')
      .set({ expires_at: new Date(Date.now() - 1) })
      .where('id', '=', old.requestId)
      .execute();
    const elsewhere = await send(other.communityId, newNumber());
    const closedPhone = newNumber();
    const person = await makePerson(world, 'resident');
    await givePhone(person, closedPhone);
    await database().updateTable('people').set({ ended_at: new Date() }).where('id', '=', person.personId).execute();
    const closed = await send(world.communityId, closedPhone);
    for (const input of [old, elsewhere, closed]) {
      await expect(enterPhoneCode(world.communityId, input, fromSomewhere())).rejects.toMatchObject({
        problems: [{ field: 'code', code: 'sign-in.code-wrong' }],
      });
    }
  });
});
