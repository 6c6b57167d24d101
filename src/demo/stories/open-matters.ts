import { passUntilDay, type Life } from '../life.ts';
import { accepted, answered, assigned, escalated, reopened, scheduled } from '../moves.ts';
import type { Community, Town } from '../town.ts';
import { begunBy } from './begun-by.ts';
import { justArrived } from './just-arrived.ts';
import { onTheClock } from './on-the-clock.ts';
import { ahead, tell, until } from './story.ts';

// What is on the desk this morning: something in every stage, green, amber, due today and red.

export function openMatters(town: Town, here: Community): Life[] {
  return [
    ...justArrived(town, here),
    ...onTheClock(town, here),
    wall(town, here),
    farAway(town, here),
    tooHard(town, here),
    notYet(town, here),
    atTheStreet(town, here),
  ];
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
