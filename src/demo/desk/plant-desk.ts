import { shanghaiDay } from '#foundation/calendar/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import { endCall, registerCall, tryCall, writeDownCall } from '#listen/calls/index.ts';
import { reportProblems } from '#listen/chiefs/index.ts';
import { enterSlip, openBox, printSlips, putUpBox } from '#listen/slips/index.ts';
import { submitVoiceInput } from '#listen/voices/index.ts';
import { atMinute, workingDayBefore } from '../office-hours.ts';
import type { Community, Ground, Town } from '../town.ts';

// The telephone, a comment box and a building chief in Liuhuali, during the last two weeks.

export async function plantDesk(ground: Ground, town: Town): Promise<void> {
  const here = town.communities.A;
  const at = (days: number, minutes: number): Act => ({
    trx: ground.trx,
    now: atMinute(workingDayBefore(town.calendar, shanghaiDay(new Date(town.horizon.getTime() - 1)), days), minutes),
    quiet: true,
  });
  await missedCalls(here, at);
  await box(here, at);
  await chief(here, at);
}

type At = (days: number, minutes: number) => Act;

async function missedCalls(here: Community, at: At): Promise<void> {
  const [, lin = here.secretary] = here.workers;
  const { id } = here;
  const rang = async (days: number, minutes: number, phone: string | undefined, words: string | undefined) => {
    const calledAt = at(days, minutes).now.toISOString();
    const call = { line: 'telephone' as const, calledAt, phone, words };
    const { callId } = await registerCall(lin.viewer, id, call, { within: at(days - 1, 545) });
    return { communityId: id, id: callId };
  };
  const tap = await rang(6, 1290, '00090006001', '3号楼楼道水管滴水，滴了一夜，请来看看。');
  const said = submitVoiceInput.parse({
    words: '3号楼楼道水管滴水，滴了一夜，请来看看。',
    kind: 'help_request',
    channel: 'telephone',
    placeWords: '3号楼楼道',
    name: '葛阿姨',
    phone: '00090006001',
    responseMethod: 'phone',
  });
  await writeDownCall(lin.viewer, tap, said, { within: at(5, 580) });
  const wrong = await rang(5, 740, '00090006002', undefined);
  await endCall(lin.viewer, wrong, { outcome: 'nothing_wanted' }, { within: at(4, 600) });
  const silent = await rang(3, 1205, '00090006003', undefined);
  await tryCall(lin.viewer, id, { about: 'call', id: silent.id, outcome: 'not_reached' }, { within: at(2, 610) });
  await rang(1, 1260, '00090006004', '我是5号楼的，想问问取暖费的事，白天在家。');
}

async function box(here: Community, at: At): Promise<void> {
  const [chen = here.secretary] = here.workers;
  const { id, supervisory } = here;
  const { boxId } = await putUpBox(chen.viewer, id, { name: '北门意见箱' }, { within: at(14, 560) });
  await printSlips(chen.viewer, id, { boxId, count: 20 }, { within: at(14, 570) });
  const opened = at(4, 615);
  const opening = { boxId, openedWith: supervisory.id, openedAt: opened.now.toISOString(), counted: 5 };
  const { openingId } = await openBox(chen.viewer, id, opening, { within: opened });
  const slips = ['北门的台阶太高，老人拎菜上不去，能不能加个扶手。', '感谢扫楼道的师傅，干净多了。', '晾衣绳被收走了，说一声也好。'];
  for (const [turn, words] of slips.entries()) {
    const voice = submitVoiceInput.parse({
      words,
      kind: turn === 1 ? 'praise' : 'opinion',
      channel: 'paper',
      privacy: 'anonymous',
      placeWords: '北门意见箱',
    });
    await enterSlip(chen.viewer, { communityId: id, id: openingId }, { slip: String(turn + 1), voice }, { within: at(4, 640 + turn * 4) });
  }
  await enterSlip(chen.viewer, { communityId: id, id: openingId }, {}, { within: at(4, 655) });
}

async function chief(here: Community, at: At): Promise<void> {
  const zhao = here.chiefs[0];
  if (!zhao) return;
  const problems = [
    { words: '二单元三楼的灯不亮了。', where: '二单元三楼' },
    { words: '一单元门关不严，夜里哐哐响。', where: '一单元门口' },
    { words: '楼后的下水井盖松了，踩上去晃。', where: '楼后' },
  ];
  await reportProblems(zhao.viewer, here.id, { problems }, [], { within: at(2, 1140) });
}
