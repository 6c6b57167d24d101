import { shiftDay } from '#foundation/calendar/index.ts';
import { passUntilDay, type Life } from '../life.ts';
import {
  accepted,
  added,
  answered,
  assigned,
  confirmed,
  extended,
  mergedInto,
  published,
  scheduled,
  solved,
  sorted,
  splitAgain,
  waiting,
} from '../moves.ts';
import { leaveTakenBack, lookedUp } from '../moves-of-rights.ts';
import type { Community, Town } from '../town.ts';
import { easilyMistaken } from './easily-mistaken.ts';
import { emma } from './emma.ts';
import { ahead, tell } from './story.ts';

// The cast and what they said: the lamp, the fire lane, the English-speaking tenant, two people of one name …

export function neighbours(town: Town, here: Community): Life[] {
  return [
    ...lamp(town, here),
    fireLane(town, here),
    ...emma(town, here),
    ...easilyMistaken(town, here),
    tookBackLeave(town, here),
    ...wasSplit(town, here),
    olderThanAYear(town, here),
  ];
}

function lamp(town: Town, here: Community): Life[] {
  const [chen, lin] = here.workers;
  const told = tell(town, here, 'lamp', {
    category: 'facilities',
    ago: 14,
    minute: 21 * 60 + 10,
    speaker: 'lixiaochuan',
    signedIn: true,
    pictures: ['lamp'],
    said: {
      kind: 'help_request',
      channel: 'web',
      privacy: 'confidential',
      words: '7号楼东门的灯灭了一个月，老人晚上不敢下楼。我下班晚，都是打着手机照路。',
    },
  });
  sorted(told, { scope: 'public' });
  const others = [
    '7号楼东门口黑咕隆咚的，昨天差点绊倒，灯坏了咋没人修。',
    '7号楼东边那盏路灯不亮了。',
    '孩子放学走7号楼东门，太黑了，灯能不能快点修？',
  ].map((words, at) => {
    const child = tell(town, here, `lamp${at}`, {
      category: 'facilities',
      ago: 13,
      minute: 560 + at * 90,
      ...(at === 0 && lin && { writer: lin }),
      said: {
        kind: 'help_request',
        channel: at === 0 ? 'telephone' : 'web',
        words,
        placeWords: '7号楼东门',
        ...(at === 0 && { phone: '00090001111', responseMethod: 'phone' }),
      },
    });
    sorted(child, { scope: 'public' });
    mergedInto(child, told);
    return child;
  });
  assigned(told, chen ?? here.secretary, here.secretary);
  accepted(told);
  passUntilDay(told, 3);
  answered(told, '换了两盏灯，又在拐角加了一盏。我晚上八点去走过，台阶照得见了。');
  confirmed(told, 5, '亮了！谢谢，我奶奶来住也放心。');
  published(told, '7号楼东门的灯灭了一个月，老人晚上不敢下楼', '换了两盏灯，又在拐角加了一盏。四位邻居确认解决了。');
  for (const child of others) {
    child.at = new Date(Math.max(child.at.getTime(), (told.answered ?? child.at).getTime() + 7_200_000));
    confirmed(child, 5);
  }
  return [told, ...others];
}

function fireLane(town: Town, here: Community): Life {
  const life = tell(town, here, 'lane', {
    category: 'safety',
    ago: 23,
    speaker: 'zhaozhenshan',
    writer: town.person('zhaozhenshan'),
    said: {
      kind: 'complaint',
      channel: 'building_chief',
      privacy: 'named',
      responseMethod: 'phone',
      words: '快递车堵住消防通道，一停一上午。说了他们就挪两米，第二天照旧。',
      vitalInterest: true,
    },
  });
  sorted(life, { scope: 'public', urgency: 'urgent' });
  assigned(life, here.property);
  accepted(life);
  waiting(life, '等五方联席会定卸货位的地点。', 4);
  passUntilDay(life, 4);
  scheduled(life, '联席会定了：物业划出装卸位，消防通道画禁停线，开工告示提前三天贴。', ahead(town, 13));
  published(life, '快递车堵住消防通道', '联席会商量好了：物业划出装卸位，日子已定，到时大家去看。');
  return life;
}

function tookBackLeave(town: Town, here: Community): Life {
  const life = tell(town, here, 'leave', {
    category: 'housing',
    ago: 63,
    speaker: 'mengsiqi',
    signedIn: true,
    pictures: ['wall'],
    said: { kind: 'help_request', channel: 'web', privacy: 'named', words: '我家窗外的外墙皮掉了一大块，拍了照，能不能先围一下？' },
  });
  sorted(life);
  assigned(life, here.workers[0] ?? here.secretary);
  accepted(life);
  lookedUp(life, here.workers[0] ?? here.secretary, 'visit');
  passUntilDay(life, 3);
  answered(life, '当天围好了，第三天把松动的都铲掉补平。');
  confirmed(life, 4);
  published(life, '窗外掉墙皮', '围挡后补平了。');
  leaveTakenBack(life);
  return life;
}

/** Taken for the same blocked drain, but it was another pipe: merged, then split again. */
function wasSplit(town: Town, here: Community): Life[] {
  const [chen, lin] = here.workers;
  const said = { kind: 'help_request', channel: 'telephone', responseMethod: 'phone', placeWords: '6号楼' } as const;
  const lead = tell(town, here, 'drain', {
    category: 'water',
    ago: 140,
    minute: 555,
    ...(lin && { writer: lin }),
    said: { ...said, phone: '00090002222', words: '6号楼一楼下水返水，厨房进不去人。' },
  });
  const other = tell(town, here, 'drain-other', {
    category: 'water',
    ago: 140,
    minute: 590,
    ...(lin && { writer: lin }),
    said: { ...said, phone: '00090002223', words: '6号楼我家卫生间往外冒水，是不是跟一楼一回事？' },
  });
  sorted(lead);
  assigned(lead, chen ?? here.secretary, here.secretary);
  accepted(lead);
  sorted(other);
  mergedInto(other, lead);
  splitAgain(other);
  assigned(other, here.property);
  accepted(other);
  for (const [life, words] of [
    [lead, '主管用高压水车冲通了，掏出一大团湿巾。'],
    [other, '您家是马桶底下的法兰圈坏了，和主管没关系，换了新的。'],
  ] as const) {
    passUntilDay(life, 4);
    answered(life, words);
    solved(life, 4);
  }
  return [lead, other];
}

function olderThanAYear(town: Town, here: Community): Life {
  const life = tell(town, here, 'handrail', {
    category: 'facilities',
    ago: 0,
    day: shiftDay(town.today, -410),
    minute: 615,
    speaker: 'wangxiuzhen',
    writer: town.person('zhouguilan'),
    said: {
      kind: 'help_request',
      channel: 'liaison_visit',
      privacy: 'named',
      responseMethod: 'visit',
      words: '3号楼门口五级台阶，我拄着拐不敢走，能不能修个坡道？',
      vitalInterest: true,
    },
  });
  sorted(life);
  assigned(life, here.workers[0] ?? here.secretary);
  accepted(life);
  extended(life, 8, '要等设计人员来量尺寸。');
  passUntilDay(life, 6);
  scheduled(life, '坡道要等楼前管线改完才能做，管线工程明年完工，定在完工后一个月内做好。', ahead(town, 20));
  added(life, '不急，慢慢来，别忘了我就行。');
  return life;
}
