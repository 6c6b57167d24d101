import { passUntilDay, type Life } from '../life.ts';
import {
  accepted,
  added,
  answered,
  assigned,
  declined,
  escalated,
  extended,
  noted,
  reopened,
  scheduled,
  sorted,
  waiting,
} from '../moves.ts';
import { declines } from '../texts/replies.ts';
import type { Community, Town } from '../town.ts';
import { ahead, tell, until } from './story.ts';

// What is on the desk this morning: something in every stage, green, amber, due today and red.

export function openMatters(town: Town, here: Community): Life[] {
  return [
    lateAtNight(town, here),
    justRead(town, here),
    justSorted(town, here),
    declinedOnce(town, here),
    dueTomorrow(town, here),
    dueToday(town, here),
    flooded(town, here),
    tooLong(town, here),
    waitsForWater(town, here),
    wall(town, here),
    farAway(town, here),
    tooHard(town, here),
    notYet(town, here),
    atTheStreet(town, here),
  ];
}

function lateAtNight(town: Town, here: Community): Life {
  return tell(town, here, 'night', {
    category: 'environment',
    ago: 1,
    minute: 23 * 60 + 5,
    speaker: 'lixiaochuan',
    signedIn: true,
    pictures: ['bin'],
    said: { kind: 'help_request', channel: 'web', privacy: 'confidential', words: '7号楼门口垃圾桶满了三天，刚下班拍的，路都过不去。' },
  });
}

function justRead(town: Town, here: Community): Life {
  return tell(town, here, 'read', {
    category: 'culture',
    ago: 1,
    minute: 990,
    speaker: 'wangxiuzhen',
    writer: town.person('zhouguilan'),
    said: {
      kind: 'question',
      channel: 'liaison_visit',
      privacy: 'named',
      responseMethod: 'visit',
      words: '手机课还开吗？我想学跟重孙子视频。',
    },
  });
}

function justSorted(town: Town, here: Community): Life {
  const life = tell(town, here, 'sorted', {
    category: 'parking',
    ago: 2,
    minute: 560,
    ...(here.workers[1] && { writer: here.workers[1] }),
    said: {
      kind: 'complaint',
      channel: 'hotline_transfer',
      phone: '00090005003',
      responseMethod: 'phone',
      placeWords: '南门',
      words: '南门口每天早上送孩子的车三排并着停，救护车都进不来。',
    },
  });
  sorted(life, { scope: 'public' });
  return life;
}

function declinedOnce(town: Town, here: Community): Life {
  const life = tell(town, here, 'declined', {
    category: 'facilities',
    ago: 3,
    ...(here.workers[0] && { writer: here.workers[0] }),
    said: {
      kind: 'help_request',
      channel: 'walk_in',
      phone: '00090005004',
      responseMethod: 'phone',
      placeWords: '西门外',
      words: '西门外人行道的盲道砖断了，一踩一翘。',
    },
  });
  sorted(life, { scope: 'public' });
  assigned(life, here.property);
  declined(life, declines[0] ?? '');
  assigned(life, here.workers[2] ?? here.secretary);
  return life;
}

function dueTomorrow(town: Town, here: Community): Life {
  const life = tell(town, here, 'amber', {
    category: 'housing',
    ago: 4,
    speaker: 'liujianguo',
    ...(here.workers[1] && { writer: here.workers[1] }),
    said: {
      kind: 'help_request',
      channel: 'telephone',
      privacy: 'named',
      responseMethod: 'phone',
      words: '4号楼1单元电子门又打不开了，送奶的进不来。',
    },
  });
  begunBy(life, here);
  noted(life, '锁匠约了明天上午。');
  return life;
}

/** Extended once, and the date is today. */
function dueToday(town: Town, here: Community): Life {
  const life = tell(town, here, 'dance', {
    category: 'noise',
    ago: 10,
    writer: town.person('zhouguilan'),
    said: {
      kind: 'complaint',
      channel: 'liaison_visit',
      phone: '00090005006',
      responseMethod: 'visit',
      placeWords: '中心广场',
      words: '广场舞音响开到晚上十点，孩子写不了作业。',
    },
  });
  begunBy(life, here);
  extended(life, 5, '舞队队长出门了，下周回来再一起商量时间。');
  return life;
}

/** Red since yesterday; the clock takes it up tomorrow. */
function flooded(town: Town, here: Community): Life {
  const life = tell(town, here, 'flooded', {
    category: 'water',
    ago: 7,
    ...(here.workers[1] && { writer: here.workers[1] }),
    pictures: ['puddle'],
    said: {
      kind: 'help_request',
      channel: 'telephone',
      phone: '00090005007',
      responseMethod: 'phone',
      placeWords: '南区车库',
      vitalInterest: true,
      words: '地下车库积水，电动车泡了，抽水机响一会儿就停。',
    },
  });
  begunBy(life, here);
  added(life, '水又涨了一指。');
  return life;
}

/** Nobody took it on for too long: the clock has sent it up. */
function tooLong(town: Town, here: Community): Life {
  const life = tell(town, here, 'too-long', {
    category: 'safety',
    ago: 12,
    ...(here.workers[1] && { writer: here.workers[1] }),
    said: {
      kind: 'complaint',
      channel: 'paper',
      phone: '00090005008',
      responseMethod: 'paper',
      placeWords: '6号楼',
      words: '六号楼一层私接电线过道，挂衣服。老年人写，字不好，请谅解。',
    },
  });
  sorted(life);
  assigned(life, here.property);
  return life;
}

function waitsForWater(town: Town, here: Community): Life {
  const life = tell(town, here, 'waits', {
    category: 'water',
    ago: 6,
    ...(here.workers[2] && { writer: here.workers[2] }),
    said: {
      kind: 'help_request',
      channel: 'walk_in',
      phone: '00090005009',
      responseMethod: 'phone',
      placeWords: '2号楼',
      words: '2号楼总水表前面渗水，地砖都泡起来了。',
    },
  });
  begunBy(life, here);
  extended(life, 8, '要自来水公司停水才能挖，排在下周。');
  waiting(life, '等自来水公司出停水单。', 4);
  return life;
}

/** Answered on Friday; Mrs Wang has not been asked yet. */
function wall(town: Town, here: Community): Life {
  const life = tell(town, here, 'wall', {
    category: 'housing',
    ago: 6,
    speaker: 'wangxiuzhen',
    writer: town.person('linguodong'),
    pictures: ['wall'],
    said: {
      kind: 'help_request',
      channel: 'telephone',
      privacy: 'named',
      responseMethod: 'phone',
      vitalInterest: true,
      words: '3号楼2单元楼道漏水，墙皮往下掉，昨晚差点砸到人。',
    },
  });
  begunBy(life, here);
  until(life, 1, 580);
  answered(life, '查到402室水管接头坏了，换了新的，观察了两天没有再漏。墙面等干透了补好。', '墙面补平刷白。');
  return life;
}

/** A date more than ninety days away. */
function farAway(town: Town, here: Community): Life {
  const life = tell(town, here, 'far', {
    category: 'environment',
    ago: 19,
    speaker: 'luhong',
    signedIn: true,
    said: { kind: 'opinion', channel: 'web', privacy: 'named', words: '小花园的死树清了以后，那块空地补种几棵海棠吧。' },
  });
  begunBy(life, here);
  scheduled(life, '补种要等开春，园林队排好了日子。', ahead(town, 68));
  return life;
}

function tooHard(town: Town, here: Community): Life {
  const life = tell(town, here, 'too-hard', {
    category: 'safety',
    ago: 5,
    speaker: 'zhaozhenshan',
    writer: town.person('zhaozhenshan'),
    said: {
      kind: 'opinion',
      channel: 'building_chief',
      privacy: 'named',
      responseMethod: 'phone',
      words: '两个小区中间那条路没人认，井盖丢了三个，坑里能卧头牛。',
    },
  });
  begunBy(life, here);
  escalated(life, '路不在任何一方红线内，要街道召集市政和两家物业一起认。', 15);
  return life;
}

function notYet(town: Town, here: Community): Life {
  const life = tell(town, here, 'not-yet', {
    category: 'water',
    ago: 9,
    speaker: 'liujianguo2',
    ...(here.workers[1] && { writer: here.workers[1] }),
    said: {
      kind: 'help_request',
      channel: 'telephone',
      privacy: 'named',
      responseMethod: 'phone',
      words: '我家503的水管井里一直滴答，夜里听着心烦。',
    },
  });
  begunBy(life, here);
  until(life, 4);
  answered(life, '井里的阀门紧了一圈，不滴了。');
  until(life, 2);
  reopened(life, '白天不滴，夜里还滴。', 1, 1);
  return life;
}

/** Reopened for the second time: it stands at the street and waits for an owner. */
function atTheStreet(town: Town, here: Community): Life {
  const life = tell(town, here, 'at-the-street', {
    category: 'housing',
    ago: 20,
    speaker: 'aygul',
    signedIn: true,
    said: { kind: 'complaint', channel: 'web', privacy: 'named', words: '2号楼电梯轿厢的灯一闪一闪，孩子坐了害怕。' },
  });
  begunBy(life, here);
  passUntilDay(life, 4);
  answered(life, '灯管换了。');
  reopened(life, '还闪，只是闪得慢了。', 0, 1);
  assigned(life, here.property);
  accepted(life);
  passUntilDay(life, 10);
  answered(life, '换了整流器。');
  until(life, 3);
  reopened(life, '昨天电梯里全黑了。', 1, 1);
  return life;
}

function begunBy(life: Life, here: Community): void {
  sorted(life);
  assigned(life, here.workers[0] ?? here.secretary, here.secretary);
  accepted(life);
}
