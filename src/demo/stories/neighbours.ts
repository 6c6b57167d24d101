import { shiftDay } from '#foundation/calendar/index.ts';
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
  takenDown,
  waiting,
} from '../moves.ts';
import { passAtHome, passUntilDay, type Life } from '../life.ts';
import type { Community, Town } from '../town.ts';
import { ahead, tell } from './story.ts';

// The cast and what they said: the lamp, the fire lane, the English-speaking tenant, two people of one name …

export function neighbours(town: Town, here: Community): Life[] {
  return [
    ...lamp(town, here),
    fireLane(town, here),
    ...emma(town, here),
    ...sameName(town, here),
    ...names(town, here),
    ...sharedFlat(town, here),
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

function emma(town: Town, here: Community): Life[] {
  const base = { speaker: 'emmaclarke', signedIn: true } as const;
  const english = { channel: 'web', locale: 'en', responseMethod: 'page', privacy: 'confidential' } as const;
  const water = tell(town, here, 'emma-water', {
    ...base,
    category: 'water',
    ago: 58,
    minute: 1190,
    said: {
      ...english,
      kind: 'help_request',
      words: 'There is almost no water pressure on the fourth floor after seven in the evening. The shower is just a thread.',
    },
  });
  sorted(water);
  assigned(water, here.workers[2] ?? here.secretary);
  accepted(water);
  passUntilDay(water, 4);
  answered(
    water,
    'The water company has replaced the pressure valve in front of building 6. We measured on the top floor at eight in the evening: the pressure is fine now.',
  );
  confirmed(water, 5, 'A real shower again. Thank you for answering in English!');
  published(
    water,
    'Almost no water on the fourth floor in the evening',
    'The water company replaced the pressure valve; measured on the top floor at eight in the evening, it is fine.',
  );
  const bins = tell(town, here, 'emma-bins', {
    ...base,
    category: 'environment',
    ago: 120,
    minute: 1230,
    said: { ...english, kind: 'question', words: 'Which bin do batteries and light bulbs go into? The sign is only in Chinese.' },
  });
  sorted(bins);
  assigned(bins, here.workers[0] ?? here.secretary);
  accepted(bins);
  passUntilDay(bins, 2);
  answered(bins, 'Batteries and bulbs go into the red bin by the east gate. We have put up a sign with pictures and English.');
  confirmed(bins, 4);
  published(
    bins,
    'Which bin takes batteries and light bulbs?',
    'The red one by the east gate. There is now a sign with pictures and in English.',
  );
  const thanks = tell(town, here, 'emma-thanks', {
    ...base,
    category: 'thanks',
    ago: 171,
    minute: 1150,
    said: {
      ...english,
      channel: 'blog_comment',
      kind: 'praise',
      words: 'My neighbours on the stairs of building 6 brought me dumplings for the festival. I felt at home for the first time.',
    },
  });
  sorted(thanks);
  assigned(thanks, here.workers[0] ?? here.secretary);
  accepted(thanks);
  passUntilDay(thanks, 2);
  answered(thanks, 'We read it to them. They say: come over any time.');
  confirmed(thanks, 5);
  published(thanks, 'Dumplings from the neighbours', 'Your words have reached them.');
  const bike = tell(town, here, 'emma-bike', {
    ...base,
    category: 'parking',
    ago: 2,
    minute: 1205,
    pictures: ['bikes'],
    said: {
      ...english,
      kind: 'opinion',
      words: 'Half the bikes in the shed have flat tyres and nobody has touched them for a year. Could the unclaimed ones be cleared?',
    },
  });
  sorted(bike);
  assigned(bike, here.workers[2] ?? here.secretary);
  return [water, bins, thanks, bike];
}

function sameName(town: Town, here: Community): Life[] {
  const [chen, lin] = here.workers;
  return (['liujianguo', 'liujianguo2'] as const).map((speaker, at) => {
    const life = tell(town, here, speaker, {
      category: at === 0 ? 'housing' : 'noise',
      ago: 95 - at,
      speaker,
      ...(lin && { writer: lin }),
      said: {
        kind: 'help_request',
        channel: 'telephone',
        privacy: 'named',
        responseMethod: 'phone',
        words:
          at === 0
            ? '我是4号楼1单元201的刘建国，厨房顶上滴水，楼上503也姓刘，别弄混了。'
            : '503刘建国。楼下装修电钻从早响到晚，我心脏不好。',
      },
    });
    sorted(life);
    assigned(life, chen ?? here.secretary);
    accepted(life);
    passUntilDay(life, 3);
    answered(
      life,
      at === 0 ? '三楼的下水弯头裂了，换了新的，您家顶上补了腻子。' : '和201说好了：中午和晚上六点以后不动电钻，下周三完工，门口贴了告示。',
    );
    solved(life, 5 - at, { note: '找对人了，没弄混。' });
    return life;
  });
}

function names(town: Town, here: Community): Life[] {
  const aygul = tell(town, here, 'aygul', {
    category: 'welfare',
    ago: 72,
    speaker: 'aygul',
    signedIn: true,
    said: {
      kind: 'question',
      channel: 'web',
      privacy: 'named',
      responseMethod: 'page',
      words: '我的名字系统里总被截断，开居住证明时能不能按户口本上的写法打印？',
    },
  });
  const lu = tell(town, here, 'luhong', {
    category: 'welfare',
    ago: 105,
    speaker: 'luhong',
    ...(here.workers[2] && { writer: here.workers[2] }),
    said: {
      kind: 'complaint',
      channel: 'walk_in',
      privacy: 'named',
      responseMethod: 'phone',
      words: '我叫陆𬭎，金字旁一个宏的右边。每回都给我打成“陆口”，这回医保卡又错了。',
    },
  });
  return [aygul, lu].map((life, at) => {
    sorted(life, { scope: 'private' });
    assigned(life, here.workers[1] ?? here.secretary);
    accepted(life);
    passUntilDay(life, 4);
    answered(
      life,
      at === 0
        ? '可以。证明按户口本原样打印，两种写法都印上，已经放在窗口，您随时来取。'
        : '和医保窗口核对了，您的字现在打得出来，新卡下周三到，印错的那张作废。',
    );
    confirmed(life, 5);
    published(
      life,
      at === 0 ? '证明上的名字能不能按原来的写法印' : '名字里的生僻字总被打错',
      '能印。两种写法都印上了，窗口的字库也补全了。',
    );
    return life;
  });
}

function sharedFlat(town: Town, here: Community): Life[] {
  return (['hexiaoyu', 'dinghao'] as const).map((speaker, at) => {
    const life = tell(town, here, speaker, {
      category: at === 0 ? 'noise' : 'water',
      ago: 33 - at * 6,
      minute: 1250,
      speaker,
      signedIn: true,
      said: {
        kind: 'help_request',
        channel: 'web',
        privacy: 'confidential',
        words:
          at === 0
            ? '合租的另一间半夜打游戏喊，我不想当面吵，能不能有人帮着说说？别告诉他是我说的。'
            : '402热水器漏水，房东说让租客自己修，这合理吗？',
      },
    });
    sorted(life, { scope: 'private' });
    assigned(life, here.workers[at] ?? here.secretary);
    accepted(life);
    passUntilDay(life, 4);
    answered(
      life,
      at === 0
        ? '我们给整栋楼贴了夜里请小声的告示，也上门聊了安静时间，没有提到任何人。'
        : '合同里没写的，大修归房东。我们和房东通了电话，他周末来换。',
    );
    confirmed(life, 4);
    return life;
  });
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
  passUntilDay(life, 3);
  answered(life, '当天围好了，第三天把松动的都铲掉补平。');
  confirmed(life, 4);
  published(life, '窗外掉墙皮', '围挡后补平了。');
  passAtHome(life, 3, 5);
  takenDown(life);
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
