import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aDelegation, agreementOf, aGroup, bring, stageOf } from '#tests/delegations.ts';
import { aVoice, rowOf } from '#tests/voices.ts';
import { holderOf, makePerson, makeWorld } from '#tests/world.ts';
import { Forbidden, Invalid, Refused } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { sql } from 'kysely';
import { draftAgreement, draftAgreementInput } from './agree-delegation.ts';
import { countAccounts } from './count-accounts.ts';
import { startsFrom } from './delegation.ts';
import { completeDelegation, giveBack, takeBack } from './end-delegation.ts';
import { findDelegation } from './find-delegation.ts';
import { findDelegations } from './find-delegations.ts';
import { correctEntry, enterMoney, enterShift } from './keep-accounts.ts';
import { nextSteps } from './next-steps.ts';
import { answerHelp, askHelp, beginDelegation, resumeDelegation, suspendDelegation } from './run-delegation.ts';
import { readSharedContact, shareContact } from './share-contact.ts';
import { reportDelegation, verifyDelegation } from './verify-delegation.ts';

useDatabase();

describe('what always holds', () => {
  const deeds = [
    'begin',
    'ask',
    'answer',
    'suspend',
    'resume',
    'report',
    'resident',
    'worker',
    'complete',
    'give',
    'take',
    'money',
    'shift',
  ] as const;

  it('L1 L2 L4 L5: hold after every deed of any life, allowed or not', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...deeds), fc.nat(3)), { minLength: 4, maxLength: 14 }), async (life) => {
        const world = await makeWorld();
        const group = await aGroup(world);
        const voice = await aVoice(world, 'in_progress');
        const one = await bring(world, await aDelegation(world, { voice: voice.number }), 'agreed', group);
        const speaker = holderOf(world.communityId, voice.id);
        const on = { onDay: '2026-11-02' };
        for (const [deed, detail] of life) {
          const who = [group.leader, world.worker, world.secretary, speaker][detail] ?? speaker;
          const run = {
            begin: () => beginDelegation(who, one),
            ask: () => askHelp(who, one, { words: 'Help' }),
            answer: () => answerHelp(who, one, { words: 'Yes' }),
            suspend: () => suspendDelegation(who, one, { reason: 'Rain' }),
            resume: () => resumeDelegation(who, one),
            report: () => reportDelegation(who, one, { words: 'Done' }),
            resident: () => verifyDelegation(who, one, { as: 'beneficiary', verdict: 'done', way: 'page' }),
            worker: () => verifyDelegation(who, one, { as: 'worker', verdict: 'done', way: 'page' }),
            complete: () => completeDelegation(who, one),
            give: () => giveBack(who, one),
            take: () => takeBack(who, one, { reason: 'It must be done by Friday' }),
            money: () => enterMoney(who, one, { direction: detail % 2 ? 'in' : 'out', item: 'Soil', amount: 100 + detail, ...on }),
            shift: () => enterShift(who, one, { people: 2, hours: 1.5, ...on }),
          };
          await run[deed]().catch((error: unknown) => {
            if (!(error instanceof Refused || error instanceof Forbidden || error instanceof Invalid)) throw error;
          });
          const row = await database().selectFrom('delegations').selectAll().where('id', '=', one.id).executeTakeFirstOrThrow();
          reached.add(row.stage);
          const spoken = await rowOf(voice);
          expect(spoken.owner_id, `L1 ${row.stage}`).toBe(world.worker.personId);
          const inHands = ['active', 'help_requested', 'suspended', 'reported', 'verified'].includes(row.stage);
          expect(spoken.stage, `L1 ${row.stage}`).toBe(inHands ? 'delegated' : 'in_progress');
          expect(row.mentor_id !== null && row.ends_on !== null, 'L2').toBe(true);
          const { moneyIn, moneyOut, rest, minutes } = await countAccounts(database(), one);
          expect(moneyIn, 'L4').toBe(moneyOut + rest);
          expect(rest, 'L4').toBeGreaterThanOrEqual(0);
          expect(minutes, 'L5').toBeGreaterThanOrEqual(0);
        }
      }),
      {
        numRuns: Number(process.env['HUIYIN_TEST_LIVES'] ?? 6),
        endOnFailure: true,
        examples: [
          [
            [
              ['begin', 1],
              ['ask', 0],
              ['report', 0],
              ['resident', 3],
              ['worker', 2],
              ['complete', 1],
            ],
          ],
        ],
      },
    );
    expect([...reached]).toEqual(expect.arrayContaining(['active', 'reported', 'verified', 'completed']));
  }, 120_000);

  it('L2: an agreement needs somebody of the office as mentor and an end that comes after its beginning', async () => {
    const world = await makeWorld();
    const group = await aGroup(world);
    const one = await bring(world, await aDelegation(world), 'accepted', group);
    const resident = await makePerson(world, 'resident');
    await expect(draftAgreement(world.secretary, one, agreementOf({ mentorId: resident.personId ?? '' }))).rejects.toThrow(
      'delegation.mentor-not-of-office',
    );
    expect(draftAgreementInput.safeParse({ ...agreementOf({ mentorId: group.id }), endsOn: undefined }).success).toBe(false);
    expect(draftAgreementInput.safeParse({ ...agreementOf({ mentorId: group.id }), endsOn: '2020-01-01' }).success).toBe(false);
    await expect(
      sql`update delegations set stage = 'active' where id = ${one.id}`.execute(database()),
      'the database holds it, too',
    ).rejects.toThrow('delegations_have_mentor_and_end');
  });

  it('L3: the group knows what whoever spoke agreed to, as long as they do, and nothing else', async () => {
    const world = await makeWorld();
    const group = await aGroup(world);
    const voice = await aVoice(world, 'in_progress', { name: 'Mrs Gao', phone: '00084610799' });
    const one = await bring(world, await aDelegation(world, { voice: voice.number }), 'active', group);
    const speaker = holderOf(world.communityId, voice.id);
    expect(await readSharedContact(group.leader, one)).toBeNull();
    await expect(shareContact(group.leader, one, { fields: ['phone'], way: 'page' })).rejects.toThrow('delegation.only-speaker');
    await shareContact(speaker, one, { fields: ['name'], way: 'page' });
    expect(await readSharedContact(group.leader, one)).toEqual({ name: 'Mrs Gao', phone: null });
    for (const other of [group.member, world.secretary]) await expect(readSharedContact(other, one)).rejects.toThrow(Forbidden);
    const looks = await database().selectFrom('access_records').select('purpose').where('reader_id', '=', group.leader.personId).execute();
    expect(looks).toEqual([{ purpose: 'delegation' }]);
    await shareContact(speaker, one, { fields: [], way: 'page' });
    expect(await readSharedContact(group.leader, one)).toBeNull();
    await shareContact(world.worker, one, { fields: ['name', 'phone'], way: 'phone' });
    await giveBack(group.leader, one);
    expect(await readSharedContact(group.leader, one), 'it ends with the delegation').toBeNull();
    // The page itself shows the group no number, name or word of the voice.
    expect(JSON.stringify(await findDelegation(group.leader, one))).not.toMatch(/Gao|8461/);
  });

  it('L4 L5: what isn’t there can’t be spent, and a mistake is set right by a counter-entry, once', async () => {
    const world = await makeWorld();
    const group = await aGroup(world);
    const one = await bring(world, await aDelegation(world), 'active', group);
    const money = (direction: 'in' | 'out', amount: number) =>
      enterMoney(group.leader, one, { direction, item: 'Soil', amount, onDay: '2026-11-02' });
    await money('in', 30_000);
    await expect(money('out', 30_001)).rejects.toThrow('delegation.not-enough-money');
    expect(await money('out', 12_050)).toEqual({ rest: 17_950 });
    const { money: entries } = await findDelegation(group.leader, one);
    const [income, spent] = entries;
    await expect(correctEntry(group.leader, one, { kind: 'money', entryId: income?.id ?? '' })).rejects.toThrow(
      'delegation.not-enough-money',
    );
    expect(await correctEntry(group.leader, one, { kind: 'money', entryId: spent?.id ?? '' })).toEqual({ rest: 30_000 });
    await expect(correctEntry(group.leader, one, { kind: 'money', entryId: spent?.id ?? '' })).rejects.toThrow(
      'delegation.corrected-already',
    );
    await enterShift(group.leader, one, { onDay: '2026-11-02', people: 3, hours: 2 });
    await expect(enterShift(group.leader, one, { onDay: '2099-01-01', people: 3, hours: 2 })).rejects.toThrow('delegation.in-the-future');
    const [shift] = (await findDelegation(group.leader, one)).shifts;
    await correctEntry(group.leader, one, { kind: 'shift', entryId: shift?.id ?? '' });
    expect(await countAccounts(database(), one)).toMatchObject({ minutes: 0, shifts: 0 });
    await expect(sql`update delegation_money set cents = 1`.execute(database())).rejects.toThrow();
  });

  it.each(startsFrom.give_back)(
    'L6: the group gives back what is %s, without a reason, the same day; nobody gives it back for them',
    async (stage) => {
      const world = await makeWorld();
      const group = await aGroup(world);
      const voice = await aVoice(world, 'in_progress');
      const one = await bring(world, await aDelegation(world, { voice: voice.number }), stage, group);
      for (const other of [world.secretary, world.worker, group.member])
        await expect(giveBack(other, one)).rejects.toThrow('delegation.only-group');
      expect(nextSteps(await findDelegation(group.leader, one)).giveBack).toBeNull();
      await giveBack(group.leader, one);
      expect(await stageOf(one)).toBe('given_back');
      expect(await rowOf(voice)).toMatchObject({ stage: 'in_progress', owner_id: world.worker.personId });
    },
  );

  it('what is taken back has a reason that everybody reads', async () => {
    const world = await makeWorld();
    const group = await aGroup(world);
    const one = await bring(world, await aDelegation(world), 'active', group);
    await expect(takeBack(world.worker, one, { reason: 'Late' })).rejects.toThrow('delegation.only-secretary');
    await takeBack(world.secretary, one, { reason: 'The ground is not safe' });
    const [row] = await findDelegations(await makePerson(world, 'resident'), world.communityId, 'ended');
    expect(row?.takenBackBecause).toBe('The ground is not safe');
  });
});
