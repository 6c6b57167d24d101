import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf as codeOfApp, fromSomewhere, makeAccount, makeEnrolled, password, sessionOf } from '#tests/account.ts';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { connect, disconnect } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { Invalid, Missing, TooMany } from '#foundation/refusal.ts';
import { codeOf, openByCode, submitVoice, submitVoiceInput } from '#listen/voices/index.ts';
import {
  changePassword,
  confirmEnrolment,
  enterCode,
  enterInvitationCode,
  enterPhoneCode,
  findEnrolment,
  nobody,
  printCard,
  sendPhoneCode,
  signIn,
  stepUp,
} from '#community/people/index.ts';

// S10 and S12 for every code somebody could guess: five wrong tries at most, a right one once, also when twenty come at
// once; and the same work for somebody who isn't there as for somebody who is.

const clone = useDatabase();
const spoken = submitVoiceInput.parse({ words: 'A lamp is broken', placeWords: 'Gate' });
const twenty = Array.from({ length: 20 }, (_, at) => at);

type Tries = { wrong: number; waiting: number; right: number };

async function together(tries: (at: number) => Promise<unknown>): Promise<Tries> {
  const ended = await Promise.allSettled(twenty.map(tries));
  const reasons = ended.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  return {
    wrong: reasons.filter((one) => one instanceof Invalid || one instanceof Missing).length,
    waiting: reasons.filter((one) => one instanceof TooMany).length,
    right: ended.length - reasons.length,
  };
}

function lastCode(): string {
  const lines = readFileSync(join(installation().settings.HUIYIN_DATA, 'outbox', 'sms.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return JSON.parse(lines.at(-1) ?? '{}').vars.code;
}

async function halfWay(username: string) {
  return sessionOf((await signIn({ login: username, password }, fromSomewhere())).token);
}

async function sentCode() {
  const { communityId } = await makeWorld();
  const phone = `0007${String(Math.random()).slice(2, 9)}`;
  const requestId = await sendPhoneCode(communityId, { phone, locale: 'en' }, fromSomewhere());
  return { communityId, requestId, code: lastCode() };
}

describe('S10: at most five wrong tries', () => {
  const fiveWrong = { wrong: 5, waiting: 15, right: 0 };

  it('password, from one place', async () => {
    const { username } = await makeAccount(await makeWorld());
    const guesser = fromSomewhere();
    expect(await together(() => signIn({ login: username, password: 'wrong' }, guesser))).toEqual(fiveWrong);
    await expect(signIn({ login: username, password }, guesser)).rejects.toThrow(TooMany);
    await expect(signIn({ login: username, password }, fromSomewhere())).resolves.toBeTruthy();
  });

  it('authenticator and recovery code, from any session', async () => {
    const { username } = await makeEnrolled(await makeWorld());
    const sessions = [await halfWay(username), await halfWay(username)];
    expect(await together((at) => enterCode(sessions[at % 2] ?? null, { code: '000000' }))).toEqual(fiveWrong);
    await expect(enterCode(sessions[0] ?? null, { code: 'AAAAA-AAAAA' })).rejects.toThrow(TooMany);
  });

  it('step-up and change of password, for whoever sits down at an open screen', async () => {
    const { session, viewer } = await makeEnrolled(await makeWorld());
    expect(await together(() => stepUp(session, { code: '000000' }))).toEqual(fiveWrong);
    const change = { current: 'wrong', next: 'nine slow heron boats', again: 'nine slow heron boats' };
    expect(await together(() => changePassword(viewer, session, change))).toEqual(fiveWrong);
  });

  it('enrolment', async () => {
    const { username } = await makeAccount(await makeWorld());
    const session = await halfWay(username);
    expect(await together(() => confirmEnrolment(session, { code: '000000' }))).toEqual(fiveWrong);
  });

  it('text message, from twenty places', async () => {
    const { communityId, requestId, code } = await sentCode();
    const wrong = code === '000000' ? '000001' : '000000';
    const guess = (typed: string) => enterPhoneCode(communityId, { requestId, code: typed, locale: 'en' }, fromSomewhere());
    expect(await together(() => guess(wrong))).toEqual({ wrong: 20, waiting: 0, right: 0 });
    // The sixth and later ones were wrong whatever they said: so is the right one by now.
    await expect(guess(code)).rejects.toThrow(Invalid);
  });

  it('card, from twenty places', async () => {
    const world = await makeWorld();
    const { code } = await printCard(world.worker, world.communityId, { name: 'Granny Mi' });
    const guess = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    expect(await together(() => enterInvitationCode(world.communityId, { card: guess }, fromSomewhere()))).toEqual(fiveWrong);
  });

  it('number and code of a receipt, from twenty places; somebody else is not shut out of another number', async () => {
    const world = await makeWorld();
    const submit = () => submitVoice(nobody, world.communityId, spoken);
    const [one, other] = [await submit(), await submit()];
    const wrong = codeOf(world.communityId, one.voiceId) === '00000000' ? '00000001' : '00000000';
    expect(await together((at) => openByCode(world.communityId, one.number, wrong, `from ${at}`))).toEqual(fiveWrong);
    await expect(openByCode(world.communityId, other.number, codeOf(world.communityId, other.voiceId), 'x')).resolves.toBeTruthy();
  });
});

describe('S10: of twenty right tries at once', () => {
  it('a text code opens one session', async () => {
    const { communityId, requestId, code } = await sentCode();
    const { right } = await together(() => enterPhoneCode(communityId, { requestId, code, locale: 'en' }, fromSomewhere()));
    expect(right).toBe(1);
  });

  it('an authenticator code and a recovery code open one each', async () => {
    const { username, secret, codes } = await makeEnrolled(await makeWorld());
    const sessions = await Promise.all([halfWay(username), halfWay(username)]);
    const app = await together(() => enterCode(sessions[0] ?? null, { code: codeOfApp(secret) }));
    expect(app.right).toBe(1);
    const next = await makeEnrolled(await makeWorld());
    const half = await halfWay(next.username);
    const paper = await together(() => enterCode(half, { code: next.codes[0] ?? '' }));
    expect(paper.right).toBe(1);
    expect(codes).toHaveLength(10);
  });

  it('a first code connects one authenticator', async () => {
    const { username } = await makeAccount(await makeWorld());
    const session = await halfWay(username);
    const secret = (await findEnrolment(session))?.secret ?? '';
    const { right } = await together(() => confirmEnrolment(session, { code: codeOfApp(secret) }));
    expect(right).toBe(1);
  });
});

describe('S12: known and unknown are asked the same of the database', () => {
  async function heardDuring(work: () => Promise<unknown>): Promise<string[]> {
    const heard: string[] = [];
    const before = installation();
    await disconnect();
    connect(clone.url(), 4, (sql) => heard.push(sql));
    await work().catch(() => undefined);
    await disconnect();
    connect(clone.url(), 8);
    expect(installation()).toBe(before);
    return heard;
  }

  it('password', async () => {
    const { username } = await makeAccount(await makeWorld());
    const known = await heardDuring(() => signIn({ login: username, password: 'wrong' }, fromSomewhere()));
    const unknown = await heardDuring(() => signIn({ login: 'nobody-of-that-name', password: 'wrong' }, fromSomewhere()));
    expect(unknown).toEqual(known);
    expect(known.length).toBeGreaterThan(3);
  });

  it('text message', async () => {
    const world = await makeWorld();
    await makePerson(world, 'resident');
    const { communityId } = world;
    const send = (phone: string) => heardDuring(() => sendPhoneCode(communityId, { phone, locale: 'en' }, fromSomewhere()));
    const first = await sentCode();
    await enterPhoneCode(first.communityId, { ...first, locale: 'en' }, fromSomewhere());
    expect(await send('00099990001')).toEqual(await send('00099990002'));
  });

  it('card, and number with code', async () => {
    const world = await makeWorld();
    const { code } = await printCard(world.worker, world.communityId, { name: 'Granny Mi' });
    const enter = (card: string) => heardDuring(() => enterInvitationCode(world.communityId, { card }, fromSomewhere()));
    expect(await enter('ZZZZ-ZZZZ-ZZZZ')).toEqual(await enter(`${code.slice(0, 5)}ZZZZ-ZZZZ`));
    const { number } = await submitVoice(nobody, world.communityId, spoken);
    const look = (asked: string) => heardDuring(() => openByCode(world.communityId, asked, '00000000', 'somewhere'));
    expect(await look('2019-000001')).toEqual(await look(number));
  });
});
