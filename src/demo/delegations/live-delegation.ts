import { sql } from 'kysely';
import { shiftDay } from '#foundation/calendar/index.ts';
import { formatNumber } from '#foundation/text/yearly-number.ts';
import {
  answerHelp,
  answerOffer,
  askHelp,
  assessDelegation,
  assessDelegationInput,
  beginDelegation,
  completeDelegation,
  draftAgreement,
  draftAgreementInput,
  enterMoney,
  enterShift,
  giveBack,
  identifyDelegation,
  identifyDelegationInput,
  offerDelegation,
  reportDelegation,
  signAgreement,
  takeBack,
  verifyDelegation,
} from '#act/delegations/index.ts';
import type { Community, Ground } from '../town.ts';
import { on } from '../meetings/hold.ts';
import type { Group } from './plant-delegations.ts';
import type { DelegationStory } from './stories.ts';

/** One delegation lived with the real commands, as far as its story goes. */
export async function live(
  ground: Ground,
  community: Community,
  story: DelegationStory,
  { id: organizationId, leader }: Group,
): Promise<void> {
  const { id: communityId, secretary, workers, residents } = community;
  const [worker = secretary, colleague = secretary] = workers;
  const at = (day: number, clock: string) => on(ground, shiftDay(ground.today, Math.min(-1, day - story.ago)), clock);
  const voice = story.fromVoice ? await voiceUnderWay(ground, community) : undefined;
  const input = identifyDelegationInput.parse({ title: story.title, purpose: story.purpose, voice });
  const ref = { communityId, ...(await identifyDelegation(secretary.viewer, communityId, input, at(0, '09:00'))) };
  const responsibilityId = await lineOf(ground, communityId, story.listed);
  await assessDelegation(worker.viewer, ref, assessDelegationInput.parse({ responsibilityId }), at(1, '10:00'));
  await offerDelegation(secretary.viewer, ref, { organizationIds: [organizationId] }, at(2, '10:00'));
  if (story.ends === 'offered') return;
  const asked = shiftDay(ground.today, 3 - story.ago);
  await answerOffer(leader, ref, { organizationId, answer: 'accepted', askedMembersOn: asked }, at(4, '19:30'));
  const agreement = draftAgreementInput.parse({
    mentorId: worker.id,
    startsOn: shiftDay(ground.today, 7 - story.ago),
    endsOn: shiftDay(ground.today, 100 - story.ago),
    scope: story.scope,
    notInScope: '不登高，不动水电燃气，不代收别人的钱。',
    placeWords: story.place,
    timeWords: '周末和下午，天气不好就改期。',
    money: story.money.map(([item, yuan]) => ({ item, cents: String(yuan) })),
    safety: '戴手套，两人以上一起做；搬重物找社区。',
    insurance: '社区统一买志愿者意外险。',
    dataRules: '不建名单，不拍别人家里，电话只用本人同意给的。',
    stopRule: '有人受伤、有人明确反对，先停下找指导人。',
  });
  const { agreementId } = await draftAgreement(secretary.viewer, ref, agreement, at(5, '15:00'));
  await signAgreement(leader, ref, { agreementId }, at(6, '19:00'));
  if (story.ends === 'agreed') return;
  await beginDelegation(secretary.viewer, ref, at(7, '20:30'));
  // It began yesterday evening: nothing has happened yet.
  if (story.fromVoice) return;
  for (const [item, yuan] of story.money) {
    const day = shiftDay(ground.today, 8 - story.ago);
    await enterMoney(leader, ref, { direction: 'in', item: '社区拨款', amount: yuan * 100, onDay: day }, at(8, '10:00'));
    const spent = story.ends === 'completed' || story.ends === 'reported' ? yuan * 100 - 850 : yuan * 50;
    await enterMoney(leader, ref, { direction: 'out', item, amount: spent, onDay: day, receipt: `收据 ${yuan}` }, at(8, '20:00'));
  }
  await enterShift(leader, ref, { onDay: shiftDay(ground.today, 9 - story.ago), people: 6, hours: 2.5 }, at(9, '18:00'));
  if (story.help) {
    const [words, answer] = story.help;
    await askHelp(leader, ref, { words }, story.ends === 'help_requested' ? at(story.ago - 1, '09:00') : at(10, '09:00'));
    if (answer) await answerHelp(worker.viewer, ref, { words: answer }, at(11, '16:00'));
  }
  if (story.ends === 'given_back') return void (await giveBack(leader, ref, at(20, '20:00')));
  if (story.ends === 'taken_back') return void (await takeBack(secretary.viewer, ref, { reason: story.because ?? '' }, at(12, '11:00')));
  if (story.ends !== 'completed' && story.ends !== 'reported') return;
  await reportDelegation(leader, ref, { words: story.report ?? '' }, at(24, '17:00'));
  if (story.ends === 'reported') return;
  const neighbour = residents.find(({ viewer, until }) => viewer.personId !== leader.personId && until === null);
  if (neighbour) await verifyDelegation(neighbour.viewer, ref, { as: 'beneficiary', verdict: 'done', way: 'page' }, at(25, '18:00'));
  await verifyDelegation(colleague.viewer, ref, { as: 'worker', verdict: 'done', way: 'page' }, at(26, '10:00'));
  await completeDelegation(worker.viewer, ref, at(26, '10:30'));
}

/** An everyday voice about the surroundings that somebody is working on. */
async function voiceUnderWay({ trx, today }: Ground, { id }: Community): Promise<string | undefined> {
  const row = await trx
    .selectFrom('voices')
    .select(['year', 'serial'])
    .where('community_id', '=', id)
    .where('stage', '=', 'in_progress')
    .where('level', '=', 'community')
    .where('sealed', '=', 'none')
    .where('kind', '<>', 'complaint')
    .where('changed_at', '<', new Date(`${shiftDay(today, -1)}T20:00:00+08:00`))
    .orderBy(sql`category = 'environment'`, 'desc')
    .orderBy('serial', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && formatNumber(row.year, row.serial);
}

async function lineOf({ trx }: Ground, communityId: number, matter: string): Promise<string> {
  const row = await trx
    .selectFrom('responsibilities')
    .select('id')
    .where('community_id', '=', communityId)
    .where('matter', '=', matter)
    .executeTakeFirstOrThrow();
  return row.id;
}
